import type { RasterCounts, RasterRequest } from "./draw-raster.ts";
import type { RasterScene } from "./raster-scene.ts";

/** What the painting worker is told: what there is, and how to look at it. */
export type RasterQuestion =
  | { readonly type: "scene"; readonly scene: RasterScene }
  | { readonly type: "paint"; readonly request: RasterRequest };

/** A finished picture: what was asked, how much of it was drawn and how long that took, in milliseconds. */
export type RasterAnswer = {
  readonly request: RasterRequest;
  readonly bitmap: ImageBitmap;
  readonly counts: RasterCounts;
  readonly took: number;
};
