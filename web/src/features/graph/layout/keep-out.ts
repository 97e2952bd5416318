import type { Point } from "../geometry/curve.ts";
import { convexHull, FIELD_AIR, isInside } from "../geometry/hull.ts";

/** Air between the field of a circle and a node that is not in it, in world units. */
export const AIR = 14;

/** Circles with more members than this take up most of the picture: others may lie in their fields. */
const MOST_MEMBERS = 8;

/** Whether a circle has a field that others have to keep clear of. */
export function isSmall(group: readonly string[]): boolean {
  return group.length > 1 && group.length <= MOST_MEMBERS;
}

/** From this alpha on the force acts: earlier it would hold nodes on the wrong side of a field before they find theirs. */
const ACTS_BELOW = 0.12;

/** Part of the way out that a node is moved in one round. */
const STRENGTH = 0.2;

/** What a force moves. */
export type MovingBody = Point & { readonly id: string; readonly radius: number };

/** How far a body has to move to leave a field, in world units; undefined when it is outside. */
export function wayOut(body: MovingBody, members: readonly MovingBody[]): Point | undefined {
  const hull = convexHull(members.map(({ x, y }) => ({ x, y })));
  const inside = hull.length > 2 && isInside(hull, body);
  const nearest = nearestOnOutline(hull, body);
  if (!nearest) return undefined;
  const widest = Math.max(...members.map((member) => member.radius));
  const wanted = widest + FIELD_AIR + AIR + body.radius;
  const away = { x: body.x - nearest.x, y: body.y - nearest.y };
  const apart = Math.hypot(away.x, away.y);
  if (!inside && apart >= wanted) return undefined;
  // On the line between the members there is no way out: sideways, always to the same side.
  const outward = apart > 1e-6 ? { x: away.x / apart, y: away.y / apart } : sideways(hull);
  const distance = inside ? -(apart + wanted) : wanted - apart;
  return { x: outward.x * distance, y: outward.y * distance };
}

/** A force that keeps nodes out of the fields of circles that they are not in. */
export function forceKeepOut(groups: readonly (readonly string[])[]) {
  let bodies: (MovingBody & { vx?: number; vy?: number })[] = [];
  const small = groups.filter(isSmall);
  const force = (alpha: number) => {
    if (alpha > ACTS_BELOW) return;
    for (const group of small) {
      const ids = new Set(group);
      const members = bodies.filter((body) => ids.has(body.id));
      for (const body of bodies) if (!ids.has(body.id)) push(body, wayOut(body, members));
    }
  };
  force.initialize = (all: typeof bodies) => {
    bodies = all;
  };
  return force;
}

/** Not weaker towards the end, or the other forces would have the last word. */
function push(body: { vx?: number; vy?: number }, out: Point | undefined): void {
  if (!out) return;
  body.vx = (body.vx ?? 0) + out.x * STRENGTH;
  body.vy = (body.vy ?? 0) + out.y * STRENGTH;
}

function nearestOnOutline(hull: readonly Point[], point: Point): Point | undefined {
  let best: { at: Point; apart: number } | undefined;
  for (const [index, from] of hull.entries()) {
    const at = nearestOnSegment(from, hull[(index + 1) % hull.length] as Point, point);
    const apart = Math.hypot(point.x - at.x, point.y - at.y);
    if (best === undefined || apart < best.apart) best = { at, apart };
  }
  return best?.at;
}

function nearestOnSegment(from: Point, to: Point, point: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / square;
  const within = Math.min(Math.max(t, 0), 1);
  return { x: from.x + dx * within, y: from.y + dy * within };
}

function sideways(hull: readonly Point[]): Point {
  const [from, to] = [hull[0] as Point, hull.at(-1) as Point];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? { x: 1, y: 0 } : { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
}
