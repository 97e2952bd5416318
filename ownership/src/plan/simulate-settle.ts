import type { OwnershipState } from "../graph/ownership-graph.ts";
import { accountNode } from "../graph/token-node.ts";
import { createLedger, type HarvestFailure, type Ledger } from "./ledger.ts";

/**
 * One harvest of a settlement: `holder` pulls what it can claim from `source`.
 *
 * Neighbouring hops with the same number of repeats are one turn, which runs so many times, or until a whole turn brings
 * nothing.
 */
export interface Hop {
  /** Token whose treasury holds `source`. */
  readonly holder: string;
  readonly source: string;
  readonly repeats: number;
}

/** What a hop did. */
export interface HopResult {
  readonly holder: string;
  readonly source: string;
  /** Harvested in all repeats, in wei of the currency. */
  readonly amount: bigint;
  /** Why it moved nothing in any turn; null when it did, or did not run. */
  readonly failure: HarvestFailure | "not-held" | null;
}

/** What a settlement pays and leaves. */
export interface SettleResult {
  /** What the account is paid, in wei of the currency. */
  readonly paid: bigint;
  readonly hopResults: HopResult[];
  /** What each claim paid, in the order of `claims`. */
  readonly claimed: { readonly token: string; readonly amount: bigint }[];
  readonly stateAfter: OwnershipState;
}

/**
 * What `Settlement.settle` does with a state, to the wei: harvests in order, then claims for `account`.
 *
 * A hop that has nothing, or that its holder refuses, is skipped; so is a claim of what the account does not hold. The
 * limit on what a token holds for its holders, 2¹¹⁰ wei, is not looked at.
 * Streams count as they stand in `state`; see `accrueStream`. Throws NotAnAccountError when `account` is a token, and
 * what `buildGraph` throws.
 */
export function simulateSettle(
  state: OwnershipState,
  hops: readonly Hop[],
  claims: readonly string[],
  account: string,
): SettleResult {
  const ledger = createLedger(state);
  const find = entryFinder(ledger);
  const { graph } = ledger.entries;
  accountNode(graph, account);
  const entryOf = ({ holder, source }: Hop): number | undefined =>
    (graph.nodeOf.get(holder) ?? graph.tokens.length) < graph.tokens.length ? find(holder, source) : undefined;
  const hopResults: HopResult[] = [];
  for (let start = 0; start < hops.length; ) {
    const other = hops.findIndex(({ repeats }, index) => index > start && repeats !== hops[start]?.repeats);
    const turn = hops.slice(start, other < 0 ? hops.length : other);
    hopResults.push(...runTurns(ledger, turn, turn.map(entryOf)));
    start += turn.length;
  }
  const claimed = claims.map((token) => {
    const entry = find(account, token);
    return { token, amount: entry === undefined ? 0n : ledger.claim(entry) };
  });
  return {
    paid: claimed.reduce((sum, { amount }) => sum + amount, 0n),
    hopResults,
    claimed,
    stateAfter: ledger.toState(),
  };
}

function runTurns(ledger: Ledger, turn: readonly Hop[], entries: readonly (number | undefined)[]): HopResult[] {
  const results: HopResult[] = turn.map(({ holder, source }) => ({ holder, source, amount: 0n, failure: null }));
  let moved = true;
  for (let run = 0; run < (turn[0]?.repeats as number) && moved; run++) {
    moved = false;
    for (const [index, entry] of entries.entries()) {
      const before = results[index] as HopResult;
      const { amount, failure } =
        entry === undefined ? { amount: 0n, failure: "not-held" as const } : ledger.harvest(entry);
      moved ||= failure === null;
      const total = before.amount + amount;
      results[index] = { ...before, amount: total, failure: total > 0n ? null : failure };
    }
  }
  return results;
}

/** Finds entries by holder and token; looks through a holder's entries once. */
function entryFinder({ entries }: Ledger): (holder: string, token: string) => number | undefined {
  const byHolder = new Map<string, Map<number, number>>();
  return (holder, token) => {
    const node = entries.graph.nodeOf.get(holder);
    const tokenNode = entries.graph.nodeOf.get(token);
    if (node === undefined || tokenNode === undefined) return undefined;
    let known = byHolder.get(holder);
    if (known === undefined) {
      known = new Map(entries.heldBy(node).map((entry) => [entries.tokenOf(entry), entry]));
      byHolder.set(holder, known);
    }
    return known.get(tokenNode);
  };
}
