import { accountNode } from "../graph/token-node.ts";
import { type Entries, entriesOf } from "./entries.ts";
import { createLedger, type HarvestFailure, type Ledger } from "./ledger.ts";
import type { SettleState } from "./settle-state.ts";

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

/** Why a hop moved nothing; "not-held" where the holder is no token or holds nothing of the source. */
export type HopFailure = HarvestFailure | "not-held";

const NOT_HELD = { amount: 0n, failure: "not-held" } as const;

/** What a hop did. */
export interface HopResult {
  readonly holder: string;
  readonly source: string;
  /** Harvested in all repeats, in wei of the currency. */
  readonly amount: bigint;
  /** Why it moved nothing in any turn; null when it did, or did not run. */
  readonly failure: HopFailure | null;
}

/** What a settlement pays and leaves. */
export interface SettleResult {
  /** What the account is paid, in wei of the currency. */
  readonly paid: bigint;
  readonly hopResults: HopResult[];
  /** What each claim paid, in the order of `claims`. */
  readonly claimed: { readonly token: string; readonly amount: bigint }[];
  /** As the contracts then store it: streams of tokens that were not touched have not accrued. */
  readonly stateAfter: SettleState;
}

/**
 * What `Settlement.settle` does with a state, to the wei: harvests in order, then claims for `account`.
 *
 * A hop that has nothing, or that its holder refuses, is skipped; so is a claim of what the account does not hold.
 *
 * @param timestamp Time stamp of the block, Unix time; when not given, streams count as they stand in the state.
 *
 * Throws NotAnAccountError when `account` is a token, and what `buildGraph` throws.
 */
export function simulateSettle(
  state: SettleState,
  hops: readonly Hop[],
  claims: readonly string[],
  account: string,
  timestamp?: bigint,
): SettleResult {
  const ledger = createLedger(entriesOf(state), timestamp);
  const find = entryFinder(ledger.entries);
  const { graph } = ledger.entries;
  accountNode(graph, account);
  const entryOf = ({ holder, source }: Hop): number | undefined =>
    (graph.nodeOf.get(holder) ?? graph.tokens.length) < graph.tokens.length ? find(holder, source) : undefined;
  const hopResults: HopResult[] = [];
  for (let start = 0; start < hops.length; ) {
    let end = start + 1;
    while (end < hops.length && hops[end]?.repeats === hops[start]?.repeats) end += 1;
    const turn = hops.slice(start, end);
    hopResults.push(...runTurns(ledger, turn, turn.map(entryOf)));
    start = end;
  }
  const claimed = claims.map((token) => {
    const entry = find(account, token);
    return { token, amount: entry === undefined ? 0n : ledger.claim(entry) };
  });
  return {
    paid: claimed.reduce((sum, { amount }) => sum + amount, 0n),
    hopResults,
    claimed,
    stateAfter: ledger.toState(state),
  };
}

function runTurns(ledger: Ledger, turn: readonly Hop[], entries: readonly (number | undefined)[]): HopResult[] {
  const results = turn.map(({ holder, source }) => ({
    holder,
    source,
    amount: 0n,
    failure: null as HopFailure | null,
  }));
  let moved = true;
  for (let run = 0; run < (turn[0]?.repeats as number) && moved; run++) {
    moved = false;
    for (const [index, result] of results.entries()) {
      const entry = entries[index];
      const { amount, failure } = entry === undefined ? NOT_HELD : ledger.harvest(entry);
      moved ||= failure === null;
      result.amount += amount;
      result.failure = result.amount > 0n ? null : failure;
    }
  }
  return results;
}

/** Finds entries by holder and token; looks through a holder's entries once. */
function entryFinder(entries: Entries): (holder: string, token: string) => number | undefined {
  const byHolder = new Map<string, Map<number, number>>();
  return (holder, token) => {
    const node = entries.graph.nodeOf.get(holder);
    const tokenNode = entries.graph.nodeOf.get(token);
    if (node === undefined || tokenNode === undefined) return undefined;
    let known = byHolder.get(holder);
    if (known === undefined) {
      known = new Map(Array.from(entries.heldBy(node), (entry) => [entries.tokenOf(entry), entry]));
      byHolder.set(holder, known);
    }
    return known.get(tokenNode);
  };
}
