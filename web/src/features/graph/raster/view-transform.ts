import type { Camera } from "../layout/fit.ts";

/** What moves a picture that was painted for one camera to where another one sees it: a CSS transform around 0 0. */
export type ViewTransform = { readonly scale: number; readonly x: number; readonly y: number };

/** The transform of a picture painted for `from`, whose corner lies at `-margin`, seen by `to`. */
export function viewTransform(
  from: Camera,
  to: Camera,
  margin: { x: number; y: number } = { x: 0, y: 0 },
): ViewTransform {
  const scale = to.k / from.k;
  return {
    scale,
    x: to.x - from.x * scale + margin.x * (1 - scale),
    y: to.y - from.y * scale + margin.y * (1 - scale),
  };
}

/** Whether a picture with `margin` around the canvas still covers all of it after a transform. */
export function covers(
  { scale, x, y }: ViewTransform,
  canvas: { width: number; height: number },
  margin: { x: number; y: number },
): boolean {
  const left = x - margin.x;
  const top = y - margin.y;
  return (
    left <= 0 &&
    top <= 0 &&
    left + (canvas.width + 2 * margin.x) * scale >= canvas.width &&
    top + (canvas.height + 2 * margin.y) * scale >= canvas.height
  );
}

/** The same as CSS. */
export function cssTransform({ scale, x, y }: ViewTransform): string {
  return `translate(${x}px, ${y}px) scale(${scale})`;
}
