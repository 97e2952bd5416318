import type { RasterCounts, RasterRequest } from "./draw-raster.ts";
import type { RasterAnswer, RasterQuestion } from "./raster-messages.ts";
import type { RasterScene } from "./raster-scene.ts";

/** A picture that is now on the canvas. */
export type Painted = { readonly request: RasterRequest; readonly counts: RasterCounts; readonly took: number };

/** Paints a large graph on a canvas, in a worker, so that the page goes on moving meanwhile. */
export type Raster = {
  readonly setScene: (scene: RasterScene) => void;
  /** Asks for a picture; while one is painted, only the newest wish is kept. */
  readonly paint: (request: RasterRequest) => void;
  readonly close: () => void;
};

/** Starts to paint on `canvas`; `onPainted` is called in the same turn in which the canvas changes. */
export function createRaster(canvas: HTMLCanvasElement, onPainted: (painted: Painted) => void): Raster {
  const worker = new Worker(new URL("./raster-worker.ts", import.meta.url), { type: "module" });
  const context = canvas.getContext("bitmaprenderer");
  let busy = false;
  let next: RasterRequest | undefined;
  const ask = (question: RasterQuestion) => worker.postMessage(question);
  const paint = (request: RasterRequest) => {
    if (busy) {
      next = request;
      return;
    }
    busy = true;
    ask({ type: "paint", request });
  };
  worker.onmessage = ({ data: { bitmap, ...painted } }: MessageEvent<RasterAnswer>) => {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    context?.transferFromImageBitmap(bitmap);
    onPainted(painted);
    busy = false;
    const wish = next;
    next = undefined;
    if (wish) paint(wish);
  };
  return { setScene: (scene) => ask({ type: "scene", scene }), paint, close: () => worker.terminate() };
}
