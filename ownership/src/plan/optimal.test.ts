import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  InvalidAmountError,
  OutOfReachError,
  planAtLeast,
  planSettleEveryone,
  planSettlement,
  simulateSettle,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { bestNet, leastCost } from "../testing/brute-force.ts";
import { TRIO } from "../testing/trio.ts";

const GRAPHS = { maxTokens: 4, maxAccounts: 2 };
/** Fees from next to nothing to about all that there is. */
const fee = fc.double({ min: 14, max: 20, noNaN: true }).map((power) => BigInt(Math.floor(10 ** power)));
const fees = fc.record({ costPerHop: fee, costPerClaim: fee });
const FREE = { costPerHop: 0n, costPerClaim: 0n };

describe("planSettlement", () => {
  it("nets about as much as the best of all short sequences, and none nets more than its bound", () => {
    let [best, cases] = [0, 0];
    fc.assert(
      fc.property(arbitraryState(GRAPHS), fees, (state, costs) => {
        const plan = planSettlement(state, "0xa0", costs);
        const net = plan.quote - plan.networkFeeUnits;
        const most = bestNet(state, "0xa0", costs);
        cases += 1;
        if (net >= most) best += 1;
        expect(net).toBeGreaterThanOrEqual(most - costs.costPerHop - costs.costPerClaim);
        expect(most).toBeLessThanOrEqual(plan.netBound);
        expect(net).toBeLessThanOrEqual(plan.netBound);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(best / cases).toBeGreaterThanOrEqual(0.98);
  });
});

describe("planSettleEveryone", () => {
  it("nets all together about as much as the best of all short sequences, and none nets more than its bound", () => {
    let [best, cases] = [0, 0];
    fc.assert(
      fc.property(arbitraryState(GRAPHS), fees, (state, costs) => {
        const plan = planSettleEveryone(state, costs);
        const net = plan.paid - plan.networkFeeUnits;
        const most = bestNet(state, "everyone", costs);
        cases += 1;
        if (net >= most) best += 1;
        expect(net).toBeGreaterThanOrEqual(most - costs.costPerHop - costs.costPerClaim);
        expect(most).toBeLessThanOrEqual(plan.netBound);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(best / cases).toBeGreaterThanOrEqual(0.98);
  });
});

describe("planAtLeast", () => {
  it("reaches the amount about as cheaply as any short sequence, and none is cheaper than its bound", () => {
    let [best, cases] = [0, 0];
    fc.assert(
      fc.property(arbitraryState(GRAPHS), fees, fc.integer({ min: 1, max: 1000 }), (state, costs, part) => {
        const all = planSettlement(state, "0xa0", FREE).quote;
        fc.pre(all > 0n);
        const amount = (all * BigInt(part) + 999n) / 1000n;
        const plan = planAtLeast(state, "0xa0", amount, costs);
        expect(plan.quote).toBeGreaterThanOrEqual(amount);
        expect(simulateSettle(state, plan.hops, plan.claims, "0xa0").paid).toBe(plan.quote);
        expect(plan.costBound).toBeLessThanOrEqual(plan.networkFeeUnits);
        const least = leastCost(state, "0xa0", amount, costs);
        if (least === undefined) return;
        cases += 1;
        if (plan.networkFeeUnits <= least) best += 1;
        expect(plan.costBound).toBeLessThanOrEqual(least);
        expect(plan.networkFeeUnits).toBeLessThanOrEqual(least + costs.costPerHop + costs.costPerClaim);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(best / cases).toBeGreaterThanOrEqual(0.98);
  });

  it("says how much can be reached", () => {
    const due = { ...TRIO, holdings: TRIO.holdings.map((holding) => ({ ...holding, debt: -5n })) };
    expect(() => planAtLeast(due, "ben", 10n ** 18n, FREE)).toThrowErrorMatchingInlineSnapshot(
      `[OutOfReachError: ben can be paid 14, not 1000000000000000000. Ask for no more than that, or allow more hops or transactions.]`,
    );
    expect(() => planAtLeast(due, "ben", 10n ** 18n, FREE)).toThrow(OutOfReachError);
    expect(() => planAtLeast(due, "ben", 0n, FREE)).toThrow(InvalidAmountError);
    expect(planAtLeast(due, "ben", 5n, { costPerHop: 1n, costPerClaim: 1n })).toMatchObject({
      hops: [],
      claims: ["0xben"],
      quote: 5n,
      costBound: 1n,
    });
  });
});
