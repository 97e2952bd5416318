import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import type { GraphThread } from "./graph-view.ts";

/** A node at the other end of a thread. */
export type Neighbour = {
  readonly id: Address;
  /** `holds`: the node holds a part of the neighbour; `heldBy`: the neighbour holds a part of the node. */
  readonly relation: "holds" | "heldBy";
  readonly share: number;
  readonly thread: GraphThread;
};

/** Nodes that a node shares a thread with: first who holds a part of it, then what it holds a part of. */
export function neighboursOf(threads: readonly GraphThread[], node: Address): Neighbour[] {
  const holders = threads.filter((thread) => thread.source === node);
  const held = threads.filter((thread) => thread.target === node);
  return [
    ...holders.map((thread) => ({ id: thread.target, relation: "heldBy" as const, share: thread.share, thread })),
    ...held.map((thread) => ({ id: thread.source, relation: "holds" as const, share: thread.share, thread })),
  ];
}

/** A way to walk. */
export type Direction = "up" | "down" | "left" | "right";

const TOWARDS: Record<Direction, Point> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/**
 * The node that an arrow key leads to: the neighbour that lies most in that direction; where no thread leads that way,
 * the nearest node that does, so that pieces without a thread between them can be reached too. Undefined at the edge of
 * the picture.
 */
export function walk(options: {
  from: Address;
  direction: Direction;
  places: ReadonlyMap<Address, Point>;
  threads: readonly GraphThread[];
}): Address | undefined {
  const { from, direction, places, threads } = options;
  const beside = neighboursOf(threads, from).map((neighbour) => neighbour.id);
  return closestTowards(from, direction, places, beside) ?? closestTowards(from, direction, places, places.keys());
}

function closestTowards(
  from: Address,
  direction: Direction,
  places: ReadonlyMap<Address, Point>,
  candidates: Iterable<Address>,
): Address | undefined {
  const start = places.get(from);
  const towards = TOWARDS[direction];
  if (!start) return undefined;
  let best: { id: Address; cost: number } | undefined;
  for (const id of candidates) {
    const place = places.get(id);
    if (!place || id === from) continue;
    const ahead = (place.x - start.x) * towards.x + (place.y - start.y) * towards.y;
    const aside = Math.abs((place.x - start.x) * towards.y - (place.y - start.y) * towards.x);
    // Within 60° of the direction: wider and two arrows would lead to the same node.
    if (ahead <= 0 || aside > ahead * Math.sqrt(3)) continue;
    const cost = ahead + 2 * aside;
    if (best === undefined || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
