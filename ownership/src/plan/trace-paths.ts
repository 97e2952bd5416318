import { split } from "../flow/split.ts";
import { nodeId } from "../graph/token-node.ts";
import type { HopStep } from "./choose-hops.ts";
import type { ClaimStep } from "./claim-set.ts";
import type { Ledger } from "./ledger.ts";

/** A part of what a settlement pays, by the way it came. */
export interface PaidPath {
  /**
   * The token where it was claimable, then holders in order, then the account; turns around circles are left out, so
   * that what came round again counts to the way it finally took. Empty for all smaller ways together.
   */
  readonly path: string[];
  /** In wei of the currency. */
  readonly amount: bigint;
}

/** Most ways that are told apart at one token; what comes by others is added up under the empty path. */
const MAX_PATHS = 512;

/** Ways are kept as node numbers with commas. */
type Amounts = Map<string, bigint>;

const OTHER = "";

/** Follows every wei of a settlement from where it was claimable to the account; the parts sum to what it pays. */
export function tracePaths(before: Ledger, hops: readonly HopStep[], claims: readonly ClaimStep[]): PaidPath[] {
  const { entries } = before;
  const income = new Map<number, Amounts>();
  const seen = new Map<number, Amounts>();

  /** Splits what an entry collects by the ways on which its token's income came since it last collected. */
  const collect = (entry: number, amount: bigint): Amounts => {
    const token = entries.tokenOf(entry);
    const supply = entries.graph.tokens[token]?.eligibleSupply as bigint;
    const known = seen.get(entry);
    const now: Amounts = new Map(income.get(token));
    const weights: Amounts = new Map();
    if (known === undefined) weights.set(String(token), before.claimable(entry) * supply);
    for (const [way, total] of now) {
      const since = (total - (known?.get(way) ?? 0n)) * entries.balanceOf(entry);
      if (since > 0n) weights.set(way, (weights.get(way) ?? 0n) + since);
    }
    seen.set(entry, now);
    const ways = Array.from(weights.keys());
    // Only a wei of rounding can be there without a way; it belongs to the token itself.
    if (Array.from(weights.values()).every((weight) => weight === 0n)) return new Map([[String(token), amount]]);
    const parts = split(amount, Array.from(weights.values()));
    return new Map(ways.map((way, index) => [way, parts[index] as bigint]));
  };

  for (const { entry, amount } of hops) {
    const holder = entries.holderOf(entry);
    const at = income.get(holder) ?? new Map();
    income.set(holder, at);
    for (const [way, part] of collect(entry, amount)) addTo(at, extend(way, holder), part);
  }
  const paid: Amounts = new Map();
  for (const { entry, amount } of claims) {
    for (const [way, part] of collect(entry, amount)) {
      addTo(paid, way === OTHER ? OTHER : `${way},${entries.holderOf(entry)}`, part);
    }
  }
  return Array.from(paid, ([way, amount]) => ({
    path: way === OTHER ? [] : way.split(",").map((node) => nodeId(entries.graph, Number(node))),
    amount,
  })).sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
}

function addTo(amounts: Amounts, way: string, amount: bigint): void {
  if (amount === 0n) return;
  const key = amounts.has(way) || amounts.size < MAX_PATHS ? way : OTHER;
  amounts.set(key, (amounts.get(key) ?? 0n) + amount);
}

/** Adds a token to a way; where the way passed it before, the turn in between is cut out. */
function extend(way: string, token: number): string {
  if (way === OTHER) return OTHER;
  const tokens = way.split(",");
  const before = tokens.indexOf(String(token));
  return before < 0 ? `${way},${token}` : tokens.slice(0, before + 1).join(",");
}
