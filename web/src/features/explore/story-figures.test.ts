import { expect, test } from "vitest";
import { formatAmount } from "../../lib/format.ts";
import { storyFigures } from "./story-figures.ts";

const GAIN = 90n * 10n ** 18n;

test("the story is the worked example: 78 3/7, 6 3/7 and 5 1/7 of 90", () => {
  const { gain, direct, toNetwork, inTheEnd } = storyFigures();
  expect(gain).toBe(GAIN);
  expect([direct, toNetwork]).toEqual([72n * 10n ** 18n, 18n * 10n ** 18n]);
  expect(Object.values(inTheEnd).map((wei) => formatAmount(wei, { maximumFractionDigits: 2 }))).toEqual([
    "78.43",
    "6.43",
    "5.14",
  ]);
  expect(inTheEnd.ada + inTheEnd.ben + inTheEnd.cleo).toBe(GAIN);
});
