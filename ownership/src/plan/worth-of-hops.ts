import type { HopStep } from "./choose-hops.ts";
import type { Entries } from "./ledger.ts";

/** What a harvest is good for. */
export interface HopWorth {
  /** What it brings the target in the end, beyond what it would bring if left to the next harvest that is kept; in wei. */
  readonly brings: number;
  /** Whether it brings anything, and no less than it has to. */
  readonly kept: boolean;
  /** Its own cost and its part of the costs of harvests before it that brought what it passes on, in wei. */
  readonly burden: number;
}

/**
 * Values every harvest of a sequence, going back from the claims.
 *
 * A unit of income that a token books before some harvest is worth to the target: what the target claims of it
 * directly, and for every treasury that later harvests the token, its share of what a unit is then worth there. A
 * harvest that brings less than `least` counts as left out for those before it, so what they bring stays true.
 */
export function worthOfHops(
  entries: Entries,
  steps: readonly HopStep[],
  direct: Float64Array,
  costPerHop: bigint,
  least: bigint,
): HopWorth[] {
  const enough = (amount: number): boolean => amount > 0 && amount >= Number(least);
  const worth = direct.slice();
  /** Entry → worth, at its next harvest, of what it holds. */
  const atNext = new Map<number, number>();
  const brings = new Float64Array(steps.length);
  /** Part of what income at the source is worth that goes through this harvest. */
  const through = new Float64Array(steps.length);
  for (let index = steps.length - 1; index >= 0; index--) {
    const { entry, amount } = steps[index] as HopStep;
    const source = entries.tokenOf(entry);
    const gained = (worth[entries.holderOf(entry)] as number) - (atNext.get(entry) ?? 0);
    const share = entries.earns(entry) ? (entries.graph.edgeShare[entry] as number) : 0;
    brings[index] = Number(amount) * gained;
    if (!enough(brings[index] as number)) continue;
    worth[source] = (worth[source] as number) + share * gained;
    atNext.set(entry, (atNext.get(entry) ?? 0) + gained);
    through[index] = worth[source] === 0 ? 0 : (share * gained) / (worth[source] as number);
  }
  const carried = new Float64Array(worth.length);
  return steps.map(({ entry }, index) => {
    const kept = enough(brings[index] as number);
    const [source, holder] = [entries.tokenOf(entry), entries.holderOf(entry)];
    const burden = Number(costPerHop) + (carried[source] as number) * (through[index] as number);
    if (kept) carried[holder] = (carried[holder] as number) + burden;
    return { brings: brings[index] as number, kept, burden };
  });
}
