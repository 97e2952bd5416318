import { flowSystem } from "../graph/flow-system.ts";
import { type Steps, stage } from "../steps.ts";
import { netBound, potentialOf } from "./bounds.ts";
import { carryOut, netOf, type Settlement } from "./carry-out.ts";
import { type Choice, chooseHops } from "./choose-hops.ts";
import { type ClaimSet, createClaimSet } from "./claim-set.ts";
import type { Ledger } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import { type SettleTarget, worthWithin } from "./settle-target.ts";
import { worthOfHops } from "./worth-of-hops.ts";

/** Rounds of leaving out what is not worth its cost; each can make others not worth theirs. */
const PRUNING_ROUNDS = 16;

/** Harvests in a row that choices look ahead: where little leaves a circle, its closed form counts endless turns. */
const HORIZONS = [0, 1, 2, 4, 8];

/** The same for graphs of so many tokens, in which one more choice takes tenths of a second. */
const [LARGE_GRAPH, HORIZONS_IN_LARGE_GRAPHS] = [2_000, [2]];

/** Most harvests that are carried out to try neighbours: some hundredths of a second. */
const MAX_TRIED_HOPS = 10_000;

/** Percent of a search that it takes to choose harvests; the rest is for better ones nearby. */
const CHOSEN = 60;

/** The search ends when no settlement could net more than this part above what it has. */
const NEAR_ENOUGH = 1_000_000n;

/** Up to so many harvests all neighbours are tried, else only those without a harvest that is a burden. */
const EVERY_NEIGHBOUR_UP_TO = 16;

/** Most entries that are tried as one harvest more. */
const MAX_ADDED = 16;

/** What a search works on. */
export interface Search {
  readonly ledger: Ledger;
  readonly target: SettleTarget;
  readonly claims: ClaimSet;
  readonly limits: Thresholds;
}

/** Opens a search for settlements of a target. */
export function* createSearch(ledger: Ledger, target: SettleTarget, limits: Thresholds): Steps<Search> {
  const claims = yield* createClaimSet(ledger, target, limits.perClaim);
  return { ledger, target, limits, claims };
}

/**
 * The best sequence found: harvests in the order of flow, less those that bring less than they cost.
 *
 * Choosing among fixed costs is hard in general (a Steiner problem), so this is a search: harvests that look worth it
 * one by one, with and without the last turns around circles, then without those that turn out not to be, alone or with
 * the harvests that only feed them, then whatever single harvest less or more is better. It never nets less than claiming without any harvest, or than doing nothing.
 */
export function* bestSettlement(search: Search): Steps<Settlement> {
  const { ledger, claims, limits } = search;
  const nothing = yield* carryOut(ledger, claims, [], limits);
  const best = yield* stage(improve(search, yield* stage(bestChoice(search, nothing), 0, CHOSEN)), CHOSEN, 100);
  return netOf(best) > 0n ? best : { ...nothing, paid: 0n, claimCount: 0, cost: 0n, transactions: 0 };
}

/** The best of what choices lead to, and of nothing harvested. */
function* bestChoice(search: Search, nothing: Settlement): Steps<Settlement> {
  let best = nothing;
  const choices = choicesFor(search);
  for (const [index, choice] of choices.entries()) {
    const [from, to] = [(100 * index) / choices.length, (100 * (index + 1)) / choices.length];
    best = better(best, yield* stage(prunedChoice(search, choice), from, to));
  }
  return best;
}

function* prunedChoice(search: Search, choice: Choice): Steps<Settlement> {
  return yield* prune(search, yield* choose(search, choice));
}

function better(a: Settlement, b: Settlement): Settlement {
  return netOf(b) > netOf(a) ? b : a;
}

/** Choices that a search begins with: by look-through shares, and where there are circles by few harvests in a row. */
export function choicesFor({ ledger, target, limits }: Search): Choice[] {
  const { circular } = flowSystem(ledger.entries.graph, "income");
  const free = limits.costPerHop === 0n && limits.costPerRepeat === 0n;
  const large = ledger.entries.graph.tokens.length > LARGE_GRAPH;
  const lookedAhead = large ? HORIZONS_IN_LARGE_GRAPHS : HORIZONS;
  const horizons = circular.includes(1) && !free ? lookedAhead : [];
  return [
    { worth: target.worth },
    ...horizons.map((hops) => ({ worth: worthWithin(ledger.entries, target.direct, hops) })),
  ];
}

