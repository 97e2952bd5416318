import { assemble } from "../graph/build-graph.ts";
import { countingSort } from "../graph/counting-sort.ts";
import { halvesOf, readInteger, readNumber } from "../graph/integer-words.ts";
import { BALANCE_WORDS } from "../graph/limits.ts";
import { DEBT_WORDS, type HoldingColumns, indexState, type OwnershipColumns } from "../graph/ownership-columns.ts";
import { edgeBalance, type OwnershipGraph } from "../graph/ownership-graph.ts";
import { finish } from "../steps.ts";
import type { SettleState, SettleToken } from "./settle-state.ts";

/** The entries that a ledger counts: the graph's edges, then holdings without balance that still have claimable. */
export interface Entries {
  readonly graph: OwnershipGraph;
  readonly columns: OwnershipColumns;
  readonly tokens: readonly SettleToken[];
  readonly count: number;
  tokenOf(entry: number): number;
  holderOf(entry: number): number;
  /** In wei of shares. */
  balanceOf(entry: number): bigint;
  /** The balance in floating point; see `readNumber`. */
  balanceAbout(entry: number): number;
  /** In wei of the currency, signed; 0 for what no holding lists. */
  debtOf(entry: number): bigint;
  /** The debt in floating point; see `readNumber`. */
  debtAbout(entry: number): number;
  /** Whether the entry has a balance, so that income to come adds to it. */
  earns(entry: number): boolean;
  /** Index into the state's holdings; -1 for what no holding lists. */
  holdingOf(entry: number): number;
  /** Entries of one holder. */
  heldBy(node: number): Uint32Array;
  /** Entries of one token. */
  heldOf(token: number): number[];
}

const OF_STATE = new WeakMap<SettleState, Entries>();
const OF_GRAPH = new WeakMap<OwnershipGraph, Entries>();

/** The entries of a state; made once for each state, so that further plans for it cost no time of their own. */
export function entriesOf(state: SettleState): Entries {
  const known = OF_STATE.get(state);
  if (known) return known;
  const indexed = indexState(state);
  const made = entriesOfColumns(finish(assemble(indexed)), indexed.columns);
  OF_STATE.set(state, made);
  return made;
}

/** Keeps the entries of a state that lists the same tokens and holdings in the same order. */
export function keepEntries(state: SettleState, entries: Entries): void {
  OF_STATE.set(state, entries);
}

/** The entries of columns and the graph that was built of them; made once for each graph. */
export function entriesOfColumns(graph: OwnershipGraph, columns: OwnershipColumns): Entries {
  const known = OF_GRAPH.get(graph);
  if (known) return known;
  const made = collectEntries(graph, columns);
  OF_GRAPH.set(graph, made);
  return made;
}

function collectEntries(graph: OwnershipGraph, columns: OwnershipColumns): Entries {
  const { holdings } = columns;
  const edgeCount = graph.edgeToken.length;
  const { token, holder, holding } = withEmptied(graph, holdings);
  const sameAsGraph = holding.length === edgeCount;
  const { start, order } = sameAsGraph
    ? { start: graph.heldStart, order: graph.held }
    : countingSort(holder, graph.nodeOf.size);
  const [balances, debts] = [halvesOf(graph.edgeBalanceWords), halvesOf(holdings.debt)];
  return {
    graph,
    columns,
    tokens: columns.tokens,
    count: holding.length,
    tokenOf: (entry) => token[entry] as number,
    holderOf: (entry) => holder[entry] as number,
    balanceOf: (entry) => (entry < edgeCount ? edgeBalance(graph, entry) : 0n),
    balanceAbout: (entry) => (entry < edgeCount ? readNumber(balances, BALANCE_WORDS, entry) : 0),
    debtOf: (entry) => {
      const index = holding[entry] as number;
      return index < 0 ? 0n : readInteger(holdings.debt, DEBT_WORDS, index);
    },
    debtAbout: (entry) => {
      const index = holding[entry] as number;
      return index < 0 ? 0 : readNumber(debts, DEBT_WORDS, index);
    },
    earns: (entry) => entry < edgeCount,
    holdingOf: (entry) => holding[entry] as number,
    heldBy: (node) => order.subarray(start[node], start[node + 1]),
    heldOf: (node) => {
      const found: number[] = [];
      for (let edge = graph.edgeStart[node] as number; edge < (graph.edgeStart[node + 1] as number); edge++) {
        found.push(edge);
      }
      for (let entry = edgeCount; entry < token.length; entry++) if (token[entry] === node) found.push(entry);
      return found;
    },
  };
}

/** Token, holder and holding of every edge, then of every holding that was emptied. */
function withEmptied({ edgeToken, edgeHolder, edgeHolding }: OwnershipGraph, holdings: HoldingColumns) {
  const emptied = emptiedHoldings(holdings);
  if (emptied.length === 0) return { token: edgeToken, holder: edgeHolder, holding: edgeHolding };
  const edgeCount = edgeToken.length;
  const token = new Uint32Array(edgeCount + emptied.length);
  const holder = new Uint32Array(edgeCount + emptied.length);
  const holding = new Int32Array(edgeCount + emptied.length);
  token.set(edgeToken);
  holder.set(edgeHolder);
  holding.set(edgeHolding);
  for (const [index, at] of emptied.entries()) {
    token[edgeCount + index] = holdings.token[at] as number;
    holder[edgeCount + index] = holdings.holder[at] as number;
    holding[edgeCount + index] = at;
  }
  return { token, holder, holding };
}

/** Who gave all shares away keeps what they earned until then: no balance, and a negative debt. */
function emptiedHoldings({ token, balance, debt, excluded }: HoldingColumns): number[] {
  const [balances, debts] = [halvesOf(balance), halvesOf(debt)];
  const found: number[] = [];
  for (let index = 0; index < token.length; index++) {
    if (excluded[index] || readNumber(balances, BALANCE_WORDS, index) !== 0) continue;
    if (readNumber(debts, DEBT_WORDS, index) < 0) found.push(index);
  }
  return found;
}
