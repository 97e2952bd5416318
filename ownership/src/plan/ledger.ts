import { buildGraph } from "../graph/build-graph.ts";
import { acceptsIncome } from "../graph/flow-system.ts";
import type { HoldingState, OwnershipGraph, OwnershipState } from "../graph/ownership-graph.ts";
import { accrue, claimableOf } from "./accrual.ts";

/** Why a harvest moves nothing. */
export type HarvestFailure = "nothing-to-harvest" | "no-eligible-holders";

/** The entries that a ledger counts: the graph's edges, then holdings without balance that still have claimable. */
export interface Entries {
  readonly graph: OwnershipGraph;
  readonly state: OwnershipState;
  readonly count: number;
  tokenOf(entry: number): number;
  holderOf(entry: number): number;
  balanceOf(entry: number): bigint;
  /** Whether the entry has a balance, so that income to come adds to it. */
  earns(entry: number): boolean;
  /** Index into the state's holdings; -1 for what no holding lists. */
  holdingOf(entry: number): number;
  /** Entries of one holder. */
  heldBy(node: number): number[];
}

/** Exact integer accounts of all tokens and holders, which harvests and claims change as the contracts would. */
export interface Ledger {
  readonly entries: Entries;
  claimable(entry: number): bigint;
  /** Pays what an entry can claim; adds it to debt. */
  claim(entry: number): bigint;
  /** A token claims what the entry holds for it, as its own income; nothing changes on failure. */
  harvest(entry: number): { readonly amount: bigint; readonly failure: HarvestFailure | null };
  /** The same accounts as at the start. */
  restart(): Ledger;
  /** The state as it is now. */
  toState(): OwnershipState;
}

/** Opens the accounts of a state; see `buildGraph` for the errors thrown. */
export function createLedger(state: OwnershipState): Ledger {
  return openLedger(collectEntries(state, buildGraph(state)));
}

function collectEntries(state: OwnershipState, graph: OwnershipGraph): Entries {
  const edgeCount = graph.edgeToken.length;
  // Who gave all shares away keeps what they earned until then: no balance, and a negative debt.
  const emptied: HoldingState[] = [];
  const emptiedIndex: number[] = [];
  const emptiedOf = new Map<number, number[]>();
  for (const [index, holding] of state.holdings.entries()) {
    if (holding.excluded || holding.balance > 0n || holding.debt >= 0n) continue;
    const node = graph.nodeOf.get(holding.holder) as number;
    const known = emptiedOf.get(node);
    if (known === undefined) emptiedOf.set(node, [edgeCount + emptied.length]);
    else known.push(edgeCount + emptied.length);
    emptied.push(holding);
    emptiedIndex.push(index);
  }
  const emptiedAt = (entry: number): HoldingState => emptied[entry - edgeCount] as HoldingState;
  return {
    graph,
    state,
    count: edgeCount + emptied.length,
    tokenOf: (entry) =>
      entry < edgeCount ? (graph.edgeToken[entry] as number) : (graph.nodeOf.get(emptiedAt(entry).token) as number),
    holderOf: (entry) =>
      entry < edgeCount ? (graph.edgeHolder[entry] as number) : (graph.nodeOf.get(emptiedAt(entry).holder) as number),
    balanceOf: (entry) => (entry < edgeCount ? (graph.edgeBalance[entry] as bigint) : 0n),
    earns: (entry) => entry < edgeCount,
    holdingOf: (entry) =>
      entry < edgeCount ? (graph.edgeHolding[entry] as number) : (emptiedIndex[entry - edgeCount] as number),
    heldBy: (node) => [
      ...graph.held.subarray(graph.heldStart[node], graph.heldStart[node + 1]),
      ...(emptiedOf.get(node) ?? []),
    ],
  };
}

function openLedger(entries: Entries): Ledger {
  const { graph, state } = entries;
  const incomePerShare = new Map<number, bigint>();
  const debts = new Map<number, bigint>();
  const incomeOf = (token: number): bigint =>
    incomePerShare.get(token) ?? (graph.tokens[token]?.incomePerShare as bigint);
  const debtOf = (entry: number): bigint =>
    debts.get(entry) ?? (state.holdings[entries.holdingOf(entry)]?.debt as bigint);

  // What no holding lists has a debt that is not known, so nothing is counted as due to it.
  const claimable = (entry: number): bigint =>
    entries.holdingOf(entry) < 0
      ? 0n
      : claimableOf(entries.balanceOf(entry), debtOf(entry), incomeOf(entries.tokenOf(entry)));

  const claim = (entry: number): bigint => {
    const amount = claimable(entry);
    if (amount > 0n) debts.set(entry, debtOf(entry) + amount);
    return amount;
  };

  const harvest: Ledger["harvest"] = (entry) => {
    if (claimable(entry) === 0n) return { amount: 0n, failure: "nothing-to-harvest" };
    const holder = entries.holderOf(entry);
    const eligible = graph.tokens[holder]?.eligibleSupply as bigint;
    if (!acceptsIncome(eligible)) return { amount: 0n, failure: "no-eligible-holders" };
    const amount = claim(entry);
    incomePerShare.set(holder, accrue(incomeOf(holder), amount, eligible));
    return { amount, failure: null };
  };

  const toState = (): OwnershipState => {
    const holdings = state.holdings.slice();
    for (const [entry, debt] of debts) {
      const index = entries.holdingOf(entry);
      holdings[index] = { ...(holdings[index] as HoldingState), debt };
    }
    return {
      tokens: state.tokens.map((token, node) => ({ ...token, incomePerShare: incomeOf(node) })),
      holdings,
    };
  };

  return { entries, claimable, claim, harvest, restart: () => openLedger(entries), toState };
}
