import { type Fraction, fraction } from "../exact/fraction.ts";
import { edgeBalance, type OwnershipGraph } from "./ownership-graph.ts";
import { nodeId, tokenNode } from "./token-node.ts";

/** What a holder has of a token, as part of the shares that take part in income. */
export interface DirectShare {
  readonly holder: string;
  /** Balance / eligible supply, from 0 to 1; for drawing, not for money. */
  readonly share: number;
  /** In wei of shares. */
  readonly balance: bigint;
}

/** Holders of `token` with their direct shares, largest first. Throws UnknownTokenError. */
export function directShares(graph: OwnershipGraph, token: string): DirectShare[] {
  const node = tokenNode(graph, token, "directShares");
  const shares: DirectShare[] = [];
  for (let edge = graph.edgeStart[node] as number; edge < (graph.edgeStart[node + 1] as number); edge++) {
    shares.push({
      holder: nodeId(graph, graph.edgeHolder[edge] as number),
      share: graph.edgeShare[edge] as number,
      balance: edgeBalance(graph, edge),
    });
  }
  return shares.sort((a, b) => b.share - a.share);
}

/** Balance / eligible supply as an exact fraction; 0 for who holds nothing. Throws UnknownTokenError. */
export function directShareExact(graph: OwnershipGraph, token: string, holder: string): Fraction {
  const node = tokenNode(graph, token, "directShareExact");
  const holderNode = graph.nodeOf.get(holder);
  for (let edge = graph.edgeStart[node] as number; edge < (graph.edgeStart[node + 1] as number); edge++) {
    if (graph.edgeHolder[edge] === holderNode) {
      return fraction(edgeBalance(graph, edge), graph.tokens[node]?.eligibleSupply as bigint);
    }
  }
  return fraction(0n);
}
