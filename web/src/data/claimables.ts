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
