import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatExact } from "./format.ts";
import { parseAmount } from "./parse-amount.ts";

const ONE = 10n ** 18n;

describe("parseAmount", () => {
  test.each([
    ["1", ONE],
    ["0", 0n],
    ["0.000000000000000001", 1n],
    [".5", ONE / 2n],
    ["1.", ONE],
    ["12,000", 12_000n * ONE],
    ["12 000.50", 12_000n * ONE + ONE / 2n],
    ["1,234,567.8", 1_234_567n * ONE + (8n * ONE) / 10n],
    ["  7  ", 7n * ONE],
    ["1.5000000000000000000000", ONE + ONE / 2n],
    ["79228162514264337593543950335", 79_228_162_514_264_337_593_543_950_335n * ONE],
  ])("reads %s", (text, value) => {
    expect(parseAmount(text, 18)).toEqual({ ok: true, value });
  });

  test.each([
    ["", "Enter an amount."],
    ["   ", "Enter an amount."],
    ["-1", "Enter an amount above zero."],
    ["1,5", "Write decimals with a point: 1.5. A comma only groups thousands: 12,000."],
    ["1,23,456", "Write decimals with a point: 1.5. A comma only groups thousands: 12,000."],
    ["abc", "“abc” is not a number."],
    ["1e18", "“1e18” is not a number."],
    ["0x10", "“0x10” is not a number."],
    ["1.2.3", "“1.2.3” is not a number."],
    [".", "“.” is not a number."],
    ["0.0000000000000000001", "At most 18 digits after the point."],
  ])("refuses %s", (text, reason) => {
    expect(parseAmount(text, 18)).toEqual({ ok: false, reason });
  });

  test("knows other decimals", () => {
    expect(parseAmount("1.5", 6)).toEqual({ ok: true, value: 1_500_000n });
    expect(parseAmount("1.0000001", 6)).toEqual({ ok: false, reason: "At most 6 digits after the point." });
    expect(parseAmount("1.5", 0)).toEqual({ ok: false, reason: "Whole numbers only." });
  });

  test("reads back what formatExact writes, to the wei", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 128n), fc.integer({ min: 0, max: 24 }), (value, decimals) => {
        expect(parseAmount(formatExact(value, decimals), decimals)).toEqual({ ok: true, value });
      }),
    );
  });
});
