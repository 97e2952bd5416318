import { writeInteger } from "../graph/integer-words.ts";
import { BALANCE_WORDS } from "../graph/limits.ts";
import { DEBT_WORDS, type HoldingColumns, holdingOf, type IndexedColumns } from "../graph/ownership-columns.ts";
import type { HoldingState } from "../graph/ownership-graph.ts";
import { validateId } from "../graph/validate-state.ts";
import type { Entries } from "../plan/entries.ts";
import type { SettleToken } from "../plan/settle-state.ts";
import type { Base, Changes } from "./draft.ts";

/** Columns and the graph that was built of them. */
export function baseOfColumns({ graph, columns }: Entries): Base {
  const { token: tokenOf, holder: holderOf } = columns.holdings;
  const nodeAmongTokens = (id: string): number => {
    const node = graph.nodeOf.get(id) ?? -1;
    return node < graph.tokens.length ? node : -1;
  };
  return {
    tokenIndex: nodeAmongTokens,
    tokenAt: (index) => columns.tokens[index] as SettleToken,
    holdingIndex: (token, holder) => {
      const [held, by] = [nodeAmongTokens(token), graph.nodeOf.get(holder)];
      if (held < 0 || by === undefined) return -1;
      for (let index = holderOf.indexOf(by); index >= 0; index = holderOf.indexOf(by, index + 1)) {
        if (tokenOf[index] === held) return index;
      }
      return -1;
    },
    holdingAt: (index) => holdingOf(columns, index),
  };
}

/**
 * Columns with changes, and their index. Nodes keep the numbers that they have in the graph; new accounts come after
 * them. Throws InvalidIdError.
 */
export function changeColumns({ graph, columns }: Entries, changes: Changes): IndexedColumns {
  const tokens = columns.tokens.slice();
  for (const [index, token] of changes.tokens) tokens[index] = token;
  const nodeOf = new Map(graph.nodeOf);
  const accounts = graph.accounts.slice();
  for (const { token, holder } of changes.added) {
    validateId(holder, `A holder of ${token}`);
    if (nodeOf.has(holder)) continue;
    nodeOf.set(holder, graph.tokens.length + accounts.length);
    accounts.push(holder);
  }
  const holdings = longer(columns.holdings, changes.added.length);
  for (const [index, holding] of changes.holdings) write(holdings, index, holding, nodeOf);
  const first = columns.holdings.token.length;
  for (const [index, holding] of changes.added.entries()) write(holdings, first + index, holding, nodeOf);
  return { columns: { tokens, accounts, holdings }, nodeOf };
}

/** A copy of columns with room for more holdings. */
function longer({ token, holder, balance, debt, excluded }: HoldingColumns, more: number): HoldingColumns {
  const count = token.length + more;
  const copy = <Column extends { set(from: Column): void }>(from: Column, to: Column): Column => {
    to.set(from);
    return to;
  };
  return {
    token: copy(token, new Uint32Array(count)),
    holder: copy(holder, new Uint32Array(count)),
    balance: copy(balance, new BigUint64Array(count * BALANCE_WORDS)),
    debt: copy(debt, new BigUint64Array(count * DEBT_WORDS)),
    excluded: copy(excluded, new Uint8Array(count)),
  };
}

function write(
  holdings: HoldingColumns,
  index: number,
  { token, holder, balance, debt, excluded }: HoldingState,
  nodeOf: ReadonlyMap<string, number>,
): void {
  holdings.token[index] = nodeOf.get(token) as number;
  holdings.holder[index] = nodeOf.get(holder) as number;
  writeInteger(holdings.balance, BALANCE_WORDS, index, balance);
  writeInteger(holdings.debt, DEBT_WORDS, index, debt);
  holdings.excluded[index] = excluded ? 1 : 0;
}
