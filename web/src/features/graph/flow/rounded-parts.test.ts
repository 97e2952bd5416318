import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsFor, rounded, roundedParts } from "./rounded-parts.ts";

const ETHER = 10n ** 18n;
const CENT = 10n ** 16n;

describe("roundedParts", () => {
  test("the worked example adds up on screen", () => {
    const parts = [(ETHER * 549n) / 7n, (ETHER * 45n) / 7n, (ETHER * 36n) / 7n];
    expect(roundedParts(parts, CENT)).toEqual([7843n * CENT, 643n * CENT, 514n * CENT]);
  });

  test("adds up to the rounded sum, each within a unit", () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 19n }), (parts, unit) => {
        const shown = roundedParts(parts, unit);
        const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
        expect(total(shown)).toBe(rounded(total(parts), unit));
        for (const [index, value] of shown.entries()) {
          const off = value - (parts[index] as bigint);
          expect(off < unit && off > -unit).toBe(true);
        }
      }),
    );
  });
});

describe("digitsFor", () => {
  test("two digits from one on, two that count below", () => {
    expect(digitsFor(90n * ETHER, 18)).toBe(2);
    expect(digitsFor(ETHER, 18)).toBe(2);
    expect(digitsFor(ETHER / 10n, 18)).toBe(3);
    expect(digitsFor(ETHER / 1000n, 18)).toBe(5);
    expect(digitsFor(1n, 18)).toBe(18);
  });

  test("never more than the currency has", () => {
    expect(digitsFor(1n, 6)).toBe(6);
    expect(digitsFor(0n, 6)).toBe(2);
    expect(digitsFor(5n, 0)).toBe(0);
  });
});
