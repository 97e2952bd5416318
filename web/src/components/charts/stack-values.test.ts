import fc from "fast-check";
import { expect, it } from "vitest";
import { largestOf, stackValues, sumOf } from "./stack-values.ts";

const wei = fc.bigInt({ min: 0n, max: 2n ** 110n });

it("puts values on each other without gaps, up to their sum, to the wei", () => {
  fc.assert(
    fc.property(fc.array(wei), (values) => {
      const layers = stackValues(values);
      expect(layers.map(({ from, to }) => to - from)).toEqual(values);
      expect(layers.map(({ from }) => from)).toEqual([0n, ...layers.map(({ to }) => to)].slice(0, values.length));
      expect(layers.at(-1)?.to ?? 0n).toBe(sumOf(values));
    }),
  );
});

it("finds the largest, and 0 of none", () => {
  expect(largestOf([3n, 2n ** 100n, 1n])).toBe(2n ** 100n);
  expect(largestOf([])).toBe(0n);
});
