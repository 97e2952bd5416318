import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accrue,
  claimableOf,
  type HarvestFailure,
  MAX_INCOME,
  type SettleState,
  type SettleToken,
  simulateSettle,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { entriesOf } from "./entries.ts";
import { createLedger } from "./ledger.ts";

/** A power of two, so that nothing is rounded. */
const SUPPLY = 2n ** 60n;
const DUE = 1000n;

/** 0x2 holds all of 0x1 and can claim 1000 wei there. */
function pair(change: Partial<SettleToken> = {}): SettleState {
  const token = (id: string): SettleToken => ({ id, totalSupply: SUPPLY, eligibleSupply: SUPPLY, incomePerShare: 0n });
  return {
    tokens: [
      { ...token("0x1"), incomePerShare: accrue(0n, DUE, SUPPLY), accounted: DUE },
      { ...token("0x2"), ...change },
    ],
    holdings: [
      { token: "0x1", holder: "0x2", balance: SUPPLY, debt: 0n, excluded: false },
      { token: "0x2", holder: "a", balance: change.eligibleSupply ?? SUPPLY, debt: 0n, excluded: false },
    ],
  };
}

function harvest(state: SettleState, source = "0x1", timestamp?: bigint) {
  return simulateSettle(state, [{ holder: "0x2", source, repeats: 1 }], ["0x2"], "a", timestamp);
}

describe("a harvest", () => {
  it("is refused as the contracts refuse it, and leaves everything as it was", () => {
    const refusals: [HarvestFailure, Partial<SettleToken>][] = [
      ["no-eligible-holders", { eligibleSupply: 10n ** 15n - 1n }],
      ["income-above-limit", { accounted: MAX_INCOME - DUE + 1n }],
      ["income-per-share-above-limit", { incomePerShare: 2n ** 189n - 1n - (DUE << 128n) / SUPPLY + 1n }],
      ["income-per-share-above-limit", { streamLeft: MAX_INCOME, streamEnd: 20n, incomePerShare: 2n ** 188n }],
    ];
    for (const [failure, change] of refusals) {
      const state = pair(change);
      const { hopResults, stateAfter } = harvest(state);
      expect(hopResults).toMatchObject([{ amount: 0n, failure }]);
      expect(stateAfter.holdings[0]).toEqual(state.holdings[0]);
      expect(stateAfter.tokens[0]).toEqual(state.tokens[0]);
    }
  });

  it("takes in up to the limits", () => {
    expect(harvest(pair({ accounted: MAX_INCOME - DUE })).paid).toBe(DUE);
    const incomePerShare = 2n ** 189n - 1n - (DUE << 128n) / SUPPLY;
    expect(harvest(pair({ incomePerShare })).hopResults).toMatchObject([{ amount: DUE, failure: null }]);
  });

  it("moves what is accounted for with the money", () => {
    const { stateAfter, paid } = harvest(pair({ accounted: 5n }));
    expect(paid).toBe(DUE);
    expect(stateAfter.tokens.map(({ accounted }) => accounted)).toEqual([0n, 5n]);
  });

  it("of a token by itself is refused by its guard against re-entry", () => {
    const state = pair();
    const own = { token: "0x2", holder: "0x2", balance: 0n, debt: -DUE, excluded: false };
    expect(harvest({ ...state, holdings: [...state.holdings, own] }, "0x2").hopResults).toMatchObject([
      { amount: 0n, failure: "own-shares" },
    ]);
  });
});

describe("what is most claimable in floating point", () => {
  it("is never less than what is claimable, and nothing only where that is nothing", () => {
    fc.assert(
      fc.property(arbitraryState(), fc.array(fc.nat(), { maxLength: 8 }), (state, harvests) => {
        const ledger = createLedger(entriesOf(state));
        const { entries } = ledger;
        const treasuries = Array.from({ length: entries.count }, (_, entry) => entry).filter(
          (entry) => entries.holderOf(entry) < entries.tokens.length,
        );
        for (const at of harvests)
          if (treasuries.length > 0) ledger.harvest(treasuries[at % treasuries.length] as number);
        for (let entry = 0; entry < entries.count; entry++) {
          const [most, claimable] = [ledger.mostClaimable(entry), ledger.claimable(entry)];
          expect(most).toBeGreaterThanOrEqual(Number(claimable));
          expect(most - Number(claimable)).toBeLessThanOrEqual(1 + most * 1e-12 + 2 ** 70 * 1e-12);
          const exact = claimableOf(
            entries.balanceOf(entry),
            entries.debtOf(entry),
            entries.tokens[entries.tokenOf(entry)]?.incomePerShare as bigint,
          );
          if (harvests.length === 0 && entries.holdingOf(entry) >= 0) expect(claimable).toBe(exact);
        }
      }),
    );
  });
});

describe("streams", () => {
  const streaming = { streamLeft: 900n, lastAccrual: 100n, streamEnd: 400n };

  it("accrue until the time stamp, where something is touched", () => {
    const state = pair({ ...streaming, accounted: 900n });
    const { paid, stateAfter } = harvest(state, "0x1", 200n);
    expect(paid).toBe(DUE + 300n);
    expect(stateAfter.tokens[1]).toMatchObject({ streamLeft: 600n, lastAccrual: 200n, accounted: 600n });
    expect(harvest(state).paid).toBe(DUE);
    // Nobody asked anything of 0x1, whose stream goes on from when it last accrued.
    const untouched = { ...state, tokens: [{ ...state.tokens[1], id: "0x1" }, state.tokens[1]] as SettleToken[] };
    const claimed = simulateSettle(untouched, [], ["0x2"], "a", 200n);
    expect(claimed.paid).toBe(300n);
    expect(claimed.stateAfter.tokens[0]).toEqual(untouched.tokens[0]);
  });

  it("stand still while nobody takes part, and their end moves when that is noticed", () => {
    const state = pair();
    const waiting: SettleState = {
      tokens: [
        { ...(state.tokens[0] as SettleToken), ...streaming, eligibleSupply: 10n },
        state.tokens[1] as SettleToken,
      ],
      holdings: [
        { token: "0x1", holder: "0x2", balance: 10n, debt: -DUE, excluded: false },
        { token: "0x2", holder: "a", balance: SUPPLY, debt: 0n, excluded: false },
      ],
    };
    const { paid, stateAfter } = harvest(waiting, "0x1", 250n);
    expect(paid).toBe(DUE);
    expect(stateAfter.tokens[0]).toMatchObject({ streamLeft: 900n, lastAccrual: 250n, streamEnd: 550n });
  });
});
