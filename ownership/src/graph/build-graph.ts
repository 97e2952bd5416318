import { DuplicateError, HoldingsExceedSupplyError } from "../errors.ts";
import { finish, type Steps } from "../steps.ts";
import { createBalanceSum } from "./balance-sum.ts";
import { countingSort, type Grouped } from "./counting-sort.ts";
import { halvesOf, readNumber, writeInteger } from "./integer-words.ts";
import { BALANCE_WORDS, UNLISTED_HOLDER } from "./limits.ts";
import {
  type HoldingColumns,
  type IndexedColumns,
  indexColumns,
  indexState,
  type OwnershipColumns,
} from "./ownership-columns.ts";
import type { OwnershipGraph, OwnershipState } from "./ownership-graph.ts";

/**
 * Builds the ownership graph of tokens and holdings that were read at one block; linear in holdings.
 *
 * When the eligible holdings of a token add up to less than its eligible supply, the rest is held by `UNLISTED_HOLDER`,
 * so that shares always sum to one and nothing unknown is hidden.
 *
 * Throws InvalidIdError, InvalidAmountError, DuplicateError, UnknownTokenError, HoldingsExceedSupplyError.
 */
export function buildGraph(state: OwnershipState): OwnershipGraph {
  return finish(assemble(indexState(state)));
}

/** `buildGraph` for a state in columns; throws InvalidColumnsError too, when columns don't fit together. */
export function buildGraphOfColumns(columns: OwnershipColumns): OwnershipGraph {
  return finish(buildSteps(columns));
}

/** `buildGraphOfColumns` step by step. */
export function* buildSteps(columns: OwnershipColumns): Steps<OwnershipGraph> {
  yield { done: 0, total: BUILD_STEPS };
  return yield* assemble(indexColumns(columns));
}

const BUILD_STEPS = 4;

const BALANCE_HALVES = 2 * BALANCE_WORDS;

/** Builds the graph of columns that were checked, step by step; adds the unlisted holder to the index where there is one. */
export function* assemble({ columns, nodeOf }: IndexedColumns): Steps<OwnershipGraph> {
  const { tokens, holdings } = columns;
  yield { done: 1, total: BUILD_STEPS };
  const byToken = countingSort(holdings.token, tokens.length);
  const unlisted = checkHoldings(columns, byToken, nodeOf.size);
  let accounts = columns.accounts;
  if (unlisted.some((balance) => balance > 0n) && !nodeOf.has(UNLISTED_HOLDER)) {
    nodeOf.set(UNLISTED_HOLDER, tokens.length + accounts.length);
    accounts = [...accounts, UNLISTED_HOLDER];
  }
  yield { done: 2, total: BUILD_STEPS };
  const edges = collectEdges(columns, byToken, unlisted, nodeOf.get(UNLISTED_HOLDER) ?? 0);
  yield { done: 3, total: BUILD_STEPS };
  const { start, order } = countingSort(edges.edgeHolder, nodeOf.size);
  return { tokens, accounts, nodeOf, ...edges, heldStart: start, held: order };
}

/** Checks duplicates and sums; returns what no holding lists of each token's eligible supply. */
function checkHoldings(columns: OwnershipColumns, byToken: Grouped, nodeCount: number): bigint[] {
  const { tokens, accounts, holdings } = columns;
  // Token after the one that a node was last seen to hold; 0 for none.
  const seen = new Uint32Array(nodeCount);
  const halves = halvesOf(holdings.balance);
  const [eligibleSum, excludedSum] = [createBalanceSum(halves), createBalanceSum(halves)];
  return tokens.map((token, index) => {
    eligibleSum.clear();
    excludedSum.clear();
    for (let at = byToken.start[index] as number; at < (byToken.start[index + 1] as number); at++) {
      const holding = byToken.order[at] as number;
      const node = holdings.holder[holding] as number;
      if (seen[node] === index + 1) {
        const holder = node < tokens.length ? tokens[node]?.id : accounts[node - tokens.length];
        throw new DuplicateError("holding", `${token.id} of ${holder}`);
      }
      seen[node] = index + 1;
      if (holdings.excluded[holding]) excludedSum.add(holding);
      else eligibleSum.add(holding);
    }
    const [eligible, excluded] = [eligibleSum.total(), excludedSum.total()];
    const outside = token.totalSupply - token.eligibleSupply;
    if (eligible > token.eligibleSupply) {
      throw new HoldingsExceedSupplyError(token.id, "eligible", eligible, token.eligibleSupply);
    }
    if (excluded > outside) throw new HoldingsExceedSupplyError(token.id, "excluded", excluded, outside);
    return token.eligibleSupply - eligible;
  });
}

