import { describe, expect, it } from "vitest";
import { columnDigits } from "./column-digits.ts";

const ONE = 10n ** 18n;

describe("columnDigits", () => {
  it.each([
    [[3n * ONE, ONE / 1000n], 18, 3],
    [[250n * ONE, ONE], 18, 2],
    [[ONE / 2n], 18, 4],
    [[ONE / 1000n], 18, 6],
    [[], 18, 6],
    [[5n], 0, 0],
  ] as const)("%#", (amounts, decimals, digits) => {
    expect(columnDigits(amounts, decimals)).toEqual({ maximumFractionDigits: digits, minimumFractionDigits: digits });
  });
});
