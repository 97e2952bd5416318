import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { spreadExact } from "./solve-exact.ts";

/** Book values as exact fractions, in the order of the graph's tokens; see `valuesOf`. Throws UnknownTokenError. */
export function bookValueExact(graph: OwnershipGraph, outsideValues: ReadonlyMap<string, Fraction>): Fraction[] {
  const p = graph.tokens.map(() => fraction(0n));
  for (const [token, value] of outsideValues) p[tokenNode(graph, token, "An outside value")] = value;
  return spreadExact(flowSystem(graph, "value"), p).inflow;
}
