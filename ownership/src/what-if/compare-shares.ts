import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { nodeId } from "../graph/token-node.ts";
import { lookThroughRow } from "../solve/look-through-of-account.ts";
import { lookThroughColumn } from "../solve/look-through-of-token.ts";
import { type Steps, stage, UNDER_WAY } from "../steps.ts";

/** What part of a token's income finally rests with an account, before and after; from 0 to 1. */
export interface ShareChange {
  readonly account: string;
  readonly token: string;
  readonly before: number;
  readonly after: number;
}

/** Look-through shares that change. */
export interface ShareChanges {
  /** Account by account, most affected first; of each, the largest change first. */
  readonly shares: ShareChange[];
  /** Accounts beyond the limit whose shares change by more than the tolerance as well. */
  readonly unlistedAccounts: number;
}

/** What counts as a change. */
export interface ShareLimits {
  /** Changes up to this are none. */
  readonly tolerance: number;
  /** Most accounts to list. */
  readonly maxAccounts: number;
}

/**
 * Look-through shares that differ between two graphs of the same tokens, in which nodes of `before` keep their numbers.
 *
 * Let X be the tokens whose holders changed. Income of a token j first comes to some of X with parts that sum to at most
 * one, and from there on it is income of these. So no share in j changes by more than the largest change in a token of X:
 * only accounts whose shares in X change have to be looked at, each with one solve in either graph.
 */
export function* compareShares(
  before: OwnershipGraph,
  after: OwnershipGraph,
  changedTokens: readonly number[],
  limits: ShareLimits,
): Steps<ShareChanges> {
  const affected = yield* stage(affectedAccounts(before, after, changedTokens, limits.tolerance), 0, 10);
  const listed = affected.slice(0, limits.maxAccounts);
  const shares = yield* stage(changesOfAll(before, after, listed, limits.tolerance), 10, 100);
  return { shares, unlistedAccounts: affected.length - listed.length };
}

/** Accounts whose share in one of the tokens changes by more than the tolerance, most affected first. */
function* affectedAccounts(
  before: OwnershipGraph,
  after: OwnershipGraph,
  tokens: readonly number[],
  tolerance: number,
): Steps<number[]> {
  const most = new Float64Array(after.accounts.length);
  for (const token of tokens) {
    const change = new Float64Array(after.accounts.length);
    addShares(change, before, token, -1);
    yield UNDER_WAY;
    addShares(change, after, token, 1);
    yield UNDER_WAY;
    for (let account = 0; account < most.length; account++) {
      most[account] = Math.max(most[account] as number, Math.abs(change[account] as number));
    }
  }
  const affected: number[] = [];
  for (let account = 0; account < most.length; account++) {
    if ((most[account] as number) > tolerance) affected.push(account);
  }
  return affected.sort((a, b) => (most[b] as number) - (most[a] as number));
}

/** Adds the accounts' shares in a token, times `sign`. */
function addShares(sums: Float64Array, graph: OwnershipGraph, token: number, sign: number): void {
  const { accounts, shares } = lookThroughColumn(graph, token).column;
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index] as number;
    sums[account] = (sums[account] as number) + sign * (shares[index] as number);
  }
}

function* changesOfAll(
  before: OwnershipGraph,
  after: OwnershipGraph,
  accounts: readonly number[],
  tolerance: number,
): Steps<ShareChange[]> {
  const changes: ShareChange[] = [];
  for (const [index, account] of accounts.entries()) {
    const done = { done: index, total: accounts.length };
    const id = nodeId(after, after.tokens.length + account);
    yield done;
    const was = lookThroughRow(before, id).shares;
    yield done;
    const is = lookThroughRow(after, id).shares;
    changes.push(...changesOf(after, id, was, is, tolerance));
  }
  return changes;
}

/** Changes of one account, by its shares in each token; a row without shares is of who held nothing. */
function changesOf(
  { tokens }: OwnershipGraph,
  account: string,
  was: Float64Array,
  is: Float64Array,
  tolerance: number,
): ShareChange[] {
  const changes: ShareChange[] = [];
  for (const [token, { id }] of tokens.entries()) {
    const change = { account, token: id, before: was[token] ?? 0, after: is[token] ?? 0 };
    if (size(change) > tolerance) changes.push(change);
  }
  return changes.sort((a, b) => size(b) - size(a));
}

function size({ before, after }: ShareChange): number {
  return Math.abs(after - before);
}
