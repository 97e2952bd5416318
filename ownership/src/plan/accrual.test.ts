import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accrue, accrueStream, claimableOf, InvalidAmountError, type StreamState } from "../index.ts";

const SUPPLY = 10n ** 18n;

describe("accrue and claimableOf", () => {
  it("give holders at most what came in, and keep back less than a wei for each", () => {
    const parts = fc.array(fc.bigInt(1n, 10n ** 24n), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(parts, fc.bigInt(0n, 2n ** 110n - 1n), (balances, income) => {
        const all = [...balances, SUPPLY];
        const eligible = all.reduce((sum, balance) => sum + balance, 0n);
        const incomePerShare = accrue(0n, income, eligible);
        const due = all.reduce((sum, balance) => sum + claimableOf(balance, 0n, incomePerShare), 0n);
        expect(due).toBeLessThanOrEqual(income);
        expect(income - due).toBeLessThanOrEqual(BigInt(all.length));
      }),
    );
  });

  it("never make a claim negative", () => {
    expect(claimableOf(SUPPLY, 10n, 0n)).toBe(0n);
    expect(claimableOf(0n, -10n, 0n)).toBe(10n);
  });

  it("refuse what the contracts refuse", () => {
    expect(() => accrue(0n, 1n, 10n ** 15n - 1n)).toThrowErrorMatchingInlineSnapshot(
      `[InvalidAmountError: Eligible supply is 999999999999999; income is taken in from 10^15 wei of shares on.]`,
    );
    expect(() => accrue(0n, -1n, SUPPLY)).toThrow(InvalidAmountError);
  });
});

describe("accrueStream", () => {
  const stream: StreamState = {
    incomePerShare: 0n,
    eligibleSupply: SUPPLY,
    streamLeft: 1000n,
    streamEnd: 200n,
    lastAccrual: 100n,
  };

  it("accrues in proportion to time, and all at the end", () => {
    expect(accrueStream(stream, 150n)).toMatchObject({ streamLeft: 500n, lastAccrual: 150n });
    expect(accrueStream(stream, 150n).incomePerShare).toBe(accrue(0n, 500n, SUPPLY));
    expect(accrueStream(stream, 200n).streamLeft).toBe(0n);
    expect(accrueStream(stream, 999n).incomePerShare).toBe(accrue(0n, 1000n, SUPPLY));
  });

  it("accrues all of a stream that was made to end at once", () => {
    const ended = { ...stream, streamEnd: stream.lastAccrual };
    expect(accrueStream(ended, stream.lastAccrual).streamLeft).toBe(0n);
  });

  it("keeps its clock while nothing accrues", () => {
    const slow = { ...stream, streamLeft: 1n };
    expect(accrueStream(slow, 199n)).toBe(slow);
    expect(accrueStream(stream, 100n)).toBe(stream);
    const nobody = { ...stream, eligibleSupply: 0n };
    expect(accrueStream(nobody, 200n)).toBe(nobody);
    expect(accrueStream({ ...stream, streamLeft: 0n }, 200n).lastAccrual).toBe(100n);
  });
});
