import { type Selection, select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Camera, ZOOM } from "../layout/fit.ts";
import { usesReducedMotion } from "./reduced-motion.ts";

/** How long the camera takes from one place to another, in milliseconds. */
const DURATION = 320;

/** How much larger one press of a zoom key or button makes everything. */
export const ZOOM_STEP = 1.4;

/** A camera that follows wheel, drag and touch, and can be sent to a place. */
export type CameraControl = {
  readonly camera: Camera;
  /** The camera when it last came to rest: for what is too dear to do while it moves. */
  readonly resting: Camera;
  readonly moveTo: (camera: Camera) => void;
  /** Zooms around the middle of the canvas. */
  readonly zoomBy: (factor: number) => void;
};

type Canvas = Selection<SVGSVGElement, unknown, null, undefined>;

/** Lets an SVG be panned and zoomed; `home` is where the camera starts and goes when home changes. */
export function useCamera(svg: SVGSVGElement | null, home: Camera | undefined): CameraControl {
  const [camera, setCamera] = useState<Camera>(home ?? { x: 0, y: 0, k: 1 });
  const [resting, setResting] = useState<Camera>(camera);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);
  const frame = useRef(0);
  const placed = useRef(false);
  const travelling = useRef(false);

  useEffect(() => {
    if (!svg) return;
    const canvas: Canvas = select(svg);
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([ZOOM.min, ZOOM.max])
      .extent(() => {
        const { width, height } = svg.getBoundingClientRect();
        return [
          [0, 0],
          [width, height],
        ];
      })
      .on("zoom", ({ transform: { x, y, k } }: D3ZoomEvent<SVGSVGElement, unknown>) => setCamera({ x, y, k }))
      .on("end", ({ transform: { x, y, k } }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (!travelling.current) setResting({ x, y, k });
      });
    canvas.call(made).on("dblclick.zoom", null);
    behaviour.current = made;
    return () => {
      cancelAnimationFrame(frame.current);
      canvas.on(".zoom", null);
      behaviour.current = undefined;
    };
  }, [svg]);

  const moveTo = useCallback(
    (target: Camera) => {
      if (!svg) return;
      cancelAnimationFrame(frame.current);
      travelling.current = false;
      const start = cameraOf(svg);
      const put = (place: Camera) =>
        behaviour.current?.transform(select(svg) as Canvas, zoomIdentity.translate(place.x, place.y).scale(place.k));
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
    [svg],
  );

  const zoomBy = useCallback(
    (factor: number) => {
      if (!svg) return;
      const { width, height } = svg.getBoundingClientRect();
      const start = cameraOf(svg);
      const k = Math.min(Math.max(start.k * factor, ZOOM.min), ZOOM.max);
      const grown = k / start.k;
      moveTo({ k, x: width / 2 - (width / 2 - start.x) * grown, y: height / 2 - (height / 2 - start.y) * grown });
    },
    [svg, moveTo],
  );

  useEffect(() => {
    if (home) moveTo(home);
  }, [home, moveTo]);

  return { camera, resting, moveTo, zoomBy };
}

/** The camera as the zoom behaviour keeps it on the element. */
function cameraOf(svg: SVGSVGElement): Camera {
  const { x, y, k } = zoomTransform(svg);
  return { x, y, k };
}

/** Between two cameras: zoom by ratio, so that it looks even. */
function between(from: Camera, to: Camera, t: number): Camera {
  const k = from.k * (to.k / from.k) ** t;
  // The middle moves evenly when the offsets follow the zoom.
  const part = to.k === from.k ? t : (k - from.k) / (to.k - from.k);
  return { k, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
