import type { Address } from "../../../lib/address.ts";
import type { GraphThread, GraphView } from "./graph-view.ts";

/** Most nodes that are drawn: more can neither be read nor moved smoothly without a graphics card. */
export const MOST_NODES = 120;

/** How far around the selected node a large graph is drawn, unless said. */
export const DEFAULT_DEPTH = 2;

/** The part of the graph that is drawn, and how much is left out. */
export type Visible = {
  readonly nodes: ReadonlySet<Address>;
  readonly threads: readonly GraphThread[];
  /** The node around which a part is drawn; none when everything is. */
  readonly around?: Address;
  readonly leftOutNodes: number;
  readonly leftOutThreads: number;
};

/**
 * What is drawn: everything while it is small enough, else what lies within `depth` threads of the selected node,
 * nearest first and, where equally near, along the strongest threads. Without a selection: around the node with the
 * most threads.
 */
export function visiblePart(
  view: GraphView,
  selected: Address | undefined,
  depth: number = DEFAULT_DEPTH,
  most: number = MOST_NODES,
): Visible {
  if (view.nodes.size <= most) {
    return { nodes: new Set(view.nodes.keys()), threads: view.threads, leftOutNodes: 0, leftOutThreads: 0 };
  }
  const beside = threadsByNode(view.threads);
  const around = selected && view.nodes.has(selected) ? selected : busiest(view, beside);
  const nodes = nearest(around, beside, depth, most);
  const threads = view.threads.filter((thread) => nodes.has(thread.source) && nodes.has(thread.target));
  return {
    nodes,
    threads,
    around,
    leftOutNodes: view.nodes.size - nodes.size,
    leftOutThreads: view.threads.length - threads.length,
  };
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

function busiest(view: GraphView, beside: ReadonlyMap<Address, readonly GraphThread[]>): Address {
  let best: { id: Address; count: number } | undefined;
  for (const id of view.nodes.keys()) {
    const count = beside.get(id)?.length ?? 0;
    if (best === undefined || count > best.count || (count === best.count && id < best.id)) best = { id, count };
  }
  // Only asked of graphs with more nodes than can be drawn.
  return (best as { id: Address }).id;
}

function nearest(
  from: Address,
  beside: ReadonlyMap<Address, readonly GraphThread[]>,
  depth: number,
  most: number,
): Set<Address> {
  const found = new Set([from]);
  let ring: Address[] = [from];
  for (let step = 0; step < depth && ring.length > 0; step++) {
    const threads = ring.flatMap((node) => beside.get(node) ?? []).sort((a, b) => b.share - a.share);
    ring = [];
    for (const thread of threads) {
      for (const node of [thread.source, thread.target]) {
        if (found.size >= most) return found;
        if (found.has(node)) continue;
        found.add(node);
        ring.push(node);
      }
    }
  }
  return found;
}
