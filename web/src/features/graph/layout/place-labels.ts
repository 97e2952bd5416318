import type { Point } from "../geometry/curve.ts";
import type { Box, Size } from "./fit.ts";

/** Something that wants a label, and the places where its words could stand: the best-liked first, in screen pixels. */
export type LabelRequest = { readonly id: string; readonly candidates: readonly Box[] };

/** Where the words of a label stand. */
export type PlacedLabel = {
  readonly id: string;
  /** Which of the candidates it is. */
  readonly choice: number;
  readonly box: Box;
  /** Whether it covers no other label and no node, and all of it is on the canvas. */
  readonly clear: boolean;
  /** How many points of threads it covers. */
  readonly covered: number;
};

/** What labels have to keep clear of, in screen pixels. */
export type Obstacles = {
  readonly canvas: Size;
  /** Nodes and buttons: not to be covered. A node that a label names has the label's id. */
  readonly boxes: readonly (Box & { readonly id?: string })[];
  /** Points along threads, every few pixels: better not covered. */
  readonly points: readonly Point[];
};

/** Air beside a label, in screen pixels: without it two names read as one. */
const AIR = 8;

/** A label closer than this to a node that it does not name seems to name it, in screen pixels. */
const NEAR = 22;

/** What covering costs: another label most, then the edge, then a node, being near a wrong one, which reads as its name, then threads. */
const COST = { label: 60, edge: 50, box: 40, near: 30, point: 3, laterCandidate: 1.5 } as const;

/**
 * Puts every label where it covers least, the most important ones first: the order of `requests` is the order of
 * choice. Costs are sums over what a box would cover, so the answer is the same every time.
 */
export function placeLabels(requests: readonly LabelRequest[], obstacles: Obstacles): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const { id, candidates } of requests) {
    let best: (PlacedLabel & { cost: number }) | undefined;
    for (const [choice, box] of candidates.entries()) {
      const { cost, clear, covered } = costOf(id, box, placed, obstacles);
      const total = cost + choice * COST.laterCandidate;
      if (best === undefined || total < best.cost) best = { id, choice, box, clear, covered, cost: total };
    }
    if (best) {
      const { cost: _, ...label } = best;
      placed.push(label);
    }
  }
  return placed;
}

/** Whether two boxes share any room. */
export function overlaps(a: Box, b: Box): boolean {
  return overlap(a, b) > 0;
}

function costOf(id: string, box: Box, placed: readonly PlacedLabel[], { canvas, boxes, points }: Obstacles) {
  const cutOff = outside(box, canvas);
  let clear = cutOff < 0.01;
  let cost = clear ? 0 : COST.edge * (0.5 + cutOff);
  const avoid = (other: Box, price: number) => {
    const shared = overlap(box, other);
    if (shared === 0) return;
    cost += price * (1 + shared);
    clear = false;
  };
  for (const label of placed) avoid(widened(label.box, AIR, 0), COST.label);
  for (const other of boxes) {
    avoid(other, COST.box);
    if (other.id !== undefined && other.id !== id && overlap(box, widened(other, NEAR, NEAR)) > 0) cost += COST.near;
  }
  const covered = points.reduce((count, point) => count + (contains(box, point) ? 1 : 0), 0);
  return { cost: cost + COST.point * covered, clear, covered };
}

function widened(box: Box, x: number, y: number): Box {
  return { x: box.x - x, y: box.y - y, width: box.width + 2 * x, height: box.height + 2 * y };
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
  const width = Math.min(box.x + box.width, canvas.width) - Math.max(box.x, 0);
  const height = Math.min(box.y + box.height, canvas.height) - Math.max(box.y, 0);
  if (width <= 0 || height <= 0) return 1;
  return 1 - (width * height) / (box.width * box.height);
}

function contains(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}
