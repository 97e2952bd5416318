import fc from "fast-check";
import { expect, it } from "vitest";
import { addLimbs, addNumber, bigintAt, isNegative, isZero, type Limbs, numberAt, setBigint } from "./limbs.ts";

const number = fc.integer({ min: 1, max: 9 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    a: fc.bigInt(0n, 2n ** BigInt(24 * width - 2)),
    b: fc.bigInt(0n, 2n ** BigInt(24 * width - 2)),
  }),
);

/** The number between two others that no operation may touch. */
function limbsOf(value: bigint, width: number): Limbs {
  const limbs = new Float64Array(3 * width).fill(7);
  setBigint(limbs, width, width, value);
  return limbs;
}

it("adds and subtracts as bigints do, and leaves neighbours alone", () => {
  fc.assert(
    fc.property(number, ({ width, a, b }) => {
      const [sum, other] = [limbsOf(a, width), limbsOf(b, width)];
      addLimbs(sum, width, other, width, width, 1);
      expect(bigintAt(sum, width, width)).toBe(a + b);
      addLimbs(sum, width, other, width, width, -1);
      addLimbs(sum, width, other, width, width, -1);
      expect(bigintAt(sum, width, width)).toBe(a - b);
      expect(isNegative(sum, width, width)).toBe(a < b);
      expect(isZero(sum, width, width)).toBe(a === b);
      expect(sum.filter((limb, index) => index < width || index >= 2 * width || limb % 1 !== 0)).toEqual(
        new Float64Array(2 * width).fill(7),
      );
    }),
  );
});

it("takes whole numbers in floating point, and gives them", () => {
  fc.assert(
    fc.property(number, fc.double({ min: -1, max: 1, noNaN: true }), ({ width, a }, part) => {
      const value = Math.floor(part * 2 ** (24 * width - 2));
      const sum = limbsOf(a, width);
      addNumber(sum, width, width, value);
      expect(bigintAt(sum, width, width)).toBe(a + BigInt(value));
      expect(numberAt(limbsOf(a, width), width, width) / (Number(a) || 1)).toBeCloseTo(a === 0n ? 0 : 1, 14);
    }),
  );
});
