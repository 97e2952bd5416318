import type { Ledger } from "./ledger.ts";
import type { Thresholds } from "./settle-costs.ts";
import type { SettleTarget } from "./settle-target.ts";

/** Widens products of rounded numbers, so that bounds hold for the exact ones. */
const ROUNDING = 1e-9;

/** Upper bounds of what each entry can bring the target from here on, however often income goes round; in wei. */
export interface Potential {
  /** One for each entry of a treasury from which something can reach the target. */
  readonly hops: readonly bigint[];
  /** One for each entry that the target claims. */
  readonly claims: readonly bigint[];
}

/**
 * What the target can still get. Each wei that a treasury can claim is worth the look-through share of its token to the
 * target, turns around circles included; a harvest turns it into claims worth the same, rounded down. So whatever a
 * settlement does, it pays no more than all of this together.
 *
 * @param dust What is added to each entry: with 1 wei, the part of a wei that rounding kept back and that may come with
 *   further income is within the bound too.
 */
export function potentialOf(ledger: Ledger, { worth, errorBound, claims }: SettleTarget, dust: bigint): Potential {
  const { entries } = ledger;
  const hops: bigint[] = [];
  for (const [token, part] of worth.entries()) {
    if (part === 0) continue;
    const most = part * (1 + ROUNDING) + errorBound;
    for (const entry of entries.heldBy(token)) {
      const claimable = ledger.claimable(entry) + dust;
      if (claimable > 0n) hops.push(partOf(claimable, most));
    }
  }
  return { hops, claims: claims.map((entry) => ledger.claimable(entry) + dust) };
}

function partOf(amount: bigint, part: number): bigint {
  const bound = BigInt(Math.ceil(Number(amount) * part));
  return bound < amount ? bound : amount;
}

/**
 * Upper bound of what any settlement nets, in wei: each harvest that brings anything costs its fee once at least, each
 * claim too, and without a claim nothing is paid.
 */
export function netBound({ hops, claims }: Potential, limits: Thresholds): bigint {
  const rests = claims.map((most) => most - limits.costPerClaim);
  const [largest] = rests.toSorted(descending);
  if (largest === undefined) return 0n;
  const positive = rests.reduce((sum, rest) => (rest > 0n ? sum + rest : sum), 0n);
  const claimed = positive > 0n ? positive : largest;
  const harvested = hops.reduce((sum, most) => (most > limits.costPerHop ? sum + most - limits.costPerHop : sum), 0n);
  const bound = claimed + harvested - limits.costPerTransaction;
  return bound > 0n ? bound : 0n;
}

/**
 * Lower bound of what any settlement costs that pays at least `amount`, in wei: so many of the largest claims and harvests
 * as it takes together, each at its fee. Undefined when all of them are not enough.
 */
export function costBound({ hops, claims }: Potential, amount: bigint, limits: Thresholds): bigint | undefined {
  const [bySize, reached] = [claims.toSorted(descending), cumulative(hops.toSorted(descending))];
  let least: bigint | undefined;
  let claimed = 0n;
  let needed = reached.length - 1;
  for (const [index, most] of bySize.entries()) {
    claimed += most;
    if (claimed + (reached[needed] as bigint) < amount) continue;
    while (needed > 0 && claimed + (reached[needed - 1] as bigint) >= amount) needed -= 1;
    const cost = limits.costPerClaim * BigInt(index + 1) + limits.costPerHop * BigInt(needed);
    if (least === undefined || cost < least) least = cost;
  }
  return least === undefined ? undefined : least + limits.costPerTransaction;
}

function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** Sums of the first 0, 1, 2 … amounts. */
function cumulative(amounts: readonly bigint[]): bigint[] {
  const sums = [0n];
  let sum = 0n;
  for (const amount of amounts) {
    sum += amount;
    sums.push(sum);
  }
  return sums;
}
