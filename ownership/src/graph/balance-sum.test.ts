import fc from "fast-check";
import { expect, it } from "vitest";
import { createBalanceSum } from "./balance-sum.ts";
import { halvesOf, readNumber, writeInteger } from "./integer-words.ts";
import { BALANCE_WORDS, MAX_TOTAL_SUPPLY } from "./limits.ts";
import { DEBT_WORDS } from "./ownership-columns.ts";

it("sums balances as bigints do", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, MAX_TOTAL_SUPPLY)), (balances) => {
      const words = new BigUint64Array(balances.length * BALANCE_WORDS);
      for (const [index, balance] of balances.entries()) writeInteger(words, BALANCE_WORDS, index, balance);
      const sum = createBalanceSum(halvesOf(words));
      for (const again of [false, true]) {
        if (again) sum.clear();
        for (const index of balances.keys()) sum.add(index);
        expect(sum.total()).toBe(balances.reduce((total, balance) => total + balance, 0n));
      }
    }),
  );
});

it("stays exact for more balances than floating point could add up", () => {
  const words = new BigUint64Array(BALANCE_WORDS);
  writeInteger(words, BALANCE_WORDS, 0, MAX_TOTAL_SUPPLY);
  const sum = createBalanceSum(halvesOf(words));
  for (let times = 0; times < 2 ** 22 + 1; times++) sum.add(0);
  expect(sum.total()).toBe(MAX_TOTAL_SUPPLY * (2n ** 22n + 1n));
});

it("reads numbers of either sign as floating point does, but for the last digits", () => {
  const debt = fc.oneof(fc.bigInt(-(2n ** 157n), 2n ** 157n - 1n), fc.bigInt(-(2n ** 53n), 2n ** 53n));
  fc.assert(
    fc.property(debt, (value) => {
      const words = new BigUint64Array(2 * DEBT_WORDS);
      writeInteger(words, DEBT_WORDS, 1, value);
      const found = readNumber(halvesOf(words), DEBT_WORDS, 1);
      if (value >= -(2n ** 53n) && value <= 2n ** 53n) expect(found).toBe(Number(value));
      expect(Math.abs(found - Number(value))).toBeLessThanOrEqual(Math.abs(Number(value)) * 2 ** -49);
    }),
  );
});
