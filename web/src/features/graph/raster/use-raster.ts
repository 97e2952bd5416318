import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Camera, Size } from "../layout/fit.ts";
import { MOVING_BUDGET, nextMovingBudget, REST_BUDGET } from "./budget.ts";
import { createRaster, type Painted, type Raster } from "./create-raster.ts";
import type { RasterCounts, RasterPalette, RasterRequest } from "./draw-raster.ts";
import type { RasterScene } from "./raster-scene.ts";
import { covers, cssTransform, viewTransform } from "./view-transform.ts";

/** Room that is painted beyond each edge of the canvas, as a part of it: so far the hand can go before more is needed. */
const MARGIN = 0.5;

/** Pixels painted for one of the screen at most: a sharp screen gets by with less while nothing can be read there. */
const MOST_RATIO = 1.5;

/** What is painted, and how the painter is told of the camera. */
export type RasterControl = {
  /** How much of the graph the picture at rest shows; undefined until there is one. */
  readonly counts: RasterCounts | undefined;
  /** Follows the camera: moves what is painted, and asks for more where it no longer reaches. */
  readonly follow: (camera: Camera) => void;
};

/** Keeps a canvas painted with a large graph: all of it where the camera rests, and moved along while it moves. */
export function useRaster(options: {
  readonly canvas: HTMLCanvasElement | null;
  readonly scene: RasterScene;
  readonly size: Size | undefined;
  readonly palette: RasterPalette;
  readonly faint: boolean;
  readonly resting: Camera;
  /** Where the camera is now. */
  readonly now: RefObject<Camera>;
}): RasterControl {
  const { canvas, scene, size, palette, faint, resting, now } = options;
  const raster = useRef<Raster>(undefined);
  const painted = useRef<RasterRequest>(undefined);
  const moving = useRef(MOVING_BUDGET);
  const [counts, setCounts] = useState<RasterCounts>();

  const place = useCallback(
    (camera: Camera) => {
      const request = painted.current;
      if (!canvas || !request) return;
      canvas.style.transform = cssTransform(viewTransform(request.camera, camera, request.margin));
    },
    [canvas],
  );

  useEffect(() => {
    if (!canvas) return;
    const made = createRaster(canvas, ({ request, counts: drawn, took }: Painted) => {
      painted.current = request;
      canvas.style.left = `${-request.margin.x}px`;
      canvas.style.top = `${-request.margin.y}px`;
      canvas.style.width = `${request.width}px`;
      canvas.style.height = `${request.height}px`;
      place(now.current);
      // What came back from the worker is a copy.
      if (request.budget.threads === REST_BUDGET.threads) setCounts(drawn);
      else moving.current = nextMovingBudget(moving.current, took);
    });
    raster.current = made;
    return () => {
      made.close();
      raster.current = undefined;
      painted.current = undefined;
    };
  }, [canvas, now, place]);

  const base = useMemo(() => {
    if (!size) return undefined;
    const margin = { x: Math.round(size.width * MARGIN), y: Math.round(size.height * MARGIN) };
    return {
      width: size.width + 2 * margin.x,
      height: size.height + 2 * margin.y,
      margin,
      ratio: Math.min(window.devicePixelRatio, MOST_RATIO),
      palette,
      faint,
    };
  }, [size, palette, faint]);

  useEffect(() => {
    if (canvas) raster.current?.setScene(scene);
  }, [canvas, scene]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene, painted by another worker, has to be painted too
  useEffect(() => {
    if (base) raster.current?.paint({ ...base, camera: resting, budget: REST_BUDGET });
  }, [base, resting, scene, canvas]);

  const follow = useCallback(
    (camera: Camera) => {
      place(camera);
      const request = painted.current;
      if (!base || !size || !request) return;
      if (covers(viewTransform(request.camera, camera, request.margin), size, request.margin)) return;
      raster.current?.paint({ ...base, camera, budget: moving.current });
    },
    [base, size, place],
  );
  return { counts, follow };
}
