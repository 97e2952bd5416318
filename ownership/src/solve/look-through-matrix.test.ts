import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AbortedError,
  buildGraph,
  InvalidAmountError,
  type LookThroughColumn,
  lookThroughMatrix,
  lookThroughOfToken,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { TRIO } from "../testing/trio.ts";

describe("lookThroughMatrix", () => {
  it("has the columns that each token has alone, cleanly one after the other", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const graph = buildGraph(state);
        const columns = Array.from(lookThroughMatrix(graph));
        expect(columns.map(({ token }) => token)).toEqual(Array.from(graph.tokens.keys()));
        for (const { token, accounts, shares, trapped, errorBound } of columns) {
          const alone = lookThroughOfToken(graph, graph.tokens[token]?.id as string);
          const named = Array.from(accounts, (account, index) => ({
            account: graph.accounts[account],
            share: shares[index] as number,
          }));
          expect(new Set(named)).toEqual(new Set(alone.shares));
          expect(trapped).toBe(alone.trapped);
          expect(Math.abs(errorBound - alone.errorBound)).toBeLessThanOrEqual(1e-12 * alone.errorBound);
          expect(Math.abs(shares.reduce((sum, share) => sum + share, trapped) - 1)).toBeLessThanOrEqual(errorBound);
        }
      }),
    );
  });

  it("solves a column only when it is asked for, and stops when the signal says so", () => {
    const graph = buildGraph(TRIO);
    const controller = new AbortController();
    const seen: [number, number][] = [];
    const found: LookThroughColumn[] = [];
    const walk = () => {
      const onProgress = (done: number, total: number) => seen.push([done, total]);
      for (const column of lookThroughMatrix(graph, { signal: controller.signal, onProgress })) {
        found.push(column);
        if (found.length === 2) controller.abort();
      }
    };
    expect(walk).toThrow(AbortedError);
    expect(found).toHaveLength(2);
    expect(seen).toEqual([
      [0, 4],
      [1, 4],
    ]);
  });

  it("can be asked for a part", () => {
    const graph = buildGraph(TRIO);
    const part = Array.from(lookThroughMatrix(graph, { from: 1, to: 3 }));
    expect(part.map(({ token }) => token)).toEqual([1, 2]);
    expect(() => lookThroughMatrix(graph, { from: 3, to: 2 })).toThrow(InvalidAmountError);
    expect(() => lookThroughMatrix(graph, { to: 5 })).toThrowErrorMatchingInlineSnapshot(
      `[InvalidAmountError: The end of the columns is 5; columns go from 0 to 4.]`,
    );
  });
});