/** Carries a choice out. */
export function* choose({ ledger, claims, limits }: Search, choice: Choice): Steps<Settlement> {
  const { count } = claims.tally(ledger, Number.POSITIVE_INFINITY);
  // Claims come first, but not to the point that nothing is harvested.
  const [wanted, half] = [limits.gas.claim * BigInt(count + 1), (limits.gasLimit - limits.gas.transaction) / 2n];
  const steps = yield* chooseHops(ledger, choice, limits, wanted < half ? wanted : half);
  return yield* carryOut(
    ledger,
    claims,
    steps.map(({ entry }) => entry),
    limits,
  );
}

/** Leaves out what brings less than it costs, as long as that helps. */
function* prune({ ledger, claims, limits }: Search, from: Settlement): Steps<Settlement> {
  let settlement = from;
  for (let round = 0; round < PRUNING_ROUNDS; round++) {
    const worth = worthOfHops(settlement, claims.directOf(settlement.after), 1);
    const kept = settlement.hops.filter((_, index) => worth[index]?.kept);
    if (kept.length === settlement.hops.length) break;
    const shorter = yield* carryOut(
      ledger,
      claims,
      kept.map(({ entry }) => entry),
      limits,
    );
    if (netOf(shorter) < netOf(settlement)) break;
    settlement = shorter;
  }
  return settlement;
}

/** Leaves out or adds single harvests, each with what then is or isn't worth its cost, as long as one helps. */
function* improve(search: Search, from: Settlement): Steps<Settlement> {
  const { ledger, claims, limits } = search;
  if (limits.costPerHop === 0n && limits.costPerRepeat === 0n) return from;
  const bound = netBound(yield* potentialOf(ledger, search.target, true), limits);
  const nearEnough = (net: bigint): boolean => (bound - net) * NEAR_ENOUGH <= net;
  let best = from;
  let tried = 0;
  for (let improved = true; improved && !nearEnough(netOf(best)); ) {
    improved = false;
    for (const hops of neighboursOf(search, best)) {
      if (tried > MAX_TRIED_HOPS) return best;
      yield { done: tried, total: MAX_TRIED_HOPS + 1 };
      tried += hops.length * 2 + 1;
      const other = yield* prune(search, yield* carryOut(ledger, claims, hops, limits));
      if (netOf(other) <= netOf(best)) continue;
      best = other;
      improved = true;
      break;
    }
  }
  return best;
}

/** Sequences that differ by one harvest, by entry: first those without the heaviest burden, then those with one more. */
function* neighboursOf(search: Search, settlement: Settlement): Generator<number[]> {
  const hops = settlement.hops.map(({ entry }) => entry);
  const every = hops.length <= EVERY_NEIGHBOUR_UP_TO;
  const burdens = worthOfHops(settlement, search.claims.directOf(settlement.after), 0)
    .map(({ brings, burden }, index) => ({ index, excess: burden - brings }))
    .filter(({ excess }) => every || excess > 0)
    .sort((a, b) => b.excess - a.excess);
  for (const { index } of burdens) yield hops.toSpliced(index, 1);
  if (!every) return;
  for (const entry of mostLeftIn(search, settlement)) {
    for (let place = 0; place <= hops.length; place++) yield hops.toSpliced(place, 0, entry);
  }
}

/** Entries of treasuries with the most left for the target. */
function mostLeftIn({ target: { worth } }: Search, { after }: Settlement): number[] {
  const { entries } = after;
  const found: { readonly entry: number; readonly left: number }[] = [];
  for (const [token, part] of worth.entries()) {
    if (part === 0) continue;
    for (const entry of entries.heldBy(token)) {
      const left = Number(after.claimable(entry)) * part;
      if (left > 0) found.push({ entry, left });
    }
  }
  return found
    .sort((a, b) => b.left - a.left)
    .slice(0, MAX_ADDED)
    .map(({ entry }) => entry);
}
