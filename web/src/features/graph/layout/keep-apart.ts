import type { Point } from "../geometry/curve.ts";
import { convexHull, FIELD_AIR } from "../geometry/hull.ts";
import { AIR, isSmall, type MovingBody } from "./keep-out.ts";

/** Part of the way apart that two fields are moved in one round, half of it each. */
const STRENGTH = 0.25;

/** What a force moves, with its speed. */
type Body = MovingBody & { vx?: number; vy?: number };

/**
 * How far the members of `first` have to move so that the two fields no longer touch, in world units: the shortest way
 * there is; undefined when they are apart.
 */
export function wayApart(first: readonly MovingBody[], second: readonly MovingBody[]): Point | undefined {
  const wanted = widest(first) + widest(second) + 2 * FIELD_AIR + AIR;
  let best: { readonly axis: Point; readonly depth: number } | undefined;
  for (const axis of axesOf(first, second)) {
    // Separating axes: convex outlines are apart when they are on some axis.
    const [a, b] = [spanOf(first, axis), spanOf(second, axis)];
    const ahead = b.high - a.low + wanted;
    const back = a.high - b.low + wanted;
    const depth = Math.min(ahead, back);
    if (depth <= 0) return undefined;
    const sign = ahead < back ? 1 : -1;
    if (best === undefined || depth < best.depth) best = { axis: { x: axis.x * sign, y: axis.y * sign }, depth };
  }
  return best && { x: best.axis.x * best.depth, y: best.axis.y * best.depth };
}

/** A force that pushes the fields of different circles apart, each as a whole. */
export function forceKeepApart(groups: readonly (readonly string[])[]) {
  let circles: Body[][] = [];
  const force = () => {
    for (const [index, first] of circles.entries()) {
      for (const second of circles.slice(index + 1)) {
        const apart = wayApart(first, second);
        if (apart === undefined) continue;
        shift(first, apart, STRENGTH / 2);
        shift(second, apart, -STRENGTH / 2);
      }
    }
  };
  force.initialize = (all: Body[]) => {
    const bodyOf = new Map(all.map((body) => [body.id, body]));
    circles = groups.filter(isSmall).map((group) => group.flatMap((id) => bodyOf.get(id) ?? []));
  };
  return force;
}

function shift(members: readonly Body[], way: Point, part: number): void {
  for (const body of members) {
    body.vx = (body.vx ?? 0) + way.x * part;
    body.vy = (body.vy ?? 0) + way.y * part;
  }
}

/** Directions across the edges of both outlines, and the one between their middles for outlines without a width. */
function axesOf(first: readonly MovingBody[], second: readonly MovingBody[]): Point[] {
  const outlines = [first, second].map((members) => convexHull(members.map(({ x, y }) => ({ x, y }))));
  const edges = outlines.flatMap((hull) =>
    hull.map((from, index) => {
      const to = hull[(index + 1) % hull.length] as Point;
      return { x: from.y - to.y, y: to.x - from.x };
    }),
  );
  const [a, b] = [middle(first), middle(second)];
  const axes = [...edges, { x: a.x - b.x, y: a.y - b.y }].flatMap(({ x, y }) => {
    const length = Math.hypot(x, y);
    return length < 1e-6 ? [] : [{ x: x / length, y: y / length }];
  });
  return axes.length > 0 ? axes : [{ x: 1, y: 0 }];
}

function spanOf(members: readonly MovingBody[], axis: Point): { readonly low: number; readonly high: number } {
  const along = members.map(({ x, y }) => x * axis.x + y * axis.y);
  return { low: Math.min(...along), high: Math.max(...along) };
}

function middle(members: readonly MovingBody[]): Point {
  const count = Math.max(members.length, 1);
  return {
    x: members.reduce((sum, { x }) => sum + x, 0) / count,
    y: members.reduce((sum, { y }) => sum + y, 0) / count,
  };
}

function widest(members: readonly MovingBody[]): number {
  return Math.max(0, ...members.map(({ radius }) => radius));
}
