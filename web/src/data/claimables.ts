import { claimableOf } from "@weft/ownership";
import type { Address } from "../lib/address.ts";
import type { HoldingInfo, OwnershipSnapshot } from "./ownership-snapshot.ts";

/** What a holding can claim at the snapshot's block, in wei of the currency; 0 for pools, which can't claim. */
export function claimableOfHolding(snapshot: OwnershipSnapshot, holding: HoldingInfo): bigint {
  const token = snapshot.tokens.get(holding.token);
  if (token === undefined || holding.class === "EXCLUDED") return 0n;
  return claimableOf(holding.balance, holding.debt, token.incomePerShare);
}

/** What all holders of a token together can claim at the snapshot's block, in wei of the currency. */
export function dueToHolders(snapshot: OwnershipSnapshot, token: Address): bigint {
  return snapshot.holdings
    .filter((holding) => holding.token === token)
    .reduce((sum, holding) => sum + claimableOfHolding(snapshot, holding), 0n);
}

/** The holding of `holder` in `token`, if there is one. */
export function findHolding(snapshot: OwnershipSnapshot, token: Address, holder: Address): HoldingInfo | undefined {
  return snapshot.holdings.find((holding) => holding.token === token && holding.holder === holder);
}

/**
 * Whether anything could be due to an account: something waits in a holding of it or, on the way there, in one of the treasuries
 * that it owns a part of. Quick, and true too for what is too little to collect.
 */
export function mayBeDue(snapshot: OwnershipSnapshot, account: Address): boolean {
  const ofHolder = Map.groupBy(snapshot.holdings, ({ holder }) => holder);
  const reached = new Set([account]);
  // A set goes on to what is added while it is looked at.
  for (const holder of reached) {
    for (const holding of ofHolder.get(holder) ?? []) {
      if (claimableOfHolding(snapshot, holding) > 0n) return true;
      if (holding.balance > 0n) reached.add(holding.token);
    }
  }
  return false;
}
