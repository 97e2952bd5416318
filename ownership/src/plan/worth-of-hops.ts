import type { Settlement } from "./carry-out.ts";

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
 * Values every harvest of a settlement, going back from the claims.
 *
 * A unit of income that a token books before some harvest is worth to the target: what the target claims of it
 * directly, and for every treasury that later harvests the token, its share of what a unit is then worth there. A
 * harvest that brings less than it has to counts as left out for those before it, so what they bring stays true.
 *
 * @param direct Token → part of its income that the target claims.
 * @param times A harvest has to bring so many times its cost.
 */
export function worthOfHops(
  { hops, hopCosts, after: { entries } }: Pick<Settlement, "hops" | "hopCosts" | "after">,
  direct: Float64Array,
  times: number,
): HopWorth[] {
  const worth = direct.slice();
  /** Entry → worth, at its next harvest, of what it holds. */
  const atNext = new Map<number, number>();
  const brings = new Float64Array(hops.length);
  const kept = new Uint8Array(hops.length);
  /** Part of what income at the source is worth that goes through this harvest. */
  const through = new Float64Array(hops.length);
  for (let index = hops.length - 1; index >= 0; index--) {
    const { entry, amount } = hops[index] as Settlement["hops"][number];
    const source = entries.tokenOf(entry);
    const gained = (worth[entries.holderOf(entry)] as number) - (atNext.get(entry) ?? 0);
    const share = entries.earns(entry) ? (entries.graph.edgeShare[entry] as number) : 0;
    const value = Number(amount) * gained;
    brings[index] = value;
    if (!(value > 0) || value < times * Number(hopCosts[index])) continue;
    kept[index] = 1;
    worth[source] = (worth[source] as number) + share * gained;
    atNext.set(entry, (atNext.get(entry) ?? 0) + gained);
    through[index] = worth[source] === 0 ? 0 : (share * gained) / (worth[source] as number);
  }
  const carried = new Float64Array(worth.length);
  return hops.map(({ entry }, index) => {
    const [source, holder] = [entries.tokenOf(entry), entries.holderOf(entry)];
    const burden = Number(hopCosts[index]) + (carried[source] as number) * (through[index] as number);
    if (kept[index]) carried[holder] = (carried[holder] as number) + burden;
    return { brings: brings[index] as number, kept: kept[index] === 1, burden };
  });
}
