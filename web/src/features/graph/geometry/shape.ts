import type { Point } from "./curve.ts";

/** What a node is: told by its shape and its colour, and said in words. */
export type NodeKind = "person" | "network" | "pool" | "wallet";

/** A node's outline: `radius` is half the height, in world units. */
export type Shape = Point & { readonly kind: NodeKind; readonly radius: number };

/** Corner radius of a network's square, as a part of its half side: 20 % of the whole side. */
export const CORNER = 0.4;

/** Distance from a node's edge to a point, in world units; negative inside. */
export function distanceFrom(shape: Shape, point: Point): number {
  const x = Math.abs(point.x - shape.x);
  const y = Math.abs(point.y - shape.y);
  switch (shape.kind) {
    case "network": {
      const corner = shape.radius * CORNER;
      const dx = x - shape.radius + corner;
      const dy = y - shape.radius + corner;
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
    }
    case "pool":
      return (x + y - shape.radius) / Math.SQRT2;
    default:
      return Math.hypot(x, y) - shape.radius;
  }
}

/** Points around a node, `air` world units outside its edge: where the corners are round, `steps` to a corner. */
export function pointsAround(shape: Shape, air: number, steps = 12): Point[] {
  const { x, y, kind, radius } = shape;
  const corner = kind === "network" ? radius * CORNER : 0;
  const inner = radius - corner;
  switch (kind) {
    case "network":
      return [
        [1, 1],
        [-1, 1],
        [-1, -1],
        [1, -1],
      ].flatMap(([dx = 0, dy = 0], index) =>
        arc({ x: x + dx * inner, y: y + dy * inner }, corner + air, index / 4, (index + 1) / 4, steps),
      );
    case "pool":
      return [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ].flatMap(([dx = 0, dy = 0], index) =>
        arc({ x: x + dx * radius, y: y + dy * radius }, air, (index - 0.5) / 4, (index + 0.5) / 4, steps),
      );
    default:
      return arc(shape, radius + air, 0, 1, 4 * steps);
  }
}

/** Points on a circle from one part of a full turn to another. */
function arc(centre: Point, radius: number, from: number, to: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, index) => {
    const angle = 2 * Math.PI * (from + ((to - from) * index) / steps);
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
}
