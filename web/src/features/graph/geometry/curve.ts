/** A place in the picture, in world units (screen pixels at zoom 1). */
export type Point = { readonly x: number; readonly y: number };

/** A quadratic Bézier curve. */
export type Curve = { readonly from: Point; readonly control: Point; readonly to: Point };

/** Pieces into which a curve is cut to measure it: the error stays under a thousandth for the bends drawn here. */
const PIECES = 32;

/** The point halfway (`t` = 0.5), a quarter of the way (0.25) and so on between two points. */
export function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Distance between two points, in world units. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The point of a curve at parameter `t` between 0 and 1. */
export function pointAt(curve: Curve, t: number): Point {
  return mix(mix(curve.from, curve.control, t), mix(curve.control, curve.to, t), t);
}

/** The unit vector to the left of the direction of travel at parameter `t`; zero where the curve has no direction. */
export function normalAt(curve: Curve, t: number): Point {
  const a = mix(curve.from, curve.control, t);
  const b = mix(curve.control, curve.to, t);
  return leftOf(a, b);
}

/** The unit vector to the left of the way from `a` to `b`, with y pointing down; zero when both are the same. */
export function leftOf(a: Point, b: Point): Point {
  const length = distance(a, b);
  if (length === 0) return { x: 0, y: 0 };
  return { x: (b.y - a.y) / length, y: (a.x - b.x) / length };
}

/** The part of a curve between two parameters (de Casteljau, twice). */
export function cut(curve: Curve, start: number, end: number): Curve {
  const from = pointAt(curve, start);
  const to = pointAt(curve, end);
  const atStart = mix(curve.from, curve.control, start);
  const atStartNext = mix(curve.control, curve.to, start);
  return { from, control: mix(atStart, atStartNext, end), to };
}

/** A curve bent to the left of the straight way by `offset` world units at its middle. */
export function bent(from: Point, to: Point, offset: number): Curve {
  const middle = mix(from, to, 0.5);
  const left = leftOf(from, to);
  // The middle of a quadratic curve lies halfway between its chord and its control point.
  return { from, control: { x: middle.x + left.x * 2 * offset, y: middle.y + left.y * 2 * offset }, to };
}

/** Lengths along a curve from its start, at `PIECES` + 1 evenly spaced parameters. */
export type Measure = { readonly curve: Curve; readonly lengths: readonly number[]; readonly total: number };

/** Measures a curve once, so that places at a given length are found quickly. */
export function measure(curve: Curve): Measure {
  const lengths = [0];
  let total = 0;
  let before = curve.from;
  for (let piece = 1; piece <= PIECES; piece++) {
    const here = pointAt(curve, piece / PIECES);
    total += distance(before, here);
    lengths.push(total);
    before = here;
  }
  return { curve, lengths, total };
}

/** The point at `length` world units from the start; the ends when the length lies outside the curve. */
export function pointAtLength(measured: Measure, length: number): Point {
  if (length <= 0) return measured.curve.from;
  if (length >= measured.total) return measured.curve.to;
  const after = measured.lengths.findIndex((value) => value >= length);
  const low = measured.lengths[after - 1] ?? 0;
  const high = measured.lengths[after] ?? measured.total;
  const within = high === low ? 0 : (length - low) / (high - low);
  return pointAt(measured.curve, (after - 1 + within) / PIECES);
}
