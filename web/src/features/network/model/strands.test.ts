import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateStrands } from "./strands.ts";

const sum = (values: readonly number[]) => values.reduce((running, value) => running + value, 0);

describe("allocateStrands", () => {
  it("divides by weight", () => {
    expect(allocateStrands([0.5, 0.25, 0.25], 40, 2)).toEqual([20, 10, 10]);
  });

  it("lifts a small band to the least and takes it from the large ones", () => {
    expect(allocateStrands([1, 0.001], 20, 2)).toEqual([18, 2]);
  });

  it("grows beyond the total when there are too many bands", () => {
    expect(allocateStrands([1, 1, 1], 4, 2)).toEqual([2, 2, 2]);
  });

  it("shares evenly where no weight is known", () => {
    expect(allocateStrands([0, Number.NaN, -1], 9, 2)).toEqual([3, 3, 3]);
  });

  it("has nothing to divide without bands", () => {
    expect(allocateStrands([], 40, 2)).toEqual([]);
  });

  it("uses every strand, gives everybody the least, and never favours the lighter band", () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 24, max: 120 }), (bands, total) => {
        const counts = allocateStrands(bands, total, 2);
        expect(sum(counts)).toBe(total);
        for (const count of counts) expect(count).toBeGreaterThanOrEqual(2);
        for (const [i, a] of bands.entries()) {
          for (const [j, b] of bands.entries()) {
            if (a > b) expect(counts[i]).toBeGreaterThanOrEqual(counts[j] ?? 0);
          }
        }
      }),
    );
  });
});
