import { edgeBalance, type OwnershipGraph } from "./ownership-graph.ts";

/**
 * Part of each token's eligible supply that no treasury holds, from 0 to 1; 0 where nothing is eligible.
 *
 * While it is at least 0.2 everywhere, circles leak to people and settlements converge.
 */
export function outsideFloat(graph: OwnershipGraph): Map<string, number> {
  const floats = new Map<string, number>();
  for (const [node, token] of graph.tokens.entries()) {
    let outside = 0n;
    for (let edge = graph.edgeStart[node] as number; edge < (graph.treasuryStart[node] as number); edge++) {
      outside += edgeBalance(graph, edge);
    }
    floats.set(token.id, token.eligibleSupply === 0n ? 0 : Number(outside) / Number(token.eligibleSupply));
  }
  return floats;
}
