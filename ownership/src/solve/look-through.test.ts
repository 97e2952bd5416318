import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { powerLawState } from "../../bench/power-law-state.ts";
import { randomState } from "../../bench/random-state.ts";
import type { OwnershipState, TokenState } from "../index.ts";
import { buildGraph, flowOf, lookThroughExact, lookThroughOfAccount, lookThroughOfToken, toNumber } from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { lookThroughRow } from "./look-through-of-account.ts";

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
        const columns = state.tokens.map(({ id }) => sharesOf(state, id).shares);
        for (const account of graph.accounts) {
          const row = new Map(lookThroughOfAccount(graph, account).map(({ token, share }) => [token, share]));
          for (const [index, { id }] of state.tokens.entries()) {
            expect(Math.abs((row.get(id) ?? 0) - (columns[index]?.get(account) ?? 0))).toBeLessThan(CLOSE);
          }
        }
      }),
    );
  });

  it("go with the names when everybody is renamed and listed in another order", () => {
    const rename = (id: string): string => `0x${Array.from(id.slice(2)).reverse().join("")}-renamed`;
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const renamed = {
          tokens: state.tokens.toReversed().map((token) => ({ ...token, id: rename(token.id) })),
          holdings: state.holdings.toReversed().map((held) => ({
            ...held,
            token: rename(held.token),
            holder: rename(held.holder),
          })),
        };
        for (const { id } of state.tokens) {
          const [before, after] = [sharesOf(state, id), sharesOf(renamed, rename(id))];
          expect(Math.abs(after.trapped - before.trapped)).toBeLessThan(CLOSE);
          expect(after.shares.size).toBe(before.shares.size);
          for (const [account, share] of before.shares) {
            expect(Math.abs((after.shares.get(rename(account)) ?? 0) - share)).toBeLessThan(CLOSE);
          }
        }
      }),
    );
  });

  it("hold to the same laws in circles of hundreds of tokens", () => {
    for (const createState of [powerLawState, randomState]) {
      const state = createState(10_000);
      const graph = buildGraph(state);
      const amount = 10n ** 24n;
      for (const { id } of [state.tokens[0], state.tokens[123], state.tokens.at(-1)] as TokenState[]) {
        const { shares, trapped, errorBound } = lookThroughOfToken(graph, id);
        expect(errorBound).toBeLessThan(1e-9);
        expect(Math.abs(shares.reduce((sum, { share }) => sum + share, trapped) - 1)).toBeLessThan(errorBound);
        const flow = flowOf(graph, new Map([[id, amount]]));
        expect(Array.from(flow.received.values()).reduce((sum, part) => sum + part, flow.trapped)).toBe(amount);
        const off = shares.reduce(
          (sum, { account, share }) =>
            sum + Math.abs(Number(flow.received.get(account) ?? 0n) / Number(amount) - share),
          0,
        );
        expect(off).toBeLessThan(errorBound + Number(flow.errorBound) / Number(amount));
        const { account, share } = shares[1] as (typeof shares)[number];
        const row = lookThroughRow(graph, account);
        expect(Math.abs((row.shares[graph.nodeOf.get(id) as number] as number) - share)).toBeLessThan(
          row.errorBound + errorBound,
        );
      }
    }
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
