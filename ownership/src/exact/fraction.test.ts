import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DivisionByZeroError, fraction, toNumber } from "../index.ts";
import { add, divide, multiply, subtract } from "./fraction.ts";

const rational = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n))
  .map(([n, d]) => fraction(n, d));

describe("fractions", () => {
  it("are in lowest terms with a positive denominator", () => {
    expect(fraction(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(fraction(0n, 5n)).toEqual({ n: 0n, d: 1n });
    expect(() => fraction(1n, 0n)).toThrow(DivisionByZeroError);
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(DivisionByZeroError);
  });

  it("undo and distribute", () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it("become the nearest number, however long they are", () => {
    expect(toNumber(fraction(1n, 3n))).toBe(1 / 3);
    expect(toNumber(fraction(-7n, 2n))).toBe(-3.5);
    expect(toNumber(fraction(10n ** 400n + 1n, 10n ** 400n))).toBe(1);
    expect(toNumber(fraction(1n, 10n ** 400n))).toBe(0);
  });
});
