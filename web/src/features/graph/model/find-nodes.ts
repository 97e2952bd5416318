import { foldText } from "../../../lib/fold-text.ts";
import { matchRank } from "../../../lib/match-rank.ts";
import type { GraphNode, GraphView } from "./graph-view.ts";

/** Most nodes that a search offers. */
const MOST = 8;

/** Nodes whose name, symbol, address or wallet fits what was typed; beginnings before middles, large before small. */
export function findNodes(view: GraphView, text: string): readonly GraphNode[] {
  const wanted = foldText(text).trim();
  if (wanted === "") return [];
  const found: { readonly node: GraphNode; readonly rank: number }[] = [];
  for (const node of view.nodes.values()) {
    const rank = matchRank({ ...node, addresses: [node.id, node.wallet] }, wanted);
    if (rank !== undefined) found.push({ node, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank || b.node.radius - a.node.radius || (a.node.id < b.node.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ node }) => node);
}
