import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
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

/** Look-through shares in `token`: the column of D (I − C)⁻¹. Throws UnknownTokenError. */
export function lookThroughOfToken(graph: OwnershipGraph, token: string): LookThroughOfToken {
  const system = flowSystem(graph, "income");
  const unit = new Float64Array(graph.tokens.length);
  unit[tokenNode(graph, token, "lookThroughOfToken")] = 1;
  const { received, trapped, errorBound } = spread(system, unit);
  const shares: { account: string; share: number }[] = [];
  for (const [index, account] of graph.accounts.entries()) {
    const share = received[index] as number;
    if (share > 0) shares.push({ account, share });
  }
  shares.sort((a, b) => b.share - a.share);
  const inside = trappedIn(system, trapped);
  return { shares, trapped: inside.reduce((sum, { share }) => sum + share, 0), trappedIn: inside, errorBound };
}
