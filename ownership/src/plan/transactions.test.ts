import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OwnershipState, planSettleEveryone, planSettlement, SETTLE_GAS, simulateSettle } from "../index.ts";
import { arbitraryState, sum } from "../testing/arbitrary-state.ts";

const FREE = { costPerHop: 0n, costPerClaim: 0n };
const { transaction, hop, claim } = SETTLE_GAS;
/** Room for a harvest and a claim, up to ten of both. */
const gasLimit = fc.integer({ min: 1, max: 10 }).map((count) => transaction + (hop + claim) * BigInt(count));

/** Carries calls out one after the other; the sum of what they pay. */
function carryOut(state: OwnershipState, { transactions }: Pick<ReturnType<typeof planSettlement>, "transactions">) {
  let [now, paid] = [state, 0n];
  for (const { hops, claims, account = "nobody", pays } of transactions) {
    const settled = simulateSettle(now, hops, claims, account);
    expect(settled.paid).toBe(pays);
    expect(settled.hopResults.every(({ failure }) => failure === null)).toBe(true);
    now = settled.stateAfter;
    paid += settled.paid;
  }
  return paid;
}

describe("transactions of a plan", () => {
  it("each fit, and pay what was quoted, one after the other", () => {
    const count = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(arbitraryState(), gasLimit, count, (state, limit, maxTransactions) => {
        const plan = planSettlement(state, "0xa0", { ...FREE, gasLimit: limit, maxTransactions });
        expect(plan.transactions.length).toBeLessThanOrEqual(maxTransactions);
        for (const { gas } of plan.transactions) expect(gas).toBeLessThanOrEqual(limit);
        expect(carryOut(state, plan)).toBe(plan.quote);
      }),
    );
  });

  it("are one when nothing else is asked for, the same as the plan's hops and claims", () => {
    fc.assert(
      fc.property(arbitraryState(), (state) => {
        const { transactions, hops, claims, quote } = planSettlement(state, "0xa0", {
          costPerHop: 10n ** 14n,
          costPerClaim: 1n,
        });
        expect(transactions.map((call) => [call.hops, call.claims, call.pays])).toEqual(
          hops.length + claims.length === 0 ? [] : [[hops, claims, quote]],
        );
      }),
    );
  });

  it("settle everyone, account by account", () => {
    fc.assert(
      fc.property(arbitraryState(), gasLimit, fc.bigInt(0n, 10n ** 19n), (state, limit, costPerTransaction) => {
        const costs = { costPerHop: 10n ** 15n, costPerClaim: 10n ** 15n, costPerTransaction };
        const plan = planSettleEveryone(state, { ...costs, gasLimit: limit });
        for (const { gas } of plan.transactions) expect(gas).toBeLessThanOrEqual(limit);
        expect(carryOut(state, plan)).toBe(plan.paid);
        expect(plan.paid - plan.networkFeeUnits).toBeLessThanOrEqual(plan.netBound);
        expect(sum(plan.claims.map(({ amount }) => amount))).toBe(plan.paid);
        expect(plan.networkFeeUnits).toBe(
          10n ** 15n * BigInt(plan.harvests + plan.claims.length) +
            costPerTransaction * BigInt(plan.transactions.length),
        );
      }),
    );
  });

  it("leave out whom they are told to, and harvest for the others only", () => {
    fc.assert(
      fc.property(arbitraryState({ open: true }), (state) => {
        const costs = { costPerHop: 10n ** 15n, costPerClaim: 10n ** 15n };
        const { claims, paid } = planSettleEveryone(state, { ...costs, except: ["0xa0"] });
        expect(claims.filter(({ account }) => account === "0xa0")).toEqual([]);
        expect(paid).toBeLessThanOrEqual(planSettleEveryone(state, FREE).paid);
        expect(
          planSettleEveryone(state, { ...costs, except: state.holdings.map(({ holder }) => holder) }),
        ).toMatchObject({
          hops: [],
          claims: [],
        });
      }),
      { numRuns: 30 },
    );
  });
});
