import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add } from "../exact/fraction.ts";
import { flowSystem } from "../graph/flow-system.ts";
import { buildGraph, fraction, lookThroughExact, lookThroughOfToken, type OwnershipGraph } from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { distance, fractionOfNumber, isAtMost } from "../testing/fraction-of-number.ts";
import { createCirculation } from "./circulation.ts";
import type { ComponentSolver } from "./component-solver.ts";
import { type InnerEdges, innerEdges } from "./inner-edges.ts";
import { lookThroughRow } from "./look-through-of-account.ts";
import { createStateReduction } from "./state-reduction.ts";

const ZERO = fraction(0n);

function solveCirclesWith(graph: OwnershipGraph, create: (edges: InnerEdges) => ComponentSolver): void {
  const system = flowSystem(graph, "income");
  for (let component = 0; component < system.components.count; component++) {
    if (!system.circular[component] || system.closed[component]) continue;
    system.solvers.set(component, create(innerEdges(system, component)));
  }
}

/** Checks that all look-through shares are as close to the exact ones as is said; returns the largest bound. */
function checkBounds(graph: OwnershipGraph): number {
  let largest = 0;
  const rows = new Map(graph.accounts.map((account) => [account, lookThroughRow(graph, account)]));
  for (const [node, { id }] of graph.tokens.entries()) {
    const exact = lookThroughExact(graph, id);
    const exactShares = new Map(exact.shares.map(({ account, share }) => [account, share]));
    const found = lookThroughOfToken(graph, id);
    const foundShares = new Map(found.shares.map(({ account, share }) => [account, share]));
    let off = distance(fractionOfNumber(found.trapped), exact.trapped);
    for (const account of graph.accounts) {
      const share = exactShares.get(account) ?? ZERO;
      off = add(off, distance(fractionOfNumber(foundShares.get(account) ?? 0), share));
      const { shares, errorBound } = rows.get(account) as ReturnType<typeof lookThroughRow>;
      const rowOff = distance(fractionOfNumber(shares[node] as number), share);
      expect(isAtMost(rowOff, fractionOfNumber(errorBound))).toBe(true);
      largest = Math.max(largest, errorBound);
    }
    expect(isAtMost(off, fractionOfNumber(found.errorBound))).toBe(true);
    largest = Math.max(largest, found.errorBound);
  }
  return largest;
}

describe.each([
  ["direct", createStateReduction],
  ["iterative", createCirculation],
] as const)("the error bound of the %s solver", (_, create) => {
  it("holds against exact arithmetic, whatever the graph", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4 }), (state) => {
        const graph = buildGraph(state);
        solveCirclesWith(graph, create);
        checkBounds(graph);
      }),
    );
  });

  it("is small where a fifth of every token leaves", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4, open: true }), (state) => {
        const graph = buildGraph(state);
        solveCirclesWith(graph, create);
        expect(checkBounds(graph)).toBeLessThan(1e-12);
      }),
      { numRuns: 50 },
    );
  });
});
