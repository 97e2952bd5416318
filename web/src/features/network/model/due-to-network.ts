import { claimableOfHolding } from "../../../data/claimables.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** Income that came in for a network's treasury and was not collected yet, in wei of the currency. */
export function dueToNetwork(snapshot: OwnershipSnapshot, network: Address): bigint {
  return snapshot.holdings
    .filter(({ holder }) => holder === network)
    .reduce((sum, holding) => sum + claimableOfHolding(snapshot, holding), 0n);
}
