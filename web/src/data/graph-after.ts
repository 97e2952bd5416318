import { buildGraph, type HoldingState, type OwnershipGraph } from "@weft/ownership";
import type { Address } from "../lib/address.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";

/** Shares that a holder receives or, below zero, gives up. In wei. */
export interface Shift {
  readonly token: Address;
  readonly holder: Address;
  readonly change: bigint;
}

/**
 * The ownership graph as it would be after `shifts`: what they leave over of a token is minted, what they lack burned.
 *
 * Whether the contracts would allow it is not looked at.
 */
export function graphAfter(snapshot: OwnershipSnapshot, shifts: readonly Shift[]): OwnershipGraph {
  const holdings = new Map<string, HoldingState>();
  for (const { token, holder, balance, debt, class: kind } of snapshot.holdings) {
    holdings.set(token + holder, { token, holder, balance, debt, excluded: kind === "EXCLUDED" });
  }
  const total = new Map<string, bigint>();
  const eligible = new Map<string, bigint>();
  for (const { token, holder, change } of shifts) {
    const known = holdings.get(token + holder) ?? { token, holder, balance: 0n, debt: 0n, excluded: false };
    holdings.set(token + holder, { ...known, balance: known.balance + change });
    add(total, token, change);
    if (!known.excluded) add(eligible, token, change);
  }
  const tokens = snapshot.graph.tokens.map((token) => ({
    ...token,
    totalSupply: token.totalSupply + (total.get(token.id) ?? 0n),
    eligibleSupply: token.eligibleSupply + (eligible.get(token.id) ?? 0n),
  }));
  return buildGraph({ tokens, holdings: [...holdings.values()] });
}

function add(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
