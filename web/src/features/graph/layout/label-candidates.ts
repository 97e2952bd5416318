import type { Point } from "../geometry/curve.ts";
import type { Box, Size } from "./fit.ts";

/** Sides of a node on which its label can stand, the best-liked first; the order of `besideNode`'s candidates. */
export const SIDES = [
  "below",
  "above",
  "right",
  "left",
  "below right",
  "below left",
  "above right",
  "above left",
] as const;

/** Side of a node on which its label stands. */
export type Side = (typeof SIDES)[number];

/** Air between a node or a field and its words, in screen pixels. */
const GAP = 5;

/** Air between words and the edge of the canvas, in screen pixels. */
const EDGE = 4;

/** Places around a field that are tried for its words. */
const DIRECTIONS = 16;

/** A named thing's outline on screen: how far it reaches straight, and towards its corners, in screen pixels. */
export type Reach = { readonly straight: number; readonly corner: number };

/**
 * Where a node's words can stand: one box a side, in the order of `SIDES`; moved in from the edges of the canvas when
 * the node itself is on it. All in screen pixels.
 */
export function besideNode(at: Point, reach: Reach, size: Size, canvas: Size): Box[] {
  const seen = at.x >= 0 && at.y >= 0 && at.x <= canvas.width && at.y <= canvas.height;
  return SIDES.map((side) => {
    const box = boxOn(side, at, reach, size);
    return seen ? { ...box, x: Math.max(Math.min(box.x, canvas.width - size.width - EDGE), EDGE) } : box;
  });
}

/** A round thing's reach. */
export function roundReach(radius: number): Reach {
  return { straight: radius, corner: radius * Math.SQRT1_2 };
}

/** Where the words of a field can stand: around its outline, to the right first. All in screen pixels. */
export function besideField(outline: readonly Point[], size: Size): Box[] {
  const centre = {
    x: outline.reduce((sum, point) => sum + point.x, 0) / Math.max(outline.length, 1),
    y: outline.reduce((sum, point) => sum + point.y, 0) / Math.max(outline.length, 1),
  };
  return Array.from({ length: DIRECTIONS }, (_, index) => {
    // 0, +1, -1, +2, -2 …: from the right both ways round to the left.
    const turn = (index % 2 === 0 ? -1 : 1) * Math.ceil(index / 2);
    const angle = (turn * 2 * Math.PI) / DIRECTIONS;
    return boxBeyond(outline, centre, { x: Math.cos(angle), y: Math.sin(angle) }, size);
  });
}

function boxOn(side: Side, at: Point, { straight, corner }: Reach, size: Size): Box {
  const reach = side.includes(" ") ? corner : straight;
  const middle = { x: at.x - size.width / 2, y: at.y - size.height / 2 };
  const x = side.endsWith("right")
    ? at.x + reach + GAP + 2
    : side.endsWith("left")
      ? at.x - reach - GAP - 2 - size.width
      : middle.x;
  const y = side.startsWith("below")
    ? at.y + reach + GAP
    : side.startsWith("above")
      ? at.y - reach - GAP - size.height
      : middle.y;
  return { ...size, x, y };
}

/** The box just beyond an outline in one direction from its middle: none of it lies before the outline's farthest edge. */
function boxBeyond(outline: readonly Point[], centre: Point, direction: Point, size: Size): Box {
  const along = (point: Point) => (point.x - centre.x) * direction.x + (point.y - centre.y) * direction.y;
  const aside = (point: Point) => Math.abs((point.x - centre.x) * direction.y - (point.y - centre.y) * direction.x);
  // The edge near the line through the middle, not the tip of a long field far aside of it.
  const half = (Math.abs(direction.x) * size.height + Math.abs(direction.y) * size.width) / 2;
  const near = outline.filter((point) => aside(point) <= half + GAP);
  const edge = Math.max(0, ...(near.length > 0 ? near : outline).map(along));
  const reach = edge + GAP + (Math.abs(direction.x) * size.width + Math.abs(direction.y) * size.height) / 2;
  return {
    ...size,
    x: centre.x + direction.x * reach - size.width / 2,
    y: centre.y + direction.y * reach - size.height / 2,
  };
}
