import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnershipState } from "../index.ts";
import { buildGraph, lookThroughExact, lookThroughOfAccount, lookThroughOfToken, toNumber } from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";

const CLOSE = 1e-11;

function sharesOf(state: OwnershipState, token: string): { shares: Map<string, number>; trapped: number } {
  const { shares, trapped } = lookThroughOfToken(buildGraph(state), token);
  return { shares: new Map(shares.map(({ account, share }) => [account, share])), trapped };
}

describe("look-through shares", () => {
  it("sum to one with what is trapped", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        for (const { id } of state.tokens) {
          const { shares, trapped } = sharesOf(state, id);
          const total = Array.from(shares.values()).reduce((sum, share) => sum + share, trapped);
          expect(Math.abs(total - 1)).toBeLessThan(CLOSE);
        }
      }),
    );
  });

  it("are the exact ones", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4 }), (state) => {
        const graph = buildGraph(state);
        for (const { id } of state.tokens) {
          const exact = lookThroughExact(graph, id);
          const { shares, trapped } = sharesOf(state, id);
          expect(Math.abs(trapped - toNumber(exact.trapped))).toBeLessThan(CLOSE);
          for (const { account, share } of exact.shares) {
            expect(Math.abs((shares.get(account) ?? 0) - toNumber(share))).toBeLessThan(CLOSE);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are the same asked by token and by account", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const graph = buildGraph(state);
        for (const account of graph.accounts) {
          const byAccount = new Map(lookThroughOfAccount(graph, account).map(({ token, share }) => [token, share]));
          for (const { id } of state.tokens) {
            const byToken = sharesOf(state, id).shares.get(account) ?? 0;
            expect(Math.abs((byAccount.get(id) ?? 0) - byToken)).toBeLessThan(CLOSE);
          }
        }
      }),
    );
  });

  it("keep to names when everything is listed in another order", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const reversed = { tokens: state.tokens.toReversed(), holdings: state.holdings.toReversed() };
        for (const { id } of state.tokens) {
          const [before, after] = [sharesOf(state, id), sharesOf(reversed, id)];
          expect(Math.abs(after.trapped - before.trapped)).toBeLessThan(CLOSE);
          for (const [account, share] of before.shares) {
            expect(Math.abs((after.shares.get(account) ?? 0) - share)).toBeLessThan(CLOSE);
          }
        }
      }),
    );
  });

  it("add up when a holder splits in two", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const halves = state.holdings.flatMap((holding) => {
          if (holding.holder !== "0xa0") return [holding];
          const half = holding.balance / 3n;
          return [
            { ...holding, balance: half },
            { ...holding, holder: "0xother", balance: holding.balance - half },
          ];
        });
        for (const { id } of state.tokens) {
          const [one, two] = [sharesOf(state, id), sharesOf({ ...state, holdings: halves }, id)];
          const together = (two.shares.get("0xa0") ?? 0) + (two.shares.get("0xother") ?? 0);
          expect(Math.abs((one.shares.get("0xa0") ?? 0) - together)).toBeLessThan(CLOSE);
        }
      }),
    );
  });

  it("change for nobody when a wholly owned token is put in between", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const supply = 10n ** 18n;
        const between: OwnershipState = {
          tokens: [
            ...state.tokens,
            { id: "0xbetween", totalSupply: supply, eligibleSupply: supply, incomePerShare: 0n },
          ],
          holdings: [
            ...state.holdings.map((held) => (held.holder === "0xa0" ? { ...held, holder: "0xbetween" } : held)),
            { token: "0xbetween", holder: "0xa0", balance: supply, debt: 0n, excluded: false },
          ],
        };
        for (const { id } of state.tokens) {
          const [before, after] = [sharesOf(state, id), sharesOf(between, id)];
          for (const account of new Set([...before.shares.keys(), ...after.shares.keys()])) {
            const change = (after.shares.get(account) ?? 0) - (before.shares.get(account) ?? 0);
            expect(Math.abs(change)).toBeLessThan(CLOSE);
          }
        }
      }),
    );
  });

  it("keep full precision where one wei of shares is all that leaves a circle", () => {
    const supply = 10n ** 24n;
    const hold = (token: string, holder: string, balance: bigint) => ({
      token,
      holder,
      balance,
      debt: 0n,
      excluded: false,
    });
    const graph = buildGraph({
      tokens: ["0x1", "0x2"].map((id) => ({ id, totalSupply: supply, eligibleSupply: supply, incomePerShare: 0n })),
      holdings: [
        hold("0x1", "0x2", supply - 1n),
        hold("0x1", "a", 1n),
        hold("0x2", "0x1", supply - 2n),
        hold("0x2", "b", 2n),
      ],
    });
    const { shares, trapped } = lookThroughOfToken(graph, "0x1");
    expect(trapped).toBe(0);
    for (const { account, share } of lookThroughExact(graph, "0x1").shares) {
      expect(shares.find((found) => found.account === account)?.share).toBeCloseTo(toNumber(share), 14);
    }
  });
});
