import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { accountNode } from "../graph/token-node.ts";
import { directSharesOf, gather } from "./gather.ts";

/** Part of a token's income that finally rests with an account. */
export interface LookThroughShare {
  readonly token: string;
  /** From 0 to 1. */
  readonly share: number;
}

/**
 * Look-through shares of `account` in every token it has a part in, largest first: the row of D (I − C)⁻¹.
 *
 * One transposed solve, whatever the number of tokens. Throws NotAnAccountError for a token.
 */
export function lookThroughOfAccount(graph: OwnershipGraph, account: string): LookThroughShare[] {
  const node = accountNode(graph, account);
  if (node === undefined) return [];
  const system = flowSystem(graph, "income");
  const { shares } = gather(system, directSharesOf(system, node));
  const result: LookThroughShare[] = [];
  for (const [index, token] of graph.tokens.entries()) {
    const share = shares[index] as number;
    if (share > 0) result.push({ token: token.id, share });
  }
  return result.sort((a, b) => b.share - a.share);
}
