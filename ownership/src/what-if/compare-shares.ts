import { type Control, checkpoint } from "../control.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { lookThroughOfAccount } from "../solve/look-through-of-account.ts";
import { lookThroughOfToken } from "../solve/look-through-of-token.ts";

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
 * Look-through shares that differ between two graphs of the same tokens.
 *
 * Let X be the tokens whose holders changed. Income of a token j first comes to some of X with parts that sum to at most
 * one, and from there on it is income of these. So no share in j changes by more than the largest change in a token of X:
 * only accounts whose shares in X change have to be looked at, each with one solve in either graph.
 */
export function compareShares(
  before: OwnershipGraph,
  after: OwnershipGraph,
  changedTokens: readonly string[],
  { tolerance, maxAccounts }: ShareLimits,
  control: Control,
): ShareChanges {
  const most = new Map<string, number>();
  for (const token of changedTokens) {
    const [was, is] = [sharesIn(before, token), sharesIn(after, token)];
    for (const account of new Set([...was.keys(), ...is.keys()])) {
      const change = Math.abs((is.get(account) ?? 0) - (was.get(account) ?? 0));
      if (change > (most.get(account) ?? tolerance)) most.set(account, change);
    }
  }
  const affected = Array.from(most)
    .sort((a, b) => b[1] - a[1])
    .map(([account]) => account);
  const listed = affected.slice(0, maxAccounts);
  const shares = listed.flatMap((account, index) => {
    checkpoint(control, "The comparison", index, listed.length);
    return changesOf(before, after, account, tolerance);
  });
  return { shares, unlistedAccounts: affected.length - listed.length };
}

function sharesIn(graph: OwnershipGraph, token: string): Map<string, number> {
  return new Map(lookThroughOfToken(graph, token).shares.map(({ account, share }) => [account, share]));
}

function changesOf(before: OwnershipGraph, after: OwnershipGraph, account: string, tolerance: number): ShareChange[] {
  const was = new Map(lookThroughOfAccount(before, account).map(({ token, share }) => [token, share]));
  const is = new Map(lookThroughOfAccount(after, account).map(({ token, share }) => [token, share]));
  return Array.from(new Set([...was.keys(), ...is.keys()]), (token) => ({
    account,
    token,
    before: was.get(token) ?? 0,
    after: is.get(token) ?? 0,
  }))
    .filter((change) => size(change) > tolerance)
    .sort((a, b) => size(b) - size(a));
}

function size({ before, after }: ShareChange): number {
  return Math.abs(after - before);
}
