import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  AbortedError,
  accrue,
  costsOfGas,
  InvalidAmountError,
  type OwnershipState,
  planSettleEveryone,
  planSettlement,
  SETTLE_GAS,
} from "../index.ts";
import { arbitraryState, sum } from "../testing/arbitrary-state.ts";
import { TRIO } from "../testing/trio.ts";

const FREE = { costPerHop: 0n, costPerClaim: 0n };
const SUPPLY = 10n ** 24n;

describe("the ways that a quote came by", () => {
  it("follow harvests of the plan, end with a claim of it, and sum to each claim", () => {
    fc.assert(
      fc.property(arbitraryState(), fc.bigInt(10n ** 15n, 10n ** 18n), (state, costPerHop) => {
        const plan = planSettlement(state, "0xa0", { costPerHop, costPerClaim: 0n });
        const steps = new Set(
          plan.steps.map((step) =>
            step.kind === "harvest" ? `${step.source} ${step.holder}` : `${step.token} ${step.account}`,
          ),
        );
        const claimed = new Map<string, bigint>();
        for (const { path, amount } of plan.byPath) {
          for (const [index, token] of path.slice(0, -1).entries()) {
            expect(steps).toContain(`${token} ${path[index + 1]}`);
          }
          const last = path.at(-2) as string;
          claimed.set(last, (claimed.get(last) ?? 0n) + amount);
        }
        const claims = plan.steps.flatMap((step) =>
          step.kind === "claim" ? [[step.token, step.amount] as const] : [],
        );
        expect(claimed).toEqual(new Map(claims));
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it("carry what shares along them make of what was claimable, where there is no circle", () => {
    const part = fc.bigInt(1n, 999n);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.bigInt(10n ** 9n, 10n ** 20n), (parts, gain) => {
        const plan = planSettlement(chainOf(parts, gain), "a", FREE);
        let arrived = gain;
        for (const [index, thousandths] of parts.entries()) {
          const own = (arrived * (1000n - thousandths)) / 1000n;
          const path = plan.byPath.find((way) => way.path.length === index + 2);
          const distance = (path?.amount ?? 0n) - own;
          // Every token on the way, and what reaches it, is rounded down.
          expect(distance <= 1n && distance >= -BigInt(index + 2)).toBe(true);
          arrived = (arrived * thousandths) / 1000n;
        }
        expect(sum(plan.byPath.map(({ amount }) => amount))).toBe(plan.quote);
      }),
      { numRuns: 50 },
    );
  });
});

/** Tokens of which each is held by the next one in so many thousandths, else by "a"; a gain came into the first. */
function chainOf(parts: readonly bigint[], gain: bigint): OwnershipState {
  const id = (index: number): string => `0xt${index}`;
  const hold = (token: string, holder: string, balance: bigint) => ({
    ...{ token, holder, balance },
    ...{ debt: 0n, excluded: false },
  });
  return {
    tokens: [...parts, 0n].map((_, index) => ({
      ...{ id: id(index), totalSupply: SUPPLY, eligibleSupply: SUPPLY },
      incomePerShare: index === 0 ? accrue(0n, gain, SUPPLY) : 0n,
    })),
    holdings: [...parts, 0n]
      .flatMap((thousandths, index) => [
        hold(id(index), "a", (SUPPLY * (1000n - thousandths)) / 1000n),
        hold(id(index), id(index + 1), (SUPPLY * thousandths) / 1000n),
      ])
      .slice(0, -1),
  };
}

describe("planning", () => {
  it("can be watched and stopped", () => {
    const onProgress = vi.fn();
    planSettlement(TRIO, "ada", { ...FREE, onProgress });
    expect(onProgress).toHaveBeenCalledWith(10, 100);
    expect(() => planSettleEveryone(TRIO, { ...FREE, signal: { aborted: true } })).toThrow(AbortedError);
  });

  it("takes fees from a gas price", () => {
    const { transaction, hop, repeat, claim } = SETTLE_GAS;
    expect(costsOfGas(3n)).toMatchObject({
      costPerTransaction: transaction * 3n,
      costPerHop: hop * 3n,
      costPerRepeat: repeat * 3n,
      costPerClaim: claim * 3n,
    });
    const realized = { ...TRIO, holdings: TRIO.holdings.map((holding) => ({ ...holding, debt: -(10n ** 16n) })) };
    const plan = planSettlement(realized, "ben", costsOfGas(10n ** 9n));
    expect(plan.transactions.map(({ gas }) => gas * 10n ** 9n)).toEqual([plan.networkFeeUnits]);
    // Where the transaction alone costs more than there is, nothing is done.
    expect(planSettlement(realized, "ben", costsOfGas(10n ** 13n))).toMatchObject({
      transactions: [],
      networkFeeUnits: 0n,
    });
  });

  it("says what is wrong with fees and limits", () => {
    const plan = (change: object) => () => planSettlement(TRIO, "ada", { ...FREE, ...change });
    expect(plan({ costPerHop: -1n })).toThrowErrorMatchingInlineSnapshot(
      `[InvalidAmountError: costPerHop is -1; it is not negative.]`,
    );
    expect(plan({ maxTransactions: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[InvalidAmountError: maxTransactions is 0; a settlement takes one at least.]`,
    );
    expect(plan({ gasLimit: 21_000n })).toThrowErrorMatchingInlineSnapshot(
      `[InvalidAmountError: gasLimit is 21000; a transaction with a harvest and a claim takes 170000.]`,
    );
    expect(plan({ maxHops: Number.NaN })).toThrow(InvalidAmountError);
  });
});
