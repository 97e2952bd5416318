import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph, InvalidAmountError, lookThroughOfToken, NotAnAccountError, pathsTo } from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { TRIO } from "../testing/trio.ts";

describe("pathsTo", () => {
  it("lists different paths, strongest first, that never add up to more than the look-through share", () => {
    fc.assert(
      fc.property(arbitraryState(), fc.integer({ min: 1, max: 30 }), (state, limit) => {
        const graph = buildGraph(state);
        for (const { id } of state.tokens) {
          const share = lookThroughOfToken(graph, id).shares.find(({ account }) => account === "0xa0")?.share ?? 0;
          const paths = pathsTo(graph, id, "0xa0", { limit });
          expect(paths.reduce((sum, path) => sum + path.share, 0)).toBeLessThanOrEqual(share + 1e-12);
          expect(paths.map((path) => path.share)).toEqual(paths.map((path) => path.share).toSorted((a, b) => b - a));
          expect(new Set(paths.map(({ path }) => path.join())).size).toBe(paths.length);
          expect(paths.every(({ path }) => path[0] === id && path.at(-1) === "0xa0")).toBe(true);
          if (share > 0) expect(paths.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("adds up to the look-through share", () => {
    const paths = pathsTo(buildGraph(TRIO), "0xada", "ada", { limit: 14 });
    expect(paths.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(549 / 630, 12);
  });

  it("is for accounts, and for at least one path", () => {
    const graph = buildGraph(TRIO);
    expect(pathsTo(graph, "0xada", "nobody")).toEqual([]);
    expect(pathsTo(graph, "0xada", "cleo").length).toBeGreaterThan(0);
    expect(() => pathsTo(graph, "0xada", "0xben")).toThrow(NotAnAccountError);
    expect(() => pathsTo(graph, "0xada", "ada", { limit: 0 })).toThrow(InvalidAmountError);
  });
});
