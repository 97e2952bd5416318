import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { stateOfMatrix } from "../testing/graph-of-matrix.ts";
import { buildGraph } from "./build-graph.ts";
import { condense } from "./condensation.ts";
import type { OwnershipGraph } from "./ownership-graph.ts";

/** reach[a][b]: income of a gets to b. */
function reachability(graph: OwnershipGraph): boolean[][] {
  const count = graph.tokens.length;
  const reach = graph.tokens.map((_, a) => graph.tokens.map((_, b) => a === b));
  for (const [edge, holder] of graph.edgeHolder.entries()) {
    const row = reach[graph.edgeToken[edge] as number] as boolean[];
    if (holder < count) row[holder] = true;
  }
  for (let k = 0; k < count; k++) {
    for (const row of reach) {
      if (row[k]) for (let b = 0; b < count; b++) row[b] ||= reach[k]?.[b] as boolean;
    }
  }
  return reach;
}

describe("condense", () => {
  it("puts tokens together that reach each other, sources first", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 8 }), (state) => {
        const graph = buildGraph(state);
        const { componentOf, start, members, placeOf } = condense(graph, () => true);
        const reach = reachability(graph);
        for (const [a, row] of reach.entries()) {
          for (const [b, reaches] of row.entries()) {
            expect(componentOf[a] === componentOf[b]).toBe(reaches && (reach[b]?.[a] as boolean));
            if (reaches) expect(componentOf[a]).toBeLessThanOrEqual(componentOf[b] as number);
          }
          expect(members[(start[componentOf[a] as number] as number) + (placeOf[a] as number)]).toBe(a);
        }
      }),
    );
  });

  it("follows a chain of any length", () => {
    const length = 500;
    const names = Array.from({ length }, (_, index) => `t${index}`);
    const matrix = names.map((_, i) => names.map((_, j) => (i === j + 1 ? "1/2" : "0")));
    const { componentOf, count } = condense(buildGraph(stateOfMatrix(names, matrix)), () => true);
    expect(count).toBe(length);
    expect(Array.from(componentOf)).toEqual(names.map((_, index) => index));
  });
});
