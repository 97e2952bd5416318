import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, multiply } from "../exact/fraction.ts";
import {
  buildGraph,
  claimableOf,
  fraction,
  lookThroughExact,
  NotAnAccountError,
  type OwnershipState,
  planSettleEveryone,
  planSettlement,
  simulateSettle,
} from "../index.ts";
import { arbitraryState, sum, totalClaimable } from "../testing/arbitrary-state.ts";
import { TRIO } from "../testing/trio.ts";

const FREE = { costPerHop: 0n, costPerClaim: 0n, maxHops: 4096 };
const cost = fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 19n));

/** All that `account` gets in the end of what is claimable anywhere: the closed form, rounded up. */
function closedForm(state: OwnershipState, account: string): bigint {
  const graph = buildGraph(state);
  const income = new Map(state.tokens.map(({ id, incomePerShare }) => [id, incomePerShare]));
  const tokens = new Set(income.keys());
  let total = fraction(0n);
  for (const { token, holder, balance, debt, excluded } of state.holdings) {
    if (excluded || (holder !== account && !tokens.has(holder))) continue;
    const due = fraction(claimableOf(balance, debt, income.get(token) as bigint));
    if (holder === account) {
      total = add(total, due);
    } else {
      const share = lookThroughExact(graph, holder).shares.find((found) => found.account === account)?.share;
      total = add(total, multiply(due, share ?? fraction(0n)));
    }
  }
  return (total.n + total.d - 1n) / total.d;
}

