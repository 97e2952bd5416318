import type { OwnershipState } from "../graph/ownership-graph.ts";
import { accountNode } from "../graph/token-node.ts";
import { createLedger, type HarvestFailure, type Ledger } from "./ledger.ts";

/** One harvest of a settlement: `holder` pulls what it can claim from `source`, `repeats` times. */
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
  /** Why its last run moved nothing; null when it did. */
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
 * A hop that has nothing, or that its holder refuses, is skipped; so is a claim of what the account does not hold.
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
  const hopResults = hops.map((hop) => {
    const isToken = (graph.nodeOf.get(hop.holder) ?? Number.POSITIVE_INFINITY) < graph.tokens.length;
    return runHop(ledger, isToken ? find(hop.holder, hop.source) : undefined, hop);
  });
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

function runHop(ledger: Ledger, entry: number | undefined, { holder, source, repeats }: Hop): HopResult {
  if (entry === undefined) return { holder, source, amount: 0n, failure: "not-held" };
  let total = 0n;
  for (let run = 0; run < repeats; run++) {
    const { amount, failure } = ledger.harvest(entry);
    // What failed once fails again: nothing changes in between.
    if (failure !== null) return { holder, source, amount: total, failure: total > 0n ? null : failure };
    total += amount;
  }
  return { holder, source, amount: total, failure: null };
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
