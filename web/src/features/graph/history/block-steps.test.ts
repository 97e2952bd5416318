import fc from "fast-check";
import { expect, test } from "vitest";
import { blockOf, blockStep } from "./block-steps.ts";

test("a short history can be gone through block by block, a long one in a thousand steps", () => {
  expect(blockStep(7, 198)).toBe(1);
  expect(blockStep(0, 20_000_000)).toBe(20_000);
});

test("every place of the slider is a block of the history, or the newest", () => {
  const block = fc.integer({ min: 0, max: 50_000_000 });
  fc.assert(
    fc.property(block, block, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, part) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b) + 1];
      const step = blockStep(first, last);
      const value = first + Math.floor(((last - first) * part) / step) * step;
      const found = blockOf(value, first, last);
      if (found === undefined) expect(last - value).toBeLessThan(step + 1);
      else expect(found >= first && found <= last - step).toBe(true);
    }),
  );
});

test("the newest block is not a number: it moves on", () => {
  expect(blockOf(198, 7, 198)).toBeUndefined();
  expect(blockOf(197, 7, 198)).toBe(197);
});
