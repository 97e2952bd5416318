import fc from "fast-check";
import { expect, test } from "vitest";
import { formatBigDecimal, normalizeBigDecimal, parseBigDecimal } from "../../values/big-decimal.ts";
import { dividedBy, equals, minus, plus, times } from "./big-decimal.ts";

const OPERATIONS = { "+": plus, "-": minus, "×": times, "÷": dividedBy };

/** Answers of graph-node's own decimal library. */
test.for([
  ["1", "÷", "3", "0.3333333333333333333333333333333333"],
  ["2", "÷", "3", "0.6666666666666666666666666666666667"],
  ["-1", "÷", "3", "-0.33333333333333333333333333333333333"],
  ["-2", "÷", "3", "-0.66666666666666666666666666666666666"],
  ["8", "÷", "-9", "-0.8888888888888888888888888888888888"],
  ["7", "÷", "-9", "-0.77777777777777777777777777777777777"],
  ["1e30", "÷", "7", "142857142857142857142857142857.1429"],
  ["-1e30", "÷", "7", "-142857142857142857142857142857.14285"],
  ["1", "÷", "998001", "0.000001002003004005006007008009010011012"],
  ["1e34", "+", "5", "10000000000000000000000000000000010"],
  ["1e35", "+", "5", "100000000000000000000000000000000000"],
  ["-1.1111111111111111111", "×", "1.1111111111111111111", "-1.2345679012345679012098765432098765"],
  ["-3333333333333333333333333333333333", "×", "3", "-9999999999999999999999999999999999"],
  ["1", "÷", "10", "0.1"],
  ["0", "÷", "7", "0"],
  ["12.5", "÷", "12.5", "1"],
  ["5", "-", "7.5", "-2.5"],
] as const)("%s %s %s = %s", ([left, operation, right, result]) => {
  expect(formatBigDecimal(OPERATIONS[operation](parseBigDecimal(left), parseBigDecimal(right)))).toBe(result);
});

test("division by zero fails with the dividend", () => {
  expect(() => dividedBy(parseBigDecimal("1.5"), parseBigDecimal("0"))).toThrow(
    "attempted to divide BigDecimal `1.5` by zero",
  );
});

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -20, max: 20 }))
  .map(([digits, exponent]) => normalizeBigDecimal(digits, exponent));

test("sums and products do not depend on the order", () => {
  fc.assert(
    fc.property(decimal, decimal, (left, right) => {
      expect(equals(plus(left, right), plus(right, left))).toBe(true);
      expect(equals(times(left, right), times(right, left))).toBe(true);
    }),
  );
});

test("a quotient is what the divisor must be multiplied with, to 33 digits", () => {
  fc.assert(
    fc.property(decimal, decimal, (left, right) => {
      fc.pre(left.digits !== 0n && right.digits !== 0n);
      const error = minus(times(dividedBy(left, right), right), left);
      const size = (value: typeof left) => value.exponent + value.digits.toString().replace("-", "").length;
      expect(error.digits === 0n || size(error) <= size(left) - 32).toBe(true);
    }),
  );
});
