import { drawRaster } from "./draw-raster.ts";
import type { RasterAnswer, RasterQuestion } from "./raster-messages.ts";
import type { RasterScene } from "./raster-scene.ts";

let scene: RasterScene | undefined;
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d");

addEventListener("message", ({ data }: MessageEvent<RasterQuestion>) => {
  if (data.type === "scene") {
    scene = data.scene;
    return;
  }
  if (!scene || !context) return;
  const { request } = data;
  const began = performance.now();
  const width = Math.max(1, Math.round(request.width * request.ratio));
  const height = Math.max(1, Math.round(request.height * request.ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const counts = drawRaster(context, scene, request);
  const bitmap = canvas.transferToImageBitmap();
  const answer: RasterAnswer = { request, bitmap, counts, took: performance.now() - began };
  // On the page the second argument is a target, in a worker it is what changes hands.
  (postMessage as (message: unknown, transfer: Transferable[]) => void)(answer, [bitmap]);
});
