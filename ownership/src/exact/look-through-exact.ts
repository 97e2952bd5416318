import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { spreadExact } from "./solve-exact.ts";

/** Look-through shares of one token as exact fractions that sum to 1 with `trapped`. */
export interface LookThroughExact {
  readonly shares: { readonly account: string; readonly share: Fraction }[];
  readonly trapped: Fraction;
  /** What each token takes in of the unit, turns included: the column of (I − C)⁻¹. */
  readonly inflow: { readonly token: string; readonly share: Fraction }[];
}

/** `lookThroughOfToken` in exact arithmetic; cubic in the size of a circle. Throws UnknownTokenError. */
export function lookThroughExact(graph: OwnershipGraph, token: string): LookThroughExact {
  const node = tokenNode(graph, token, "lookThroughExact");
  const unit = graph.tokens.map((_, index) => fraction(index === node ? 1n : 0n));
  const { inflow, received, trapped } = spreadExact(flowSystem(graph, "income"), unit);
  return {
    shares: graph.accounts
      .map((account, index) => ({ account, share: received[index] as Fraction }))
      .filter(({ share }) => share.n > 0n),
    trapped,
    inflow: graph.tokens
      .map(({ id }, index) => ({ token: id, share: inflow[index] as Fraction }))
      .filter(({ share }) => share.n > 0n),
  };
}
