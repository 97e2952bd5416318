import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph, circlesOf, type Fraction, lookThroughExact, toNumber } from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { stateOfMatrix } from "../testing/graph-of-matrix.ts";

describe("circlesOf", () => {
  it("returns the product of both shares for two tokens that hold each other", () => {
    const graph = buildGraph(
      stateOfMatrix(
        ["1", "2", "3"],
        [
          ["0", "1/2", "0"],
          ["1/3", "0", "0"],
          ["1/4", "0", "0"],
        ],
      ),
    );
    const [circle, ...others] = circlesOf(graph);
    expect(others).toEqual([]);
    expect(circle).toMatchObject({ tokens: ["1", "2"], closed: false });
    expect(circle?.returning).toBeCloseTo(1 / 6, 12);
    expect(circle?.spectralRadius).toBeCloseTo(Math.sqrt(1 / 6), 9);
    expect(circle?.reason).toMatchInlineSnapshot(
      `"2 of 2 tokens have holders outside of the circle, so what goes round runs out."`,
    );
  });

  it("counts a token that holds itself", () => {
    const [circle] = circlesOf(buildGraph(stateOfMatrix(["1"], [["1/10"]])));
    expect(circle).toMatchObject({ tokens: ["1"], closed: false });
    expect(circle?.returning).toBeCloseTo(0.1, 12);
    expect(circle?.spectralRadius).toBeCloseTo(0.1, 9);
  });

  it("has none where nothing comes round", () => {
    const matrix = [
      ["0", "1/2"],
      ["0", "0"],
    ];
    expect(circlesOf(buildGraph(stateOfMatrix(["1", "2"], matrix)))).toEqual([]);
  });

  it("measures returns that exact inflows confirm, and always gives numbers", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4 }), (state) => {
        const graph = buildGraph(state);
        for (const { returning, spectralRadius, through, closed } of circlesOf(graph)) {
          expect(spectralRadius).toBeGreaterThanOrEqual(0);
          expect(spectralRadius).toBeLessThanOrEqual(1);
          if (closed) continue;
          const own = lookThroughExact(graph, through).inflow.find(({ token }) => token === through);
          expect(returning).toBeCloseTo(1 - 1 / toNumber(own?.share as Fraction), 9);
        }
      }),
    );
  });
});
