import { edgeBalance, type OwnershipGraph } from "@weft/ownership";
import { shareOf } from "../../../lib/share-of.ts";

/** Part of what takes part in income of `token` that `holders` have together; for display. */
export function heldPart(graph: OwnershipGraph, token: string, holders: readonly string[]): number {
  const node = graph.nodeOf.get(token);
  if (node === undefined) return 0;
  const nodes = holders.map((holder) => graph.nodeOf.get(holder));
  let held = 0n;
  for (let edge = graph.edgeStart[node] ?? 0; edge < (graph.edgeStart[node + 1] ?? 0); edge += 1) {
    if (nodes.includes(graph.edgeHolder[edge])) held += edgeBalance(graph, edge);
  }
  return shareOf(held, graph.tokens[node]?.eligibleSupply ?? 0n);
}
