import fc from "fast-check";
import { expect, test } from "vitest";
import { shareWords } from "./share-words.ts";

test("as few digits as tell the two apart", () => {
  expect(shareWords(0.27, 0.279)).toMatchObject({ before: "27.0 %", after: "27.9 %" });
  expect(shareWords(0.2702, 0.2704)).toMatchObject({ before: "27.02 %", after: "27.04 %" });
  expect(shareWords(0.5, 0.5 + 1e-9)).toMatchObject({ before: "50.0000 %", after: "50.0000 %" });
});

test("nothing and all are said as such, and nothing else looks like them", () => {
  expect(shareWords(0, 1)).toMatchObject({ before: "0 %", after: "100 %" });
  expect(shareWords(0, 1e-9).after).toBe("< 0.1 %");
  expect(shareWords(1 - 1e-9, 0.5).before).toBe("> 99.9 %");
});

test("every certain digit is to be had", () => {
  expect(shareWords(1 / 3, 2 / 3).exact).toBe("33.33333333 % → 66.66666667 %");
});

test("a change of a millionth or more is always seen", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.998, noNaN: true }),
      fc.double({ min: 2e-6, max: 1e-3, noNaN: true }),
      (from, by) => {
        const { before, after } = shareWords(from, from + by);
        expect(before).not.toBe(after);
      },
    ),
  );
});
