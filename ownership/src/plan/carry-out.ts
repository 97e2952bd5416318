import { type Steps, UNDER_WAY } from "../steps.ts";
import type { HopStep } from "./choose-hops.ts";
import type { ClaimSet } from "./claim-set.ts";
import type { Ledger } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import { createPacker } from "./settle-gas.ts";

/** Harvests that were carried out, and what can be claimed after them. */
export interface Settlement {
  readonly hops: readonly HopStep[];
  /** What each harvest costs, in wei. */
  readonly hopCosts: readonly bigint[];
  /** What the claims pay, in wei. */
  readonly paid: bigint;
  readonly claimCount: number;
  /** What all transactions cost, in wei. */
  readonly cost: bigint;
  readonly transactions: number;
  /** The accounts after the harvests, before the claims. */
  readonly after: Ledger;
}

/** What a settlement brings after its costs, in wei. */
export function netOf({ paid, cost }: Settlement): bigint {
  return paid - cost;
}

/** Harvests between two steps: some milliseconds. */
const HARVESTS_A_STEP = 1024;

/** Carries harvests out on a copy of `ledger`; those that fail, or that there is no room for, are left out. */
export function* carryOut(
  ledger: Ledger,
  claims: ClaimSet,
  entries: readonly number[],
  limits: Thresholds,
): Steps<Settlement> {
  const after = ledger.restart();
  const packer = createPacker(limits);
  const hops: HopStep[] = [];
  const hopCosts: bigint[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % HARVESTS_A_STEP === HARVESTS_A_STEP - 1) yield UNDER_WAY;
    if (after.claimable(entry) === 0n || !packer.addHop(entry)) continue;
    const { amount, failure } = after.harvest(entry);
    if (failure !== null) continue;
    hops.push({ entry, amount });
    hopCosts.push(packer.wasFirst() ? limits.costPerHop : limits.costPerRepeat);
  }
  const { paid, count } = claims.tally(after, packer.roomForClaims());
  const transactions = packer.transactionsWith(count);
  return {
    hops,
    hopCosts,
    paid,
    claimCount: count,
    cost:
      hopCosts.reduce((sum, cost) => sum + cost, 0n) +
      limits.costPerClaim * BigInt(count) +
      limits.costPerTransaction * BigInt(transactions),
    transactions,
    after,
  };
}
