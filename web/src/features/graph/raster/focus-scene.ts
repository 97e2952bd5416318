import type { Address } from "../../../lib/address.ts";
import type { Point } from "../geometry/curve.ts";
import { LARGE_SCALE } from "../layout/large-scale.ts";
import { makeScene, type Scene } from "../layout/scene.ts";
import type { GraphThread, GraphView } from "../model/graph-view.ts";
import type { Visible } from "../model/neighbourhood.ts";

/** Most nodes in focus, and most of the largest that are named when nobody is selected. */
const MOST = { focus: 60, named: 24 } as const;

/** Smallest half height of a node in focus, in screen pixels: large enough to tell its cloth. */
const LEAST_RADIUS = 9;

/** What a large graph has in focus. */
export type FocusInput = {
  readonly view: GraphView;
  readonly visible: Pick<Visible, "nodes" | "threads">;
  readonly places: ReadonlyMap<string, Point>;
  readonly selected: Address | undefined;
  /** What each thread carries of a gain that is followed; the largest are in focus. */
  readonly carried: ReadonlyMap<string, bigint> | undefined;
  /** Screen pixels in a world unit. */
  readonly k: number;
};

/**
 * The few nodes of a large graph that are drawn as buttons with names, over all the others: the selected one with what
 * it is tied to along its strongest threads, or along those that carry most of a gain; without one, the largest.
 */
export function focusScene({ view, visible, places, selected, carried, k }: FocusInput): Scene {
  const threads = threadsInFocus(visible.threads, selected, carried);
  const nodes = new Set<Address>(selected === undefined ? [] : [selected]);
  const kept: GraphThread[] = [];
  for (const thread of threads) {
    const more = [thread.source, thread.target].filter((id) => !nodes.has(id));
    if (nodes.size + more.length > MOST.focus) continue;
    for (const id of more) nodes.add(id);
    kept.push(thread);
  }
  if (selected === undefined) for (const id of largest(view, visible)) nodes.add(id);
  const scaled = new Map(
    [...nodes].flatMap((id) => {
      const node = view.nodes.get(id);
      return node ? [[id, { ...node, radius: Math.max(node.radius * LARGE_SCALE, LEAST_RADIUS / k) }] as const] : [];
    }),
  );
  return makeScene({ nodes: scaled }, { nodes, threads: kept }, [], places);
}

function threadsInFocus(
  threads: readonly GraphThread[],
  selected: Address | undefined,
  carried: ReadonlyMap<string, bigint> | undefined,
): readonly GraphThread[] {
  if (selected === undefined) return [];
  if (!carried) return threads.filter(({ source, target }) => source === selected || target === selected);
  const amount = (thread: GraphThread) => carried.get(thread.id) ?? 0n;
  return threads
    .filter((thread) => amount(thread) > 0n)
    .sort((a, b) => (amount(a) === amount(b) ? 0 : amount(a) > amount(b) ? -1 : 1));
}

function largest(view: GraphView, visible: Pick<Visible, "nodes">): Address[] {
  return [...visible.nodes]
    .flatMap((id) => view.nodes.get(id) ?? [])
    .sort((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1))
    .slice(0, MOST.named)
    .map((node) => node.id);
}
