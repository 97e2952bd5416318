import { buildGraph, edgeBalance, type HoldingState, type OwnershipGraph } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";

/** Shares that a holder receives or, below zero, gives up. In wei. */
export interface Shift {
  readonly token: Address;
  readonly holder: Address;
  readonly change: bigint;
}

/** The ownership graph as it would be after `shifts`: what they leave over of a token is minted, what they lack burned. */
export function graphAfter(snapshot: OwnershipSnapshot, shifts: readonly Shift[]): OwnershipGraph {
  const balances = new Map<string, HoldingState>();
  for (const { token, holder, balance, debt, class: kind } of snapshot.holdings) {
    balances.set(key(token, holder), { token, holder, balance, debt, excluded: kind === "EXCLUDED" });
  }
  const minted = new Map<string, bigint>();
  for (const { token, holder, change } of shifts) {
    const known = balances.get(key(token, holder)) ?? { token, holder, balance: 0n, debt: 0n, excluded: false };
    balances.set(key(token, holder), { ...known, balance: known.balance + change });
    minted.set(token, (minted.get(token) ?? 0n) + change);
  }
  const tokens = snapshot.graph.tokens.map((token) => {
    const shares = minted.get(token.id) ?? 0n;
    return { ...token, totalSupply: token.totalSupply + shares, eligibleSupply: token.eligibleSupply + shares };
  });
  return buildGraph({ tokens, holdings: [...balances.values()] });
}

function key(token: Address, holder: Address): string {
  return `${token}${holder}`;
}

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