type Edges = Pick<
  OwnershipGraph,
  "edgeStart" | "treasuryStart" | "edgeToken" | "edgeHolder" | "edgeShare" | "edgeHolding" | "edgeBalanceWords"
>;

function collectEdges(
  columns: OwnershipColumns,
  byToken: Grouped,
  unlisted: readonly bigint[],
  unlistedNode: number,
): Edges {
  const { tokens, holdings } = columns;
  const edges = createEdges(holdings, tokens.length);
  for (const [index, token] of tokens.entries()) {
    const supply = Number(token.eligibleSupply);
    const addHeldBy = (treasuries: boolean): void => {
      for (let at = byToken.start[index] as number; at < (byToken.start[index + 1] as number); at++) {
        const holding = byToken.order[at] as number;
        const holder = holdings.holder[holding] as number;
        if (holder < tokens.length !== treasuries || holdings.excluded[holding]) continue;
        edges.add(index, holder, holding, supply);
      }
    };
    addHeldBy(false);
    const rest = unlisted[index] as bigint;
    if (rest > 0n) edges.addUnlisted(index, unlistedNode, rest, supply);
    edges.treasuryStart[index] = edges.count();
    addHeldBy(true);
    edges.edgeStart[index + 1] = edges.count();
  }
  return edges.finish();
}

function createEdges(holdings: HoldingColumns, tokenCount: number) {
  // One for the rest of each token.
  const most = holdings.token.length + tokenCount;
  const edgeStart = new Uint32Array(tokenCount + 1);
  const treasuryStart = new Uint32Array(tokenCount);
  const edgeToken = new Uint32Array(most);
  const edgeHolder = new Uint32Array(most);
  const edgeHolding = new Int32Array(most);
  const edgeShare = new Float64Array(most);
  const words = new BigUint64Array(most * BALANCE_WORDS);
  const [from, to] = [halvesOf(holdings.balance), halvesOf(words)];
  let count = 0;
  const place = (token: number, holder: number, holding: number, share: number): void => {
    edgeToken[count] = token;
    edgeHolder[count] = holder;
    edgeHolding[count] = holding;
    edgeShare[count] = share;
    count += 1;
  };
  /** Adds a holding, if it has a balance. */
  const add = (token: number, holder: number, holding: number, supply: number): void => {
    const balance = readNumber(from, BALANCE_WORDS, holding);
    if (balance === 0) return;
    for (let half = 0; half < BALANCE_HALVES; half++) {
      to[count * BALANCE_HALVES + half] = from[holding * BALANCE_HALVES + half] as number;
    }
    place(token, holder, holding, balance / supply);
  };
  const addUnlisted = (token: number, holder: number, balance: bigint, supply: number): void => {
    writeInteger(words, BALANCE_WORDS, count, balance);
    place(token, holder, -1, Number(balance) / supply);
  };
  const finish = (): Edges => ({
    edgeStart,
    treasuryStart,
    edgeToken: edgeToken.slice(0, count),
    edgeHolder: edgeHolder.slice(0, count),
    edgeShare: edgeShare.slice(0, count),
    edgeHolding: edgeHolding.slice(0, count),
    edgeBalanceWords: words.slice(0, count * BALANCE_WORDS),
  });
  return { edgeStart, treasuryStart, add, addUnlisted, count: () => count, finish };
}
