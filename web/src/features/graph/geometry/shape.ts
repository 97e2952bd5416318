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

/** Points around a node, `air` world units outside its edge as seen from the middle: for fields and boxes. */
export function pointsAround(shape: Shape, air: number, count = 24): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    const direction = { x: Math.cos(angle), y: Math.sin(angle) };
    const reach = reachOf(shape, direction) + air;
    return { x: shape.x + direction.x * reach, y: shape.y + direction.y * reach };
  });
}

/** From a node's middle to its edge along a unit vector, in world units. */
function reachOf(shape: Shape, direction: Point): number {
  const x = Math.abs(direction.x);
  const y = Math.abs(direction.y);
  if (shape.kind === "pool") return shape.radius / (x + y);
  if (shape.kind !== "network") return shape.radius;
  // Between the edge of the square and a circle: close enough to a rounded corner for a soft field.
  return Math.min(shape.radius / Math.max(x, y), shape.radius * (Math.SQRT2 - (Math.SQRT2 - 1) * CORNER));
}
