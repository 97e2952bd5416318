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
    ["1 000,5", 1_000n * ONE + ONE / 2n],
    ["12’000.5", 12_000n * ONE + ONE / 2n],
    ["1.234,5", 1_234n * ONE + ONE / 2n],
    ["1.234.567", 1_234_567n * ONE],
    ["1.5000000000000000000000", ONE + ONE / 2n],
    ["79228162514264337593543950335", 79_228_162_514_264_337_593_543_950_335n * ONE],
  ])("reads %s", (text, value) => {
    expect(parseAmount(text, 18)).toEqual({ ok: true, value });
  });

  test.each([
    ["", "Enter an amount."],
    ["   ", "Enter an amount."],
    ["-1", "Enter an amount above zero."],
    ["1,5", "Is it 1.5 or 15? Write decimals with a point: 1.5."],
    ["0,500", "Is it 0.500 or 500? Write decimals with a point: 0.500."],
    ["1000,25", "Is it 1000.25 or 100,025? Write decimals with a point: 1000.25."],
    ["max", "There is no most here. Enter a number."],
    ["50%", "A percentage of what? Enter a number."],
    ["5 ETH", "“5 ETH” is not a number."],
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

  test.each([
    ["max", 1_000n],
    ["ALL", 1_000n],
    ["50%", 500n],
    ["33.3 %", 333n],
    ["100%", 1_000n],
    ["0%", 0n],
    ["0.05%", 0n],
  ])("reads %s of the most there is", (text, value) => {
    expect(parseAmount(text, 18, { max: 1_000n })).toEqual({ ok: true, value });
  });

  test.each([
    ["101%", "At most 100 %."],
    ["1,5%", "Is it 1.5 or 15? Write decimals with a point: 1.5."],
    ["%", "“%” is not a number."],
    ["-5%", "Enter an amount above zero."],
  ])("refuses %s of the most there is", (text, reason) => {
    expect(parseAmount(text, 18, { max: 1_000n })).toEqual({ ok: false, reason });
  });

  test.each(["5 ADA", "5ADA", "5 ada", "5.0 ADA "])("reads %s with its unit", (text) => {
    expect(parseAmount(text, 18, { unit: "ADA" })).toEqual({ ok: true, value: 5n * ONE });
  });

  test.each(["ADA", "5 BENL", "5 XADA"])("refuses %s, which is not that unit", (text) => {
    expect(parseAmount(text, 18, { unit: "ADA" })).toEqual({ ok: false, reason: `“${text}” is not a number.` });
  });

  // What groups thousands, and what stands before decimals. A point alone is for decimals, which the next test has.
  test.each([
    ["", "."],
    [",", "."],
    [" ", "."],
    ["\u202f", "."],
    ["’", "."],
    [" ", ","],
    [".", ","],
  ])(
    "reads amounts with “%s” between thousands and “%s” before decimals, or refuses them, and never as another",
    (group, mark) => {
      const amounts = fc.record({ whole: fc.bigInt(0n, 10n ** 12n), fraction: fc.stringMatching(/^\d{1,6}$/) });
      fc.assert(
        fc.property(amounts, ({ whole, fraction }) => {
          const text = `${String(whole).replace(/\B(?=(\d{3})+$)/g, group)}${mark}${fraction}`;
          // Without a group in it, `123,456` is what the house writes for thousands.
          fc.pre(mark === "." || whole >= 1_000n);
          const parsed = parseAmount(text, 18);
          if (parsed.ok) expect(parsed.value).toBe(whole * ONE + BigInt(fraction.padEnd(18, "0")));
        }),
      );
    },
  );

  test("reads back what formatExact writes, to the wei", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 128n), fc.integer({ min: 0, max: 24 }), (value, decimals) => {
        expect(parseAmount(formatExact(value, decimals), decimals)).toEqual({ ok: true, value });
      }),
    );
  });
});
