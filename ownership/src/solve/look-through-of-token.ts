import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import type { LookThroughColumn } from "./look-through-matrix.ts";
import { spread } from "./spread.ts";
import { type TrappedIn, trappedIn } from "./trapped-in.ts";

/** Who gets, in the end, how much of one unit that comes into a token. */
export interface LookThroughOfToken {
  /** Accounts that get anything, largest first; together with `trapped` the shares sum to 1. */
  readonly shares: { readonly account: string; readonly share: number }[];
  /** Part that ends in tokens out of which nothing comes. */
  readonly trapped: number;
  readonly trappedIn: TrappedIn[];
  /** Shares and what is trapped are, added up, off the exact ones by at most this; rounding is included. */
  readonly errorBound: number;
}

/** A column by numbers, together with where the rest is trapped. */
export interface ColumnOfToken {
  readonly column: LookThroughColumn;
  readonly trappedIn: TrappedIn[];
}

/** Look-through shares in `token`: the column of D (I − C)⁻¹. Throws UnknownTokenError. */
export function lookThroughOfToken(graph: OwnershipGraph, token: string): LookThroughOfToken {
  return nameColumn(graph.accounts, lookThroughColumn(graph, tokenNode(graph, token, "lookThroughOfToken")));
}

/** `lookThroughOfToken` by numbers. */
export function lookThroughColumn(graph: OwnershipGraph, token: number): ColumnOfToken {
  const system = flowSystem(graph, "income");
  const unit = new Float64Array(graph.tokens.length);
  unit[token] = 1;
  const { received, trapped, errorBound } = spread(system, unit);
  const accounts = Uint32Array.from(received.keys()).filter((account) => (received[account] as number) > 0);
  const inside = trappedIn(system, trapped);
  return {
    column: {
      token,
      accounts,
      shares: Float64Array.from(accounts, (account) => received[account] as number),
      trapped: inside.reduce((sum, { share }) => sum + share, 0),
      errorBound,
    },
    trappedIn: inside,
  };
}

/** Gives the accounts of a column their names, largest share first. */
export function nameColumn(accounts: readonly string[], { column, trappedIn }: ColumnOfToken): LookThroughOfToken {
  const shares = Array.from(column.accounts, (account, index) => ({
    account: accounts[account] as string,
    share: column.shares[index] as number,
  })).sort((a, b) => b.share - a.share);
  return { shares, trapped: column.trapped, trappedIn, errorBound: column.errorBound };
}
