import type { Address } from "../../../lib/address.ts";
import { WAYS, type Way } from "../search.ts";
import type { GraphThread, GraphView } from "./graph-view.ts";

/** Most nodes that are drawn one by one, each a button of its own. */
export const MOST_SINGLE_NODES = 120;

/** Most nodes that are drawn at all: more say nothing, and are found through their neighbours. */
export const MOST_NODES = 20_000;

/** How far around the selected node a graph that is too large to draw whole is drawn, unless said. */
export const DEFAULT_DEPTH = 2;

/** The part of the graph that is drawn, and how much is left out. */
export type Visible = {
  readonly nodes: ReadonlySet<Address>;
  readonly threads: readonly GraphThread[];
  /** The node around which a part is drawn; none when everything is. */
  readonly around?: Address;
};

/** What to look at: from which node, how many threads far and which way. */
export type Focus = {
  readonly selected: Address | undefined;
  readonly depth?: number | undefined;
  readonly way?: Way | undefined;
};

/**
 * What is drawn: with a depth or a way, the nodes that money reaches from the selected node (its owners, and theirs)
 * and those from which it comes (what it owns, and what that owns), within `depth` threads. Without, everything while
 * it is small enough, else the surroundings of the selected node or of the one with the most threads; nearest first
 * and, where equally near, along the strongest threads.
 */
export function visiblePart(view: GraphView, focus: Focus, most: number = MOST_NODES): Visible {
  const { depth, way } = focus;
  const selected = focus.selected !== undefined && view.nodes.has(focus.selected) ? focus.selected : undefined;
  const narrowed = selected !== undefined && (depth !== undefined || way !== undefined);
  if (!narrowed && view.nodes.size <= most) {
    return { nodes: new Set(view.nodes.keys()), threads: view.threads };
  }
  const around = selected ?? busiest(view);
  const far = depth ?? (view.nodes.size <= most ? Number.POSITIVE_INFINITY : DEFAULT_DEPTH);
  const nodes = new Set<Address>([around]);
  for (const direction of way === undefined ? WAYS : [way]) follow(view.threads, around, direction, far, most, nodes);
  // Between two shown nodes every holding is shown, or the picture would say that there is none.
  const threads = view.threads.filter((thread) => nodes.has(thread.source) && nodes.has(thread.target));
  return { nodes, threads, around };
}

/** Threads of every node, in and out, strongest first. */
export function threadsByNode(threads: readonly GraphThread[]): ReadonlyMap<Address, readonly GraphThread[]> {
  const beside = new Map<Address, GraphThread[]>();
  const add = (node: Address, thread: GraphThread) => {
    const known = beside.get(node);
    if (known) known.push(thread);
    else beside.set(node, [thread]);
  };
  for (const thread of threads) {
    add(thread.source, thread);
    add(thread.target, thread);
  }
  return beside;
}

/** The node with the most threads; the first by id where several have. Only asked of graphs with nodes. */
export function busiest(view: GraphView): Address {
  const beside = threadsByNode(view.threads);
  let best: { id: Address; count: number } | undefined;
  for (const id of view.nodes.keys()) {
    const count = beside.get(id)?.length ?? 0;
    if (best === undefined || count > best.count || (count === best.count && id < best.id)) best = { id, count };
  }
  return (best as { id: Address }).id;
}

function follow(
  threads: readonly GraphThread[],
  from: Address,
  way: Way,
  depth: number,
  most: number,
  found: Set<Address>,
): void {
  const leaving = threadsAt(threads, way);
  const reached = new Set([from]);
  let ring: Address[] = [from];
  for (let step = 0; step < depth && ring.length > 0; step++) {
    const next = ring.flatMap((node) => leaving.get(node) ?? []).sort((a, b) => b.share - a.share);
    ring = [];
    for (const thread of next) {
      const node = endOf(thread, way);
      if (reached.has(node)) continue;
      if (found.size >= most && !found.has(node)) return;
      reached.add(node);
      found.add(node);
      ring.push(node);
    }
  }
}

/** Threads by the node at which they begin when looking one way: money runs to owners, and comes from what is owned. */
function threadsAt(threads: readonly GraphThread[], way: Way): ReadonlyMap<Address, readonly GraphThread[]> {
  const by = new Map<Address, GraphThread[]>();
  for (const thread of threads) {
    const start = way === "owners" ? thread.source : thread.target;
    const known = by.get(start);
    if (known) known.push(thread);
    else by.set(start, [thread]);
  }
  return by;
}

function endOf(thread: GraphThread, way: Way): Address {
  return way === "owners" ? thread.target : thread.source;
}
