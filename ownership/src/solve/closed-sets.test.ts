import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph, circlesOf, closedSets, lookThroughExact, valuesOf } from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { stateOfMatrix } from "../testing/graph-of-matrix.ts";

describe("closedSets", () => {
  it("names what is left out, and why", () => {
    const state = stateOfMatrix(
      ["0x1", "0x2", "0x3"],
      [
        ["0", "1", "1/2"],
        ["1", "0", "0"],
        ["0", "0", "0"],
      ],
    );
    const empty = { id: "0x4", totalSupply: 5n, eligibleSupply: 0n, incomePerShare: 0n };
    const graph = buildGraph({
      tokens: [...state.tokens, empty],
      holdings: [...state.holdings, { token: "0x4", holder: "pool", balance: 5n, debt: 0n, excluded: true }],
    });
    expect(closedSets(graph)).toMatchInlineSnapshot(`
      [
        {
          "explanation": "0x4 has too few shares that take part in income, so what comes in stays where it was.",
          "reason": "no-eligible-holders",
          "tokens": [
            "0x4",
          ],
        },
        {
          "explanation": "Every share of these tokens is held inside the circle, so what comes in never reaches an account.",
          "reason": "closed-circle",
          "tokens": [
            "0x1",
            "0x2",
          ],
        },
      ]
    `);
    expect(valuesOf(graph, new Map([["0x3", 2]]))).toMatchObject({
      trapped: 1,
      closed: [{ tokens: ["0x1", "0x2"], reason: "closed-circle" }],
    });
  });

  it("are exactly the tokens from which nothing reaches an account", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const graph = buildGraph(state);
        const closed = closedSets(graph);
        const left = new Set(closed.flatMap(({ tokens }) => tokens));
        for (const { id } of state.tokens) {
          const { shares, inflow } = lookThroughExact(graph, id);
          const reachesOthers = inflow.some(({ token }) => !left.has(token));
          expect(left.has(id)).toBe(shares.length === 0 && !reachesOthers);
        }
        const circles = closed.filter(({ reason }) => reason === "closed-circle").map(({ tokens }) => tokens);
        expect(
          circlesOf(graph)
            .filter((circle) => circle.closed)
            .map(({ tokens }) => tokens),
        ).toEqual(circles);
      }),
    );
  });
});
