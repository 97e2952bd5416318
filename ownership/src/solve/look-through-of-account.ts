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

/** A row of D (I − C)⁻¹: one account in all tokens. */
export interface LookThroughRow {
  /** Token node → share, from 0 to 1; empty for who holds nothing. */
  readonly shares: Float64Array<ArrayBuffer>;
  /** Any share is off the exact one by at most this; rounding is included. */
  readonly errorBound: number;
}

/**
 * Look-through shares of `account` in every token it has a part in, largest first: the row of D (I − C)⁻¹.
 *
 * One transposed solve, whatever the number of tokens. Throws NotAnAccountError for a token.
 */
export function lookThroughOfAccount(graph: OwnershipGraph, account: string): LookThroughShare[] {
  return nameRow(graph.tokens, lookThroughRow(graph, account));
}

/** `lookThroughOfAccount` by numbers, with the bound of its error. */
export function lookThroughRow(graph: OwnershipGraph, account: string): LookThroughRow {
  const node = accountNode(graph, account);
  if (node === undefined) return { shares: new Float64Array(0), errorBound: 0 };
  const system = flowSystem(graph, "income");
  return gather(system, directSharesOf(system, node));
}

/** The shares of a row above zero with names, largest first. */
export function nameRow(tokens: readonly { readonly id: string }[], { shares }: LookThroughRow): LookThroughShare[] {
  const result: LookThroughShare[] = [];
  for (const [index, share] of shares.entries()) {
    if (share > 0) result.push({ token: tokens[index]?.id as string, share });
  }
  return result.sort((a, b) => b.share - a.share);
}
