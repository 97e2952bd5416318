import type { Point } from "../geometry/curve.ts";
import { startingPlace } from "./starting-place.ts";

/** A node that starts on top of what it is tied to is moved aside by up to this, in world units. */
const ASIDE = 60;

/** Rounds in which nodes find a start: a node may be tied only to others that are new as well. */
const ROUNDS = 8;

/**
 * Where nodes without a place start when others have one: at the middle of those that they are tied to, weighted by how
 * closely, a little aside by their id. Those that are tied to nothing with a place are not in the answer.
 */
export function startBeside(
  nodes: readonly { readonly id: string }[],
  links: readonly { readonly source: string; readonly target: string; readonly strength: number }[],
  fixed: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const starts = new Map<string, Point>();
  if (fixed.size === 0) return starts;
  const missing = new Set(nodes.map(({ id }) => id).filter((id) => !fixed.has(id)));
  for (let round = 0; round < ROUNDS && missing.size > 0; round++) {
    const found = middles(links, missing, (id) => fixed.get(id) ?? starts.get(id));
    if (found.size === 0) break;
    for (const [id, middle] of found) {
      const aside = startingPlace(id, ASIDE);
      starts.set(id, { x: middle.x + aside.x, y: middle.y + aside.y });
      missing.delete(id);
    }
  }
  return starts;
}

function middles(
  links: readonly { readonly source: string; readonly target: string; readonly strength: number }[],
  missing: ReadonlySet<string>,
  placeOf: (id: string) => Point | undefined,
): ReadonlyMap<string, Point> {
  const sums = new Map<string, { x: number; y: number; weight: number }>();
  const pull = (id: string, towards: string, strength: number) => {
    const place = missing.has(id) ? placeOf(towards) : undefined;
    if (!place) return;
    const weight = strength + 0.01;
    const sum = sums.get(id) ?? { x: 0, y: 0, weight: 0 };
    sums.set(id, { x: sum.x + place.x * weight, y: sum.y + place.y * weight, weight: sum.weight + weight });
  };
  for (const { source, target, strength } of links) {
    pull(source, target, strength);
    pull(target, source, strength);
  }
  return new Map(Array.from(sums, ([id, { x, y, weight }]) => [id, { x: x / weight, y: y / weight }]));
}
