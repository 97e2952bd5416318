import type { Address } from "../../../lib/address.ts";
import type { GraphSearch } from "../search.ts";
import type { GraphNode, GraphThread, GraphView } from "./graph-view.ts";

/** What narrows the graph down; nothing said leaves everything in. */
export type GraphFilters = Pick<GraphSearch, "networks" | "least" | "hide">;

/** How many of the filters are on. */
export function countFilters({ networks, least, hide }: GraphFilters): number {
  return [networks, least, hide].filter((each) => each !== undefined).length;
}

/**
 * The part of the graph that the filters leave: of the named networks with those they hold and those who hold them,
 * threads of at least the asked share, and no kinds that are left out. `keep`, the selected node, always stays. Who has
 * no thread left goes with the threads; who never had one stays while no network and no least share is asked for.
 */
export function filterView(view: GraphView, filters: GraphFilters, keep: Address | undefined): GraphView {
  if (countFilters(filters) === 0) return view;
  const { networks, least, hide } = filters;
  const hidden = new Set<string>(hide);
  const near = networks && aroundNetworks(view, networks);
  const stays = (node: GraphNode) => node.id === keep || (!hidden.has(node.kind) && (near?.has(node.id) ?? true));
  const allowed = new Set([...view.nodes.values()].filter(stays).map((node) => node.id));
  const wide = (thread: GraphThread) =>
    (least === undefined || thread.share * 100 >= least) && allowed.has(thread.source) && allowed.has(thread.target);
  const threads = view.threads.filter(wide);
  const tied = new Set(threads.flatMap(({ source, target }) => [source, target]));
  const wanted = new Set<Address>(networks);
  const shown = (id: Address) =>
    tied.has(id) || id === keep || wanted.has(id) || (near === undefined && least === undefined);
  return {
    nodes: new Map([...view.nodes].filter(([id]) => allowed.has(id) && shown(id))),
    threads,
    own: view.own.filter(
      (thread) => allowed.has(thread.source) && (least === undefined || thread.share * 100 >= least),
    ),
    nodeOf: view.nodeOf,
  };
}

function aroundNetworks(view: GraphView, networks: readonly Address[]): ReadonlySet<Address> {
  const named = new Set(networks);
  const near = new Set(named);
  for (const { source, target } of view.threads) {
    if (named.has(source)) near.add(target);
    if (named.has(target)) near.add(source);
  }
  return near;
}
