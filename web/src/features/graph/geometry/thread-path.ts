import type { Crowd } from "./crowd.ts";
import {
  bent,
  type Curve,
  cut,
  distance,
  leftOf,
  type Measure,
  measure,
  normalAt,
  type Point,
  pointAt,
} from "./curve.ts";
import { distanceFrom, type Shape } from "./shape.ts";

/** Air between a thread's end and the edge of its node, in world units. */
export const AIR = 5;

/** Bends to try, as parts of the distance, the best-liked first. */
const BENDS = [0.16, 0.24, 0.1, 0.32, 0.4];

/** What a bend costs: for each unit too close to a node, for each point along another thread, for not being liked. */
const COST = { node: 10, along: 4, laterBend: 2 } as const;

/** No thread swings out further than this, in world units. */
const MAX_SWING = 96;

/** What a second and third thread between the same two nodes bends more than the one before it. */
const PARALLEL_BEND = 0.14;

/** A thread closer than this to a node that it does not concern looks as if it ended there, in world units. */
const CLEARANCE = 10;

/** How far from its ends a thread begins to pass over others, in world units. */
const RIM_STARTS = 26;

/** A thread's geometry: where it runs, how wide it is and its drawn outline. */
export type ThreadPath = {
  /** Middle line, from the token's edge to the holder's. */
  readonly curve: Curve;
  readonly measured: Measure;
  /** Width at the token, in world units; half as much at the holder. */
  readonly width: number;
  /** SVG path of the tapering outline. */
  readonly outline: string;
  /** SVG path of the middle line without its ends: where the rim runs, so that no thread cuts another at a node. */
  readonly rim: string;
  /** SVG path of the middle line. */
  readonly line: string;
};

/** Width of a thread at its token for a direct share between 0 and 1, in world units: 1.5 + 13 × √share. */
export function threadWidth(share: number): number {
  return 1.5 + 13 * Math.sqrt(Math.min(Math.max(share, 0), 1));
}

/**
 * The way of one holding from its token to its holder: bent to the left of the direction of travel, around the nodes
 * that it does not concern, tapering to half its width.
 *
 * `lane` counts the threads already drawn between the same two nodes in the same direction; `drawn` are all threads
 * drawn before, along which it should not run.
 */
export function threadPath(options: {
  source: Shape;
  target: Shape;
  share: number;
  lane?: number;
  others?: readonly Shape[];
  drawn?: Crowd;
}): ThreadPath {
  const { source, target, share, lane = 0, others = [], drawn } = options;
  const width = threadWidth(share);
  const curve = chooseCurve(source, target, lane, others, drawn);
  const measured = measure(curve);
  const end = measured.total === 0 ? 0 : Math.min(RIM_STARTS / measured.total, 0.5);
  return {
    curve,
    measured,
    width,
    outline: taper(curve, width),
    rim: linePath(cut(curve, end, 1 - end)),
    line: linePath(curve),
  };
}

/** SVG path of a curve's middle line. */
export function linePath(curve: Curve): string {
  return `M${show(curve.from)}Q${show(curve.control)} ${show(curve.to)}`;
}

function chooseCurve(
  source: Shape,
  target: Shape,
  lane: number,
  others: readonly Shape[],
  drawn: Crowd | undefined,
): Curve {
  const apart = distance(source, target);
  const options = BENDS.map((bend, rank) => {
    const swing = Math.min((bend + lane * PARALLEL_BEND) * apart, MAX_SWING + lane * 24);
    const curve = trim(bent(source, target, swing), source, target);
    const missing = Math.max(0, CLEARANCE - roomAround(curve, others));
    const cost = missing * COST.node + (drawn?.along(curve) ?? 0) * COST.along + rank * COST.laterBend;
    return { curve, cost };
  });
  return options.reduce((best, option) => (option.cost < best.cost ? option : best)).curve;
}

/** Least distance between a curve and the nodes that it does not concern, in world units. */
function roomAround(curve: Curve, others: readonly Shape[]): number {
  let room = Number.POSITIVE_INFINITY;
  for (let step = 1; step < 16; step++) {
    const point = pointAt(curve, step / 16);
    for (const other of others) room = Math.min(room, distanceFrom(other, point));
  }
  return room;
}

/** The part of a curve that lies outside both nodes, with air; nodes that touch leave a point in the middle. */
function trim(curve: Curve, source: Shape, target: Shape): Curve {
  const start = leave((t) => distanceFrom(source, pointAt(curve, t)) - AIR);
  const end = 1 - leave((t) => distanceFrom(target, pointAt(curve, 1 - t)) - AIR);
  return start < end ? cut(curve, start, end) : cut(curve, 0.5, 0.5);
}

/** The first parameter from which a rising function is positive, by halving; 1 when it never is. */
function leave(outside: (t: number) => number): number {
  if (outside(1) <= 0) return 1;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (outside(middle) > 0) high = middle;
    else low = middle;
  }
  return high;
}

/** Outline of a curve that is `width` wide at its start and half as wide at its end. */
function taper(curve: Curve, width: number): string {
  const { from, control, to } = curve;
  const start = normalAt(curve, 0);
  const middle = leftOf(from, to);
  const end = normalAt(curve, 1);
  const side = (point: Point, normal: Point, by: number): Point => ({
    x: point.x + normal.x * by,
    y: point.y + normal.y * by,
  });
  const [a, b, c] = [width / 2, (width * 3) / 8, width / 4];
  return [
    `M${show(side(from, start, a))}`,
    `Q${show(side(control, middle, b))} ${show(side(to, end, c))}`,
    `L${show(side(to, end, -c))}`,
    `Q${show(side(control, middle, -b))} ${show(side(from, start, -a))}Z`,
  ].join("");
}

function show(point: Point): string {
  return `${round(point.x)},${round(point.y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
