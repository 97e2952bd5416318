import type { Point } from "./curve.ts";
import { pointsAround, type Shape } from "./shape.ts";

/** Air between the members of a circle and the edge of its field, in world units. */
export const FIELD_AIR = 16;

/** Smallest convex outline around points, without the points inside it (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

/** The outline of a circle's field: snug around its members. */
export function fieldAround(members: readonly Shape[], air: number = FIELD_AIR): Point[] {
  return convexHull(members.flatMap((member) => pointsAround(member, air)));
}

/** SVG path through points, closed. */
export function closedPath(points: readonly Point[]): string {
  if (points.length === 0) return "";
  return `M${points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join("L")}Z`;
}

/** Whether a point lies within a convex outline. */
export function isInside(outline: readonly Point[], point: Point): boolean {
  let side = 0;
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length] as Point;
    const turn = cross(from, to, point);
    if (turn === 0) continue;
    if (side !== 0 && Math.sign(turn) !== side) return false;
    side = Math.sign(turn);
  }
  return side !== 0;
}

function halfHull(sorted: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && cross(hull.at(-2) as Point, hull.at(-1) as Point, point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull;
}

function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
