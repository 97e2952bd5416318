import { DuplicateError, InvalidAmountError, InvalidColumnsError, UnknownTokenError } from "../errors.ts";
import { halvesOf, type IntegerWords, readInteger, writeInteger } from "./integer-words.ts";
import { BALANCE_WORDS, MAX_DEBT } from "./limits.ts";
import type { HoldingState, OwnershipState, TokenState } from "./ownership-graph.ts";
import { nodeId } from "./token-node.ts";
import { validateBalance, validateId, validateToken } from "./validate-state.ts";

/** Words of 64 bits that a debt takes in a column: 158 bits, signed. */
export const DEBT_WORDS = 3;

/**
 * The same as `OwnershipState` with numbers for ids and one typed array for each figure of a holding.
 *
 * A *node* is a token (`0 … tokens.length - 1`) or, after those, an account. Typed arrays are handed to another thread
 * without a copy, and a graph is built of them without looking up a text for each holding.
 */
export interface OwnershipColumns {
  readonly tokens: readonly TokenState[];
  /** Lower-case ids of the holders that are not tokens, each once. */
  readonly accounts: readonly string[];
  readonly holdings: HoldingColumns;
}

/** Holdings, one figure a column; all columns have the same number of holdings. */
export interface HoldingColumns {
  /** Index into `tokens`. */
  readonly token: Uint32Array<ArrayBuffer>;
  /** Node. */
  readonly holder: Uint32Array<ArrayBuffer>;
  /** In wei of shares: two words for each, lowest first. */
  readonly balance: IntegerWords;
  /** In wei of the currency: three words for each, lowest first, in two's complement. */
  readonly debt: IntegerWords;
  /** 1 for a proven pool, which has no part in income. */
  readonly excluded: Uint8Array<ArrayBuffer>;
}

/** Columns together with the node of every id. */
export interface IndexedColumns {
  readonly columns: OwnershipColumns;
  readonly nodeOf: Map<string, number>;
}

/**
 * Puts a state into columns; holders that are not tokens become accounts in the order in which they are listed.
 *
 * Throws InvalidIdError, InvalidAmountError, DuplicateError for a token, and UnknownTokenError.
 */
export function columnsOf(state: OwnershipState): OwnershipColumns {
  return indexState(state).columns;
}

/** `columnsOf`, with the index it makes on the way. */
export function indexState({ tokens, holdings }: OwnershipState): IndexedColumns {
  const nodeOf = indexTokens(tokens);
  const accounts: string[] = [];
  const token = new Uint32Array(holdings.length);
  const holder = new Uint32Array(holdings.length);
  const excluded = new Uint8Array(holdings.length);
  const balance = new BigUint64Array(holdings.length * BALANCE_WORDS);
  const debt = new BigUint64Array(holdings.length * DEBT_WORDS);
  // Holdings are mostly listed token by token, so the one before often has the same.
  let lastId: string | undefined;
  let lastToken = 0;
  for (let index = 0; index < holdings.length; index++) {
    const holding = holdings[index] as HoldingState;
    if (holding.token !== lastId) {
      lastToken = tokenOf(holding, nodeOf, tokens.length);
      lastId = holding.token;
    }
    let node = nodeOf.get(holding.holder);
    if (node === undefined) {
      validateId(holding.holder, `A holder of ${holding.token}`);
      node = nodeOf.size;
      nodeOf.set(holding.holder, node);
      accounts.push(holding.holder);
    }
    validateBalance(holding.balance, holding.token, holding.holder);
    validateDebt(holding);
    token[index] = lastToken;
    holder[index] = node;
    writeInteger(balance, BALANCE_WORDS, index, holding.balance);
    writeInteger(debt, DEBT_WORDS, index, holding.debt);
    excluded[index] = holding.excluded ? 1 : 0;
  }
  return {
    columns: { tokens, accounts, holdings: { token, holder, balance, debt, excluded } },
    nodeOf,
  };
}

/**
 * The index of columns that came from elsewhere.
 *
 * Throws InvalidColumnsError when columns don't fit together, and InvalidIdError, InvalidAmountError and DuplicateError.
 */
export function indexColumns(columns: OwnershipColumns): IndexedColumns {
  const { tokens, accounts, holdings } = columns;
  const nodeOf = indexTokens(tokens);
  for (const account of accounts) {
    validateId(account, "An account");
    if (nodeOf.has(account)) throw new DuplicateError("account", account);
    nodeOf.set(account, nodeOf.size);
  }
  const count = holdings.token.length;
  checkLength("holder", holdings.holder.length, count);
  checkLength("balance", holdings.balance.length, count * BALANCE_WORDS);
  checkLength("debt", holdings.debt.length, count * DEBT_WORDS);
  checkLength("excluded", holdings.excluded.length, count);
  const balances = halvesOf(holdings.balance);
  for (let index = 0; index < count; index++) {
    const [token, holder] = [holdings.token[index] as number, holdings.holder[index] as number];
    if (token >= tokens.length) throw indexError("token", index, token, tokens.length);
    if (holder >= nodeOf.size) throw indexError("holder", index, holder, nodeOf.size);
    // The first three of its four halves are the 96 bits that a balance has.
    if (balances[4 * index + 3] === 0) continue;
    validateBalance(balanceOfHolding(holdings, index), nodeId(columns, token), nodeId(columns, holder));
  }
  return { columns, nodeOf };
}

/** The state that columns stand for; one object for each holding. */
export function stateOf(columns: OwnershipColumns): OwnershipState {
  const { tokens, holdings } = columns;
  return { tokens, holdings: Array.from(holdings.token, (_, index) => holdingOf(columns, index)) };
}

/** A holding by its index. */
export function holdingOf(columns: OwnershipColumns, index: number): HoldingState {
  const { holdings } = columns;
  return {
    token: nodeId(columns, holdings.token[index] as number),
    holder: nodeId(columns, holdings.holder[index] as number),
    balance: balanceOfHolding(holdings, index),
    debt: readInteger(holdings.debt, DEBT_WORDS, index),
    excluded: holdings.excluded[index] === 1,
  };
}

/** Balance of a holding, in wei of shares. */
export function balanceOfHolding({ balance }: HoldingColumns, index: number): bigint {
  return readInteger(balance, BALANCE_WORDS, index);
}

function indexTokens(tokens: readonly TokenState[]): Map<string, number> {
  const nodeOf = new Map<string, number>();
  for (const token of tokens) {
    validateToken(token);
    if (nodeOf.has(token.id)) throw new DuplicateError("token", token.id);
    nodeOf.set(token.id, nodeOf.size);
  }
  return nodeOf;
}

function tokenOf({ token, holder }: HoldingState, nodeOf: ReadonlyMap<string, number>, tokenCount: number): number {
  const node = nodeOf.get(token);
  if (node === undefined || node >= tokenCount) throw new UnknownTokenError(token, `A holding of ${holder}`);
  return node;
}

function validateDebt({ token, holder, debt }: HoldingState): void {
  if (debt >= -MAX_DEBT - 1n && debt <= MAX_DEBT) return;
  throw new InvalidAmountError(`Debt of ${holder} in ${token}`, debt, "it lies between -2^157 and 2^157 - 1");
}

function checkLength(column: string, length: number, expected: number): void {
  if (length !== expected) {
    throw new InvalidColumnsError(column, `has ${length} entries where the others ask for ${expected}`);
  }
}

function indexError(column: string, index: number, value: number, count: number): InvalidColumnsError {
  return new InvalidColumnsError(column, `names number ${value} at holding ${index}, and there are only ${count}`);
}
