import type { Point } from "../geometry/curve.ts";
import type { Box, Size } from "./fit.ts";

/** Sides on which a label can stand, in the order of preference. */
export const SIDES = ["below", "above", "right", "left"] as const;

/** Side of a node on which its label stands. */
export type Side = (typeof SIDES)[number];

/** A node, or a field, that wants a label: where it is and how much room its words take, in screen pixels. */
export type LabelRequest = {
  readonly id: string;
  /** Middle of what is named. */
  readonly at: Point;
  /** Half the width and half the height of what is named. */
  readonly reach: { readonly x: number; readonly y: number };
  /** Room that the words take, chips included. */
  readonly size: Size;
};

/** Where the words of a label stand, in screen pixels. */
export type PlacedLabel = { readonly id: string; readonly side: Side; readonly box: Box };

/** What labels have to keep clear of. */
export type Obstacles = {
  readonly canvas: Size;
  /** Nodes and buttons: never to be covered. */
  readonly boxes: readonly Box[];
  /** Points along threads, every few pixels: better not covered. */
  readonly points: readonly Point[];
};

/** Air between a node and its label, in screen pixels. */
const GAP = 5;

/** What covering costs: another label or a button most, then the edge, then a node, then threads. */
const COST = { label: 60, edge: 50, box: 40, point: 3, laterSide: 1.5 } as const;

/**
 * Puts every label on the emptiest side of its node, the most important ones first: the order of `requests` is the
 * order of choice. Costs are sums over what a box would cover, so the answer is the same every time.
 */
export function placeLabels(requests: readonly LabelRequest[], obstacles: Obstacles): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    const options = SIDES.map((side, rank) => {
      const box = boxOn(side, request);
      return { id: request.id, side, box, cost: costOf(box, placed, obstacles) + rank * COST.laterSide };
    });
    const best = options.reduce((least, option) => (option.cost < least.cost ? option : least));
    placed.push({ id: best.id, side: best.side, box: best.box });
  }
  return placed;
}

/** The room that a label takes on one side of what it names. */
export function boxOn(side: Side, { at, reach, size }: Omit<LabelRequest, "id">): Box {
  const centred = { x: at.x - size.width / 2, y: at.y - size.height / 2 };
  switch (side) {
    case "below":
      return { ...size, x: centred.x, y: at.y + reach.y + GAP };
    case "above":
      return { ...size, x: centred.x, y: at.y - reach.y - GAP - size.height };
    case "right":
      return { ...size, x: at.x + reach.x + GAP + 2, y: centred.y };
    case "left":
      return { ...size, x: at.x - reach.x - GAP - 2 - size.width, y: centred.y };
  }
}

/** Whether two boxes share any room. */
export function overlaps(a: Box, b: Box): boolean {
  return overlap(a, b) > 0;
}

function costOf(box: Box, placed: readonly PlacedLabel[], { canvas, boxes, points }: Obstacles): number {
  let cost = COST.edge * outside(box, canvas);
  for (const label of placed) if (overlaps(box, label.box)) cost += COST.label * (1 + overlap(box, label.box));
  for (const other of boxes) if (overlaps(box, other)) cost += COST.box * (1 + overlap(box, other));
  for (const point of points) if (contains(box, point)) cost += COST.point;
  return cost;
}

/** Part of the smaller box that two boxes share, from 0 to 1. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(a.width * a.height, b.width * b.height);
}

/** Part of a box that lies outside the canvas, from 0 to 1. */
function outside(box: Box, canvas: Size): number {
  const inside = overlap(box, { x: 0, y: 0, ...canvas });
  const area = box.width * box.height;
  const seen = inside * Math.min(area, canvas.width * canvas.height);
  return area === 0 ? 0 : 1 - seen / area;
}

function contains(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}
