import { flowOf } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** Receivers shown one by one; the rest are added up. */
export const MOST_RECEIVERS = 8;

/** Who gets what of a gain, in the end. Amounts in wei of the currency. */
export interface RealizePreview {
  /** Largest first. */
  readonly receivers: readonly { readonly account: Address; readonly amount: bigint }[];
  /** What goes to receivers that are not listed one by one. */
  readonly others: { readonly count: number; readonly amount: bigint };
  /** What would end in tokens out of which nothing comes. */
  readonly trapped: bigint;
}

/** Lets `amount` flow from `token` until it rests. Receivers, others and what is trapped sum to `amount`. */
export function realizePreview(snapshot: OwnershipSnapshot, token: Address, amount: bigint): RealizePreview {
  const { received, trapped } = flowOf(snapshot.graph, new Map([[token, amount]]), { maxTurns: 0 });
  const all = Array.from(received, ([account, part]) => ({ account: account as Address, amount: part }))
    .filter((receiver) => receiver.amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? a.account.localeCompare(b.account) : a.amount < b.amount ? 1 : -1));
  const shown = all.length > MOST_RECEIVERS ? all.slice(0, MOST_RECEIVERS - 1) : all;
  const rest = all.slice(shown.length);
  return {
    receivers: shown,
    others: { count: rest.length, amount: rest.reduce((sum, { amount: part }) => sum + part, 0n) },
    trapped,
  };
}
