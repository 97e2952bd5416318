import { DuplicateError, HoldingsExceedSupplyError, UnknownTokenError } from "../errors.ts";
import { UNLISTED_HOLDER } from "./limits.ts";
import type { HoldingState, OwnershipGraph, OwnershipState, TokenState } from "./ownership-graph.ts";
import { validateHolding, validateToken } from "./validate-state.ts";

/**
 * Builds the ownership graph of tokens and holdings that were read at one block; linear in holdings.
 *
 * When the eligible holdings of a token add up to less than its eligible supply, the rest is held by `UNLISTED_HOLDER`,
 * so that shares always sum to one and nothing unknown is hidden.
 *
 * Throws InvalidIdError, InvalidAmountError, DuplicateError, UnknownTokenError, HoldingsExceedSupplyError.
 */
export function buildGraph(state: OwnershipState): OwnershipGraph {
  const { tokens, holdings } = state;
  const nodeOf = indexTokens(tokens);
  const accounts: string[] = [];
  const holderNodes = indexHolders(holdings, nodeOf, accounts);
  const byToken = groupByToken(tokens.length, holdings, nodeOf);
  const unlisted = checkHoldings(tokens, holdings, holderNodes, byToken, nodeOf.size);
  if (unlisted.some((balance) => balance > 0n) && !nodeOf.has(UNLISTED_HOLDER)) {
    nodeOf.set(UNLISTED_HOLDER, tokens.length + accounts.length);
    accounts.push(UNLISTED_HOLDER);
  }
  const edges = collectEdges(tokens, holdings, holderNodes, byToken, unlisted, nodeOf.get(UNLISTED_HOLDER) ?? 0);
  return { tokens, accounts, nodeOf, ...edges, ...transpose(edges.edgeHolder, nodeOf.size) };
}

interface Grouped {
  readonly start: Uint32Array;
  /** Indices into holdings. */
  readonly order: Uint32Array;
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

/** Gives every new holder the next node. */
function indexHolders(holdings: readonly HoldingState[], nodeOf: Map<string, number>, accounts: string[]): Uint32Array {
  const nodes = new Uint32Array(holdings.length);
  for (const [index, holding] of holdings.entries()) {
    let node = nodeOf.get(holding.holder);
    validateHolding(holding);
    if (node === undefined) {
      node = nodeOf.size;
      nodeOf.set(holding.holder, node);
      accounts.push(holding.holder);
    }
    nodes[index] = node;
  }
  return nodes;
}

/** Counting sort of holdings by token. */
function groupByToken(
  tokenCount: number,
  holdings: readonly HoldingState[],
  nodeOf: ReadonlyMap<string, number>,
): Grouped {
  const tokenNodes = new Uint32Array(holdings.length);
  for (const [index, holding] of holdings.entries()) {
    const node = nodeOf.get(holding.token);
    if (node === undefined || node >= tokenCount) {
      throw new UnknownTokenError(holding.token, `A holding of ${holding.holder}`);
    }
    tokenNodes[index] = node;
  }
  return countingSort(tokenNodes, tokenCount);
}

function countingSort(keys: Uint32Array, keyCount: number): Grouped {
  const start = new Uint32Array(keyCount + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] as number) + 1;
  for (let key = 0; key < keyCount; key++) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const next = start.slice();
  const order = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    order[next[key] as number] = index;
    next[key] = (next[key] as number) + 1;
  }
  return { start, order };
}

/** Checks duplicates and sums; returns what no holding lists of each token's eligible supply. */
function checkHoldings(
  tokens: readonly TokenState[],
  holdings: readonly HoldingState[],
  holderNodes: Uint32Array,
  byToken: Grouped,
  nodeCount: number,
): bigint[] {
  // Token after the one that a node was last seen to hold; 0 for none.
  const seen = new Uint32Array(nodeCount);
  return tokens.map((token, index) => {
    let eligible = 0n;
    let excluded = 0n;
    for (let at = byToken.start[index] as number; at < (byToken.start[index + 1] as number); at++) {
      const holdingIndex = byToken.order[at] as number;
      const holding = holdings[holdingIndex] as HoldingState;
      const node = holderNodes[holdingIndex] as number;
      if (seen[node] === index + 1) throw new DuplicateError("holding", `${holding.token} of ${holding.holder}`);
      seen[node] = index + 1;
      if (holding.excluded) excluded += holding.balance;
      else eligible += holding.balance;
    }
    const outside = token.totalSupply - token.eligibleSupply;
    if (eligible > token.eligibleSupply) {
      throw new HoldingsExceedSupplyError(token.id, "eligible", eligible, token.eligibleSupply);
    }
    if (excluded > outside) throw new HoldingsExceedSupplyError(token.id, "excluded", excluded, outside);
    return token.eligibleSupply - eligible;
  });
}

function collectEdges(
  tokens: readonly TokenState[],
  holdings: readonly HoldingState[],
  holderNodes: Uint32Array,
  byToken: Grouped,
  unlisted: readonly bigint[],
  unlistedNode: number,
) {
  const edgeStart = new Uint32Array(tokens.length + 1);
  const edgeBalance: bigint[] = [];
  const edgeToken = new Uint32Array(holdings.length + tokens.length);
  const edgeHolder = new Uint32Array(edgeToken.length);
  const edgeHolding = new Int32Array(edgeToken.length);
  const edgeShare = new Float64Array(edgeToken.length);
  const add = (token: number, holder: number, holding: number, balance: bigint, supply: number): void => {
    const edge = edgeBalance.length;
    edgeToken[edge] = token;
    edgeHolder[edge] = holder;
    edgeHolding[edge] = holding;
    edgeShare[edge] = Number(balance) / supply;
    edgeBalance.push(balance);
  };
  for (const [index, token] of tokens.entries()) {
    const supply = Number(token.eligibleSupply);
    for (let at = byToken.start[index] as number; at < (byToken.start[index + 1] as number); at++) {
      const holdingIndex = byToken.order[at] as number;
      const holding = holdings[holdingIndex] as HoldingState;
      if (holding.excluded || holding.balance === 0n) continue;
      add(index, holderNodes[holdingIndex] as number, holdingIndex, holding.balance, supply);
    }
    const rest = unlisted[index] as bigint;
    if (rest > 0n) add(index, unlistedNode, -1, rest, supply);
    edgeStart[index + 1] = edgeBalance.length;
  }
  const count = edgeBalance.length;
  return {
    edgeStart,
    edgeToken: edgeToken.slice(0, count),
    edgeHolder: edgeHolder.slice(0, count),
    edgeShare: edgeShare.slice(0, count),
    edgeBalance: edgeBalance as readonly bigint[],
    edgeHolding: edgeHolding.slice(0, count),
  };
}

function transpose(edgeHolder: Uint32Array, nodeCount: number): Pick<OwnershipGraph, "heldStart" | "held"> {
  const { start, order } = countingSort(edgeHolder, nodeCount);
  return { heldStart: start, held: order };
}
