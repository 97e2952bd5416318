import { type Steps, UNDER_WAY } from "../steps.ts";
import type { Search } from "./best-settlement.ts";
import { carryOut, type Settlement } from "./carry-out.ts";
import type { HopStep } from "./choose-hops.ts";
import { worthOfHops } from "./worth-of-hops.ts";

/** Most harvests that are carried out to find what can be left out: some milliseconds for each start. */
const MAX_TRIED_HOPS = 5_000;

/**
 * The cheapest settlement found that pays at least `amount`, in wei, with harvests out of `hops` in their order and at
 * most so many claims; undefined when all of them don't pay so much. First leaves out as many as possible of those that bring least, then single ones.
 */
export function* cheapestThatReaches(
  search: Search,
  amount: bigint,
  hops: readonly HopStep[],
  mostClaims: number,
): Steps<Settlement | undefined> {
  let tried = 0;
  function* reach(entries: readonly number[]): Steps<Settlement | undefined> {
    yield UNDER_WAY;
    tried += entries.length + 1;
    return yield* reachWith(search, amount, entries, mostClaims);
  }
  const mayTry = (): boolean => tried < MAX_TRIED_HOPS;
  let best = yield* reach(hops.map(({ entry }) => entry));
  for (let shorter = best; best && shorter && mayTry(); ) {
    best = shorter;
    shorter = (yield* withoutLeast(search, best, reach)) ?? (yield* withoutOne(search, best, reach, mayTry));
  }
  return best;
}

type Reach = (entries: readonly number[]) => Steps<Settlement | undefined>;

/** The harvests with the largest claims that reach the amount. */
function* reachWith(
  { ledger, claims, limits }: Search,
  amount: bigint,
  entries: readonly number[],
  mostClaims: number,
): Steps<Settlement | undefined> {
  const all = yield* carryOut(ledger, claims, entries, limits);
  if (all.paid < amount) return undefined;
  const bySize = claims.list(all.after, all.claimCount).sort((a, b) => (a.amount < b.amount ? 1 : -1));
  let [paid, claimCount] = [0n, 0];
  while (paid < amount) paid += bySize[claimCount++]?.amount as bigint;
  if (claimCount > mostClaims) return undefined;
  const spared = BigInt(all.claimCount - claimCount) * limits.costPerClaim;
  return { ...all, paid, claimCount, cost: all.cost - spared };
}

/** Without as many as possible of the harvests that bring least; undefined when not even one can be spared. */
function* withoutLeast(search: Search, settlement: Settlement, reach: Reach): Steps<Settlement | undefined> {
  const order = byWhatTheyBring(search, settlement);
  let [best, low, high]: [Settlement | undefined, number, number] = [undefined, 0, order.length];
  while (low < high) {
    const count = Math.ceil((low + high) / 2);
    const left = new Set(order.slice(0, count));
    const found = yield* reach(settlement.hops.filter((_, index) => !left.has(index)).map(({ entry }) => entry));
    if (found && found.cost < settlement.cost) [best, low] = [found, count];
    else high = count - 1;
  }
  return best;
}

/** Without the first harvest that can be spared, from the one that brings least on; undefined when there is none. */
function* withoutOne(
  search: Search,
  settlement: Settlement,
  reach: Reach,
  mayTry: () => boolean,
): Steps<Settlement | undefined> {
  for (const index of byWhatTheyBring(search, settlement)) {
    if (!mayTry()) return undefined;
    const found = yield* reach(settlement.hops.toSpliced(index, 1).map(({ entry }) => entry));
    if (found && found.cost < settlement.cost) return found;
  }
  return undefined;
}

/** Indices of harvests, the one that brings least first. */
function byWhatTheyBring({ claims, ledger }: Search, { hops, hopCosts, after, claimCount }: Settlement): number[] {
  const { entries } = ledger;
  const direct = new Float64Array(entries.graph.tokens.length);
  for (const { entry } of claims.list(after, claimCount)) {
    if (entries.earns(entry)) direct[entries.tokenOf(entry)] = entries.graph.edgeShare[entry] as number;
  }
  return worthOfHops({ hops, hopCosts, after }, direct, 0)
    .map(({ brings }, index) => ({ index, brings }))
    .sort((a, b) => a.brings - b.brings)
    .map(({ index }) => index);
}
