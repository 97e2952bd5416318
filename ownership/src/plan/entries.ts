import { buildGraph } from "../graph/build-graph.ts";
import { edgeBalance, type OwnershipGraph } from "../graph/ownership-graph.ts";
import type { SettleState } from "./settle-state.ts";

/** The entries that a ledger counts: the graph's edges, then holdings without balance that still have claimable. */
export interface Entries {
  readonly graph: OwnershipGraph;
  readonly state: SettleState;
  readonly count: number;
  tokenOf(entry: number): number;
  holderOf(entry: number): number;
  /** In wei of shares. */
  balanceOf(entry: number): bigint;
  /** Whether the entry has a balance, so that income to come adds to it. */
  earns(entry: number): boolean;
  /** Index into the state's holdings; -1 for what no holding lists. */
  holdingOf(entry: number): number;
  /** Entries of one holder. */
  heldBy(node: number): number[];
  /** Entries of one token. */
  heldOf(token: number): number[];
}

const KNOWN = new WeakMap<SettleState, Entries>();

/** The entries of a state; made once for each state, so that further plans for it cost no time of their own. */
export function entriesOf(state: SettleState): Entries {
  const known = KNOWN.get(state);
  if (known) return known;
  const made = collectEntries(state);
  KNOWN.set(state, made);
  return made;
}

function collectEntries(state: SettleState): Entries {
  const graph = buildGraph(state);
  const edgeCount = graph.edgeToken.length;
  // Who gave all shares away keeps what they earned until then: no balance, and a negative debt.
  const emptied: { readonly token: number; readonly holder: number; readonly holding: number }[] = [];
  const [byHolder, byToken] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const [index, holding] of state.holdings.entries()) {
    if (holding.excluded || holding.balance > 0n || holding.debt >= 0n) continue;
    const token = graph.nodeOf.get(holding.token) as number;
    const holder = graph.nodeOf.get(holding.holder) as number;
    append(byHolder, holder, edgeCount + emptied.length);
    append(byToken, token, edgeCount + emptied.length);
    emptied.push({ token, holder, holding: index });
  }
  const at = (entry: number) => emptied[entry - edgeCount] as (typeof emptied)[number];
  return {
    graph,
    state,
    count: edgeCount + emptied.length,
    tokenOf: (entry) => (entry < edgeCount ? (graph.edgeToken[entry] as number) : at(entry).token),
    holderOf: (entry) => (entry < edgeCount ? (graph.edgeHolder[entry] as number) : at(entry).holder),
    balanceOf: (entry) => (entry < edgeCount ? edgeBalance(graph, entry) : 0n),
    earns: (entry) => entry < edgeCount,
    holdingOf: (entry) => (entry < edgeCount ? (graph.edgeHolding[entry] as number) : at(entry).holding),
    heldBy: (node) => [
      ...graph.held.subarray(graph.heldStart[node], graph.heldStart[node + 1]),
      ...(byHolder.get(node) ?? []),
    ],
    heldOf: (token) => [
      ...range(graph.edgeStart[token] as number, graph.edgeStart[token + 1] as number),
      ...(byToken.get(token) ?? []),
    ],
  };
}

function append(lists: Map<number, number[]>, key: number, entry: number): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [entry]);
  else known.push(entry);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
