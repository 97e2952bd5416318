import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_POINTS, reducePoints } from "./reduce-points.ts";

const many = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), {
  minLength: MOST_POINTS + 1,
  maxLength: MOST_POINTS * 3,
  size: "max",
});
const columns = fc.integer({ min: 1, max: 900 });

it("keeps all of a few", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: MOST_POINTS }), columns, (values, width) => {
      expect(reducePoints(values, width)).toEqual(values.map((_, index) => index));
    }),
  );
});

it("keeps of many the ends, the lowest and the highest of every column, in order, two a column at most", () => {
  fc.assert(
    fc.property(many, columns, (values, width) => {
      const kept = reducePoints(values, width);
      expect(kept.length).toBeLessThanOrEqual(2 * width + 2);
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
      for (let column = 0; column < width; column++) {
        const start = Math.floor((column * values.length) / width);
        const end = Math.floor(((column + 1) * values.length) / width);
        const here = kept.filter((index) => index >= start && index < end).map((index) => values[index] ?? 0);
        expect(Math.max(...here)).toBe(Math.max(...values.slice(start, end)));
        expect(Math.min(...here)).toBe(Math.min(...values.slice(start, end)));
      }
    }),
    { numRuns: 15 },
  );
});
