import { simulateSettle } from "@weft/ownership";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { dueDirectly, planClaim, stateOf } from "./claim-plan.ts";

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });
const base = { snapshot, account: wallets.ben, gasPrice: 10n ** 9n, now: snapshot.timestamp } as const;
const near = (a: bigint, b: bigint, by: bigint) => (a > b ? a - b : b - a) <= by;

describe("planClaim", () => {
  it("brings Ben his 6 3/7 of Ada's 90, which nobody had collected", () => {
    const plan = planClaim({ ...base, gasPrice: 1n });
    expect(dueDirectly(snapshot, wallets.ben)).toBe(0n);
    expect(near(plan.quote, (45n * ONE) / 7n, 10n ** 7n)).toBe(true);
    expect(plan.hops[0]).toEqual({ holder: tokens.trio, source: tokens.ada, repeats: 1 });
    expect(plan.claims).toEqual([tokens.trio]);
  });

  it("turns around a circle only while another turn pays more than it costs", () => {
    const cheap = planClaim({ ...base, gasPrice: 1n });
    const dear = planClaim({ ...base, gasPrice: 10n ** 13n });
    expect(dear.hops.length).toBeLessThan(cheap.hops.length);
    expect(dear.quote).toBeLessThan(cheap.quote);
    expect(dear.left).toBeGreaterThan(cheap.left);
  });

  it("quotes to the wei what the settlement pays, whatever the gas price", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n), fc.constantFrom(...Object.values(wallets)), (gasPrice, account) => {
        const plan = planClaim({ ...base, gasPrice, account });
        expect(simulateSettle(stateOf(snapshot), plan.hops, plan.claims, account).paid).toBe(plan.quote);
        expect(plan.byPath.reduce((sum, { amount }) => sum + amount, 0n)).toBe(plan.quote);
      }),
      { numRuns: 25 },
    );
  });

  it("counts what was earned before all shares were given away", () => {
    const emptied = trioSnapshot({ adaRealized: 90n * ONE, benEarnedBefore: 3n * ONE });
    expect(dueDirectly(emptied, wallets.ben)).toBe(3n * ONE);
    expect(planClaim({ ...base, snapshot: emptied }).quote - planClaim(base).quote).toBe(3n * ONE);
  });

  it("has nothing to do and costs nothing when nothing is due", () => {
    const plan = planClaim({ ...base, snapshot: trioSnapshot() });
    expect(plan).toMatchObject({ quote: 0n, fee: 0n, hops: [], claims: [], left: 0n });
  });

  it("lasts twenty minutes from the later of the two clocks", () => {
    expect(planClaim({ ...base, now: 5 }).deadline).toBe(BigInt(snapshot.timestamp + 1200));
    expect(planClaim({ ...base, now: snapshot.timestamp + 60.5 }).deadline).toBe(BigInt(snapshot.timestamp + 1260));
  });
});