describe("simulateSettle", () => {
  it("pays out what claimable falls by, but for dust that stays with the tokens", () => {
    const index = fc.nat(20);
    const hop = fc.record({ holder: index, source: index, repeats: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(arbitraryState(), fc.array(hop, { maxLength: 30 }), (state, picks) => {
        const pick = (at: number): string => state.tokens[at % state.tokens.length]?.id as string;
        const hops = picks.map(({ holder, source, repeats }) => ({
          holder: pick(holder),
          source: pick(source),
          repeats,
        }));
        const claims = state.tokens.map(({ id }) => id);
        const { paid, stateAfter, claimed, hopResults } = simulateSettle(state, hops, claims, "0xa0");
        const before = totalClaimable(state);
        const after = totalClaimable(stateAfter) + paid;
        // A harvest's income is split among at most all holders of a token, each of whom loses less than a wei, and
        // wei that rounding kept back before may become claimable with it.
        const dust = BigInt(state.holdings.length * (3 * hops.length + 1));
        expect(after).toBeLessThanOrEqual(before + dust);
        expect(after).toBeGreaterThanOrEqual(before - dust);
        expect(sum(claimed.map(({ amount }) => amount))).toBe(paid);
        expect(hopResults).toHaveLength(hops.length);
      }),
    );
  });

  it("says why a hop moved nothing", () => {
    const hop = (holder: string, source: string) => ({ holder, source, repeats: 1 });
    const { hopResults, paid } = simulateSettle(
      TRIO,
      [hop("0x7210", "0xada"), hop("0xada", "0x7210"), hop("ada", "0xada"), hop("0xdora", "0xada")],
      ["0xada", "0xben"],
      "ada",
    );
    expect(hopResults.map(({ failure }) => failure)).toEqual([
      "nothing-to-harvest",
      "not-held",
      "not-held",
      "not-held",
    ]);
    expect(paid).toBe(0n);
  });

  it("leaves income where it was while next to nothing of a token is eligible", () => {
    const supply = 10n ** 18n;
    const token = (id: string, eligibleSupply: bigint, incomePerShare: bigint) => ({
      id,
      totalSupply: supply,
      eligibleSupply,
      incomePerShare,
    });
    const state: OwnershipState = {
      tokens: [token("0x1", supply, 5n << 128n), token("0x2", 10n ** 15n - 1n, 0n)],
      holdings: [
        { token: "0x1", holder: "0x2", balance: supply, debt: 0n, excluded: false },
        { token: "0x2", holder: "a", balance: 10n ** 15n - 1n, debt: 0n, excluded: false },
      ],
    };
    const { hopResults, stateAfter } = simulateSettle(state, [{ holder: "0x2", source: "0x1", repeats: 1 }], [], "a");
    expect(hopResults).toMatchObject([{ amount: 0n, failure: "no-eligible-holders" }]);
    expect(stateAfter).toEqual(state);
    expect(planSettlement(state, "a", FREE)).toMatchObject({ hops: [], quote: 0n, left: 0n });
  });
});

describe("planSettlement", () => {
  it("quotes what settle pays, tells it by paths, and leaves no more than it says", () => {
    fc.assert(
      fc.property(arbitraryState(), cost, cost, (state, costPerHop, costPerClaim) => {
        const plan = planSettlement(state, "0xa0", { costPerHop, costPerClaim });
        const { paid, hopResults } = simulateSettle(state, plan.hops, plan.claims, "0xa0");
        expect(paid).toBe(plan.quote);
        expect(hopResults.every(({ failure }) => failure === null)).toBe(true);
        expect(sum(plan.byPath.map(({ amount }) => amount))).toBe(plan.quote);
        for (const { path } of plan.byPath) expect(path.length === 0 || path.at(-1) === "0xa0").toBe(true);
        expect(plan.networkFeeUnits).toBe(
          costPerHop * BigInt(plan.harvests) + costPerClaim * BigInt(plan.claims.length),
        );
      }),
    );
  });

  it("never pays more than the closed form, and what it leaves is bounded", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4 }), cost, (state, costPerHop) => {
        const plan = planSettlement(state, "0xa0", { costPerHop, costPerClaim: 0n });
        const most = closedForm(state, "0xa0");
        const dust = BigInt(state.holdings.length * (plan.steps.length + 1));
        // Sub-wei remainders that earlier rounding kept back can come with new income.
        expect(plan.quote).toBeLessThanOrEqual(most + BigInt(state.holdings.length));
        expect(plan.quote + plan.left).toBeGreaterThanOrEqual(most - dust);
      }),
      { numRuns: 60 },
    );
  });

  it("pays the closed form when hops are free, less the dust of rounding", () => {
    fc.assert(
      fc.property(arbitraryState({ maxTokens: 4, open: true }), (state) => {
        const plan = planSettlement(state, "0xa0", FREE);
        const most = closedForm(state, "0xa0");
        expect(most - plan.quote).toBeLessThanOrEqual(plan.left + BigInt(state.holdings.length));
      }),
      { numRuns: 60 },
    );
  });

  it("nets at least what claiming alone nets", () => {
    fc.assert(
      fc.property(arbitraryState(), cost, (state, costPerHop) => {
        const plan = planSettlement(state, "0xa0", { costPerHop, costPerClaim: 0n });
        const alone = simulateSettle(
          state,
          [],
          state.tokens.map(({ id }) => id),
          "0xa0",
        ).paid;
        expect(plan.quote - plan.networkFeeUnits).toBeGreaterThanOrEqual(alone);
      }),
    );
  });

  it("stays within the number of hops that fit", () => {
    fc.assert(
      fc.property(arbitraryState(), fc.nat(6), (state, maxHops) => {
        const { harvests, steps, claims } = planSettlement(state, "0xa0", { ...FREE, maxHops });
        expect(harvests).toBeLessThanOrEqual(maxHops);
        expect(harvests).toBe(steps.length - claims.length);
      }),
    );
  });

  it("is for accounts", () => {
    expect(() => planSettlement(TRIO, "0xada", FREE)).toThrow(NotAnAccountError);
    expect(planSettlement(TRIO, "nobody", FREE)).toMatchObject({ hops: [], claims: [], quote: 0n, left: 0n });
  });
});

describe("planSettleEveryone", () => {
  it("pays what its hops and claims pay, one account after the other", () => {
    fc.assert(
      fc.property(arbitraryState({ open: true }), (state) => {
        const plan = planSettleEveryone(state, FREE);
        let after = simulateSettle(state, plan.hops, [], "0xa0").stateAfter;
        for (const { account, token, amount } of plan.claims) {
          const settled = simulateSettle(after, [], [token], account);
          expect(settled.paid).toBe(amount);
          after = settled.stateAfter;
        }
        expect(sum(plan.claims.map(({ amount }) => amount))).toBe(plan.paid);
      }),
      { numRuns: 40 },
    );
  });
});
