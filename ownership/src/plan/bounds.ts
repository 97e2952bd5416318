import { type Steps, UNDER_WAY } from "../steps.ts";
import { type Ledger, mostDue } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import type { SettleTarget } from "./settle-target.ts";
import { treasuryTable } from "./treasury-table.ts";

/** Widens products and sums of rounded numbers, so that bounds hold for the exact ones. */
const ROUNDING = 1e-9;

/** Up to here every whole number is exact in floating point. */
const EXACT = 2 ** 53;

/** Rows and claims that are looked at between two steps: some milliseconds. */
const ROWS_A_STEP = 16_384;

/**
 * Upper bounds of what each entry can bring the target from here on, however often income goes round; in wei. With dust,
 * each has a wei more: the part that rounding kept back and that may come with further income.
 */
export interface Potential {
  /** One for each entry of a treasury with something claimable that can reach the target, largest first; whole numbers. */
  readonly hops: Float64Array;
  /** Other entries of treasuries from which a wei of dust can reach the target. */
  readonly dustHops: number;
  /** One for each entry with something that the target can claim, largest first. */
  readonly claims: readonly bigint[];
  /** Other entries from which it can claim a wei of dust. */
  readonly dustClaims: number;
}

/**
 * What the target can still get. Each wei that a treasury can claim is worth the look-through share of its token to the
 * target, turns around circles included; a harvest turns it into claims worth the same, rounded down. So whatever a
 * settlement does, it pays no more than all of this together.
 */
export function* potentialOf(ledger: Ledger, target: SettleTarget, dust: boolean): Steps<Potential> {
  const { worth, errorBound } = target;
  const extra = dust ? 1 : 0;
  const hops: number[] = [];
  let dustHops = 0;
  const { entry, holder, source, balance, debt } = treasuryTable(ledger.entries);
  const income = ledger.incomeAbout();
  for (let row = 0; row < entry.length; row++) {
    if (row % ROWS_A_STEP === 0) yield UNDER_WAY;
    const part = worth[holder[row] as number] as number;
    if (part === 0) continue;
    // What was due with the debt at the start is no less than what is due with the debt of now.
    const most = mostDue(balance[row] as number, income[source[row] as number] as number, debt[row] as number);
    const claimable = most === 0 ? 0 : claimableBound(ledger, entry[row] as number);
    if (claimable === 0) {
      dustHops += extra;
      continue;
    }
    const due = Math.ceil(claimable + extra);
    hops.push(Math.min(due, Math.ceil(due * (part * (1 + ROUNDING) + errorBound))));
  }
  const claims = yield* claimsOf(ledger, target, BigInt(extra));
  return {
    hops: Float64Array.from(hops).sort().reverse(),
    dustHops,
    claims,
    dustClaims: extra * (target.claims.length - claims.length),
  };
}

/** What can be claimed, exactly where floating point can tell and never too little. */
function claimableBound(ledger: Ledger, entry: number): number {
  const most = ledger.mostClaimable(entry);
  return most < EXACT && most > 0 ? Number(ledger.claimable(entry)) : most;
}

function* claimsOf(ledger: Ledger, { claims }: SettleTarget, dust: bigint): Steps<bigint[]> {
  const found: bigint[] = [];
  for (let index = 0; index < claims.length; index++) {
    if (index % ROWS_A_STEP === 0) yield { done: index, total: claims.length };
    const claimable = ledger.claimable(claims[index] as number);
    if (claimable > 0n) found.push(claimable + dust);
  }
  return found.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

/** Upper bound of a sum of whole numbers. */
function sumUp(amounts: Float64Array): bigint {
  let sum = 0;
  for (let index = 0; index < amounts.length; index++) sum += amounts[index] as number;
  return BigInt(sum < EXACT ? sum : Math.ceil(sum * (1 + ROUNDING)));
}

/** All that is in a potential without dust. */
export function sumOf({ hops, claims }: Potential): bigint {
  return claims.reduce((sum, most) => sum + most, sumUp(hops));
}

/**
 * Upper bound of what any settlement nets, in wei: each harvest that brings anything costs its fee once at least, each
 * claim too, and without a claim nothing is paid.
 */
export function netBound(potential: Potential, limits: Thresholds): bigint {
  const { hops, claims, dustHops, dustClaims } = potential;
  const largest = claims[0] ?? (dustClaims > 0 ? 1n : undefined);
  if (largest === undefined) return 0n;
  const above = (most: bigint, cost: bigint): bigint => (most > cost ? most - cost : 0n);
  const claimed =
    claims.reduce((sum, most) => sum + above(most, limits.costPerClaim), 0n) +
    BigInt(dustClaims) * above(1n, limits.costPerClaim);
  const worthIt = hops.subarray(0, countAbove(hops, limits.costPerHop));
  const harvested =
    above(sumUp(worthIt), limits.costPerHop * BigInt(worthIt.length)) + BigInt(dustHops) * above(1n, limits.costPerHop);
  const bound = (claimed > 0n ? claimed : largest - limits.costPerClaim) + harvested - limits.costPerTransaction;
  return bound > 0n ? bound : 0n;
}

/** How many of the amounts, which go from high to low, are above a cost. */
function countAbove(amounts: Float64Array, cost: bigint): number {
  let [low, high] = [0, amounts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (BigInt(amounts[middle] as number) > cost) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Lower bound of what any settlement costs that pays at least `amount`, in wei: so many of the largest claims and harvests
 * as it takes together, each at its fee. Undefined when all of them are not enough.
 */
export function costBound(potential: Potential, amount: bigint, limits: Thresholds): bigint | undefined {
  const claimed = cumulative(potential.claims, potential.dustClaims, amount);
  const harvested = cumulative(Array.from(potential.hops, BigInt), potential.dustHops, amount);
  let least: bigint | undefined;
  let needed = harvested.count;
  for (let count = 1; count <= claimed.count; count++) {
    const rest = amount - claimed.sum(count);
    if (harvested.sum(needed) < rest) continue;
    while (needed > 0 && harvested.sum(needed - 1) >= rest) needed -= 1;
    const cost = limits.costPerClaim * BigInt(count) + limits.costPerHop * BigInt(needed);
    if (least === undefined || cost < least) least = cost;
  }
  return least === undefined ? undefined : least + limits.costPerTransaction;
}

/** Sums of the first amounts, which go from high to low, and of a wei for each of `dust` more; as far as `enough`. */
function cumulative(amounts: readonly bigint[], dust: number, enough: bigint) {
  const sums = [0n];
  let sum = 0n;
  for (const amount of amounts) {
    if (sum >= enough) break;
    sum += amount;
    sums.push(sum);
  }
  const listed = sums.length - 1;
  const missing = enough - sum;
  const further = missing <= 0n ? 0 : missing < BigInt(dust) ? Number(missing) : dust;
  return {
    /** How many are enough, or there are. */
    count: listed + further,
    sum: (count: number): bigint => (count <= listed ? (sums[count] as bigint) : sum + BigInt(count - listed)),
  };
}
