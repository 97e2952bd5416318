import { chooseHops, type HopStep } from "./choose-hops.ts";
import type { Ledger } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import type { SettleTarget } from "./settle-target.ts";
import { type HopWorth, worthOfHops } from "./worth-of-hops.ts";

/** Harvests and claims that were carried out, and the accounts after them. */
export interface Settlement {
  readonly hops: HopStep[];
  readonly claims: { readonly entry: number; readonly amount: bigint }[];
  /** What the claims pay, in wei. */
  readonly paid: bigint;
  /** What harvests and claims cost, in wei. */
  readonly cost: bigint;
  readonly after: Ledger;
}

/** Rounds of leaving out what is not worth its cost; each can make others not worth theirs. */
const PRUNING_ROUNDS = 8;

/** Most single harvests that are tried to be left out together with what only serves them. */
const TRIALS = 32;

/**
 * The best sequence found for a target: harvests in the order of flow, less those that bring less than they cost.
 *
 * Choosing among fixed costs is hard in general (a Steiner problem), so this is a search: harvests that look worth it
 * one by one, then without those that turn out not to be, alone or with the harvests that only feed them. It never
 * nets less than claiming without any harvest.
 */
export function bestSettlement(ledger: Ledger, target: SettleTarget, thresholds: Thresholds): Settlement {
  const chosen = chooseHops(ledger, target, thresholds.perHop, thresholds.maxHops);
  const claimsOnly = carryOut(ledger, target, [], thresholds);
  let best = prune(ledger, target, chosen, thresholds);
  for (let trial = 0; trial < TRIALS && thresholds.costPerHop > 0n; trial++) {
    const better = withoutBurden(ledger, target, best, thresholds);
    if (better === undefined) break;
    best = better;
  }
  return net(best) >= net(claimsOnly) ? best : claimsOnly;
}

function net({ paid, cost }: Settlement): bigint {
  return paid - cost;
}

function carryOut(
  ledger: Ledger,
  target: SettleTarget,
  entries: readonly number[],
  { costPerHop, costPerClaim, perClaim }: Thresholds,
): Settlement {
  const after = ledger.restart();
  const hops: HopStep[] = [];
  for (const entry of entries) {
    const { amount, failure } = after.harvest(entry);
    if (failure === null) hops.push({ entry, amount });
  }
  const claims = target.claims
    .filter((entry) => after.claimable(entry) >= perClaim)
    .map((entry) => ({ entry, amount: after.claim(entry) }));
  return {
    hops,
    claims,
    paid: claims.reduce((sum, { amount }) => sum + amount, 0n),
    cost: costPerHop * BigInt(hops.length) + costPerClaim * BigInt(claims.length),
    after,
  };
}

function worthNow(
  ledger: Ledger,
  target: SettleTarget,
  settlement: Settlement,
  { costPerHop }: Thresholds,
  least: bigint,
): HopWorth[] {
  const claimed = new Set(settlement.claims.map(({ entry }) => entry));
  const direct = target.direct.slice();
  for (const entry of target.claims) {
    if (claimed.has(entry) || !ledger.entries.earns(entry)) continue;
    const token = ledger.entries.tokenOf(entry);
    direct[token] = Math.max(0, (direct[token] as number) - (ledger.entries.graph.edgeShare[entry] as number));
  }
  return worthOfHops(ledger.entries, settlement.hops, direct, costPerHop, least);
}

function prune(ledger: Ledger, target: SettleTarget, hops: readonly HopStep[], thresholds: Thresholds): Settlement {
  const entriesOf = (steps: readonly HopStep[]): number[] => steps.map(({ entry }) => entry);
  let settlement = carryOut(ledger, target, entriesOf(hops), thresholds);
  for (let round = 0; round < PRUNING_ROUNDS; round++) {
    const worth = worthNow(ledger, target, settlement, thresholds, thresholds.costPerHop);
    const kept = settlement.hops.filter((_, index) => worth[index]?.kept);
    if (kept.length === settlement.hops.length) break;
    const shorter = carryOut(ledger, target, entriesOf(kept), thresholds);
    if (net(shorter) < net(settlement)) break;
    settlement = shorter;
  }
  return settlement;
}

/** Leaves out the harvest with the heaviest burden that is better left out; undefined when there is none. */
function withoutBurden(
  ledger: Ledger,
  target: SettleTarget,
  settlement: Settlement,
  thresholds: Thresholds,
): Settlement | undefined {
  const candidates = worthNow(ledger, target, settlement, thresholds, 0n)
    .map(({ brings, burden }, index) => ({ index, excess: burden - brings }))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => b.excess - a.excess);
  for (const { index } of candidates.slice(0, TRIALS)) {
    const shorter = prune(ledger, target, settlement.hops.toSpliced(index, 1), thresholds);
    if (net(shorter) > net(settlement)) return shorter;
  }
  return undefined;
}
