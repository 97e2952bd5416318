import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { useCallback, useEffect, useRef } from "react";
import { usesReducedMotion } from "../../../lib/reduced-motion.ts";
import type { Camera } from "../layout/fit.ts";

/** How long the camera takes from one place to another, in milliseconds. */
const DURATION = 320;

/** How much larger one press of a zoom key or button makes everything. */
export const ZOOM_STEP = 1.4;

/** Smallest and largest zoom. */
export type ZoomLimits = { readonly min: number; readonly max: number };

/** Sends a camera to a place. */
export type CameraMoves = {
  readonly moveTo: (camera: Camera) => void;
  /** Zooms around the middle of the canvas. */
  readonly zoomBy: (factor: number) => void;
  /** Moves what is seen by so many screen pixels. */
  readonly panBy: (x: number, y: number) => void;
};

/** What is told of a camera: every place that it passes, and where it comes to rest. */
export type CameraListener = {
  readonly onMove: (camera: Camera) => void;
  readonly onRest: (camera: Camera) => void;
};

/** An element that can be panned and zoomed, by wheel, drag and touch; `[data-still]` within it can be dragged itself. */
export function useCameraGestures<Canvas extends HTMLElement | SVGSVGElement>(
  element: Canvas | null,
  limits: ZoomLimits,
  listener: CameraListener,
): CameraMoves {
  const behaviour = useRef<ZoomBehavior<Canvas, unknown>>(undefined);
  const told = useRef(listener);
  told.current = listener;
  const frame = useRef(0);
  const placed = useRef(false);
  const travelling = useRef(false);
  const { min, max } = limits;

  useEffect(() => {
    if (!element) return;
    const canvas = select<Canvas, unknown>(element);
    const made = zoom<Canvas, unknown>()
      .scaleExtent([min, max])
      .filter((event: Event) => {
        const plain = !(event as MouseEvent).ctrlKey || event.type === "wheel";
        const still = event.type !== "wheel" && event.target instanceof Element && event.target.closest("[data-still]");
        return plain && !(event as MouseEvent).button && !still;
      })
      .extent(() => {
        const { width, height } = element.getBoundingClientRect();
        return [
          [0, 0],
          [width, height],
        ];
      })
      .on("zoom", ({ transform: { x, y, k } }: D3ZoomEvent<Canvas, unknown>) => told.current.onMove({ x, y, k }))
      .on("end", ({ transform: { x, y, k } }: D3ZoomEvent<Canvas, unknown>) => {
        if (!travelling.current) told.current.onRest({ x, y, k });
      });
    canvas.call(made).on("dblclick.zoom", null);
    behaviour.current = made;
    return () => {
      cancelAnimationFrame(frame.current);
      canvas.on(".zoom", null);
      behaviour.current = undefined;
      placed.current = false;
    };
  }, [element, min, max]);

  const moveTo = useCallback(
    (target: Camera) => {
      if (!element) return;
      cancelAnimationFrame(frame.current);
      travelling.current = false;
      const start = cameraOf(element);
      const put = (place: Camera) =>
        behaviour.current?.transform(
          select<Canvas, unknown>(element),
          zoomIdentity.translate(place.x, place.y).scale(place.k),
        );
      if (!placed.current || usesReducedMotion()) {
        placed.current = true;
        put(target);
        return;
      }
      const began = performance.now();
      const step = (now: number) => {
        const t = Math.min(Math.max((now - began) / DURATION, 0), 1);
        travelling.current = t < 1;
        put(between(start, target, 1 - (1 - t) ** 3));
        if (t < 1) frame.current = requestAnimationFrame(step);
      };
      frame.current = requestAnimationFrame(step);
    },
    [element],
  );

  const zoomBy = useCallback(
    (factor: number) => {
      if (!element) return;
      const { width, height } = element.getBoundingClientRect();
      const start = cameraOf(element);
      const k = Math.min(Math.max(start.k * factor, min), max);
      const grown = k / start.k;
      moveTo({ k, x: width / 2 - (width / 2 - start.x) * grown, y: height / 2 - (height / 2 - start.y) * grown });
    },
    [element, min, max, moveTo],
  );

  const panBy = useCallback(
    (x: number, y: number) => {
      if (!element) return;
      const start = cameraOf(element);
      moveTo({ ...start, x: start.x + x, y: start.y + y });
    },
    [element, moveTo],
  );

  return { moveTo, zoomBy, panBy };
}

/** The camera as the zoom behaviour keeps it on the element. */
function cameraOf(element: Element): Camera {
  const { x, y, k } = zoomTransform(element);
  return { x, y, k };
}

/** Between two cameras: zoom by ratio, so that it looks even. */
function between(from: Camera, to: Camera, t: number): Camera {
  const k = from.k * (to.k / from.k) ** t;
  // The middle moves evenly when the offsets follow the zoom.
  const part = to.k === from.k ? t : (k - from.k) / (to.k - from.k);
  return { k, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
