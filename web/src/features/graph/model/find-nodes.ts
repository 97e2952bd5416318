import type { GraphNode, GraphView } from "./graph-view.ts";

/** Most nodes that a search offers. */
const MOST = 8;

/** Nodes whose name, symbol, address or wallet fits what was typed; beginnings before middles, large before small. */
export function findNodes(view: GraphView, text: string): readonly GraphNode[] {
  const wanted = plain(text.trim());
  if (wanted === "") return [];
  const found: { readonly node: GraphNode; readonly rank: number }[] = [];
  for (const node of view.nodes.values()) {
    const rank = rankOf(node, wanted);
    if (rank !== undefined) found.push({ node, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank || b.node.radius - a.node.radius || (a.node.id < b.node.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ node }) => node);
}

/** Letters without case and accents: "tomas" finds Tomás. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function rankOf(node: GraphNode, wanted: string): number | undefined {
  const name = plain(node.name);
  const symbol = plain(node.symbol ?? "");
  if (name === wanted || symbol === wanted || node.id === wanted || node.wallet === wanted) return 0;
  if (name.startsWith(wanted) || symbol.startsWith(wanted)) return 1;
  if (wanted.startsWith("0x")) return node.id.startsWith(wanted) || node.wallet?.startsWith(wanted) ? 1 : undefined;
  if (name.split(/\s+/).some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) ? 3 : undefined;
}
