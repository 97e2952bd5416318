import type { Point } from "../geometry/curve.ts";

/** How world units become screen pixels: `screen = world × k + (x, y)`. */
export type Camera = { readonly x: number; readonly y: number; readonly k: number };

/** Size of the canvas, in screen pixels. */
export type Size = { readonly width: number; readonly height: number };

/** A box in screen or world units. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Zoom limits: the smallest still shows which cloth is which, the largest shows single crossings. */
export const ZOOM = { min: 0.2, max: 3 } as const;

/** Room at the edges of the canvas for labels, chips and the buttons that lie on it, in screen pixels. */
export type Margins = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** The smallest box around all discs; a box of nothing at 0,0 when there are none. */
export function boxAround(discs: readonly (Point & { readonly radius: number })[]): Box {
  if (discs.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    -Number.POSITIVE_INFINITY,
    -Number.POSITIVE_INFINITY,
  ];
  for (const { x, y, radius } of discs) {
    left = Math.min(left, x - radius);
    top = Math.min(top, y - radius);
    right = Math.max(right, x + radius);
    bottom = Math.max(bottom, y + radius);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The camera that shows a whole box in the middle of the canvas, as large as `most` allows. */
export function cameraFor(
  box: Box,
  canvas: Size,
  margins: Margins,
  most = 1.15,
  limits: { readonly min: number; readonly max: number } = ZOOM,
): Camera {
  const width = Math.max(canvas.width - margins.left - margins.right, 1);
  const height = Math.max(canvas.height - margins.top - margins.bottom, 1);
  const wanted = Math.min(width / Math.max(box.width, 1), height / Math.max(box.height, 1), most);
  const k = Math.min(Math.max(wanted, limits.min), limits.max);
  return {
    k,
    x: margins.left + width / 2 - (box.x + box.width / 2) * k,
    y: margins.top + height / 2 - (box.y + box.height / 2) * k,
  };
}

/** A place in world units, in screen pixels. */
export function toScreen(camera: Camera, point: Point): Point {
  return { x: point.x * camera.k + camera.x, y: point.y * camera.k + camera.y };
}
