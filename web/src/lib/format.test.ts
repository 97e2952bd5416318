import { parseUnits } from "viem";
import { describe, expect, test } from "vitest";
import {
  formatAmount,
  formatCount,
  formatDate,
  formatDuration,
  formatExact,
  formatRelative,
  formatShare,
  formatShort,
  formatSigned,
} from "./format.ts";

const ether = (text: string): bigint => parseUnits(text, 18);

describe("formatAmount", () => {
  test.each([
    [0n, "0"],
    [1n, "< 0.000001"],
    [-1n, "> −0.000001"],
    [ether("0.412"), "0.412"],
    [ether("78.428571428571428571"), "78.43"],
    [ether("0.108573571"), "0.1086"],
    [ether("0.0457321"), "0.04573"],
    [ether("0.000438123"), "0.000438"],
    [ether("9.99999"), "10"],
    [ether("5.72134"), "5.721"],
    [ether("12000"), "12,000"],
    [ether("123456.789"), "123,456.79"],
    [-ether("5"), "−5"],
    [2n ** 96n - 1n, "79,228,162,514.26"],
  ])("%s wei is %s", (wei, words) => {
    expect(formatAmount(wei)).toBe(words);
  });

  test.each([
    [0, ["0", "1", "1,500,000", "−7"]],
    [6, ["0", "0.000001", "1.5", "−0.000007"]],
    [18, ["0", "< 0.000001", "< 0.000001", "> −0.000001"]],
    [24, ["0", "< 0.000001", "< 0.000001", "> −0.000001"]],
  ])("the same digits mean less with more decimals: %i", (decimals, words) => {
    expect([0n, 1n, 1_500_000n, -7n].map((wei) => formatAmount(wei, { decimals }))).toEqual(words);
  });

  test.each([0, 6, 18, 24])("a whole and a half of a unit with %i decimals", (decimals) => {
    const one = 10n ** BigInt(decimals);
    const half = decimals === 0 ? "1" : "1.5";
    expect(formatAmount((one * 3n) / 2n, { decimals })).toBe(half);
    expect(formatAmount(1234n * one, { decimals })).toBe("1,234");
    expect(formatExact((one * 3n) / 2n, decimals)).toBe(half);
    const column = { decimals, minimumFractionDigits: 2, maximumFractionDigits: 2 };
    expect(formatAmount(90n * one, column)).toBe("90.00");
  });

  test("writes one precision in a column", () => {
    const column = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    expect([ether("26.73"), ether("13.009"), ether("90"), 42n].map((wei) => formatAmount(wei, column))).toEqual([
      "26.73",
      "13.01",
      "90.00",
      "< 0.01",
    ]);
  });

  test("parts still look like their sum", () => {
    const parts = [ether("78.428571428571428571"), ether("6.428571428571428571"), ether("5.142857142857142857")];
    expect(parts.map((wei) => formatAmount(wei, { maximumFractionDigits: 2 }))).toEqual(["78.43", "6.43", "5.14"]);
  });
});

test.each<readonly [bigint, number, string]>([
  [ether("999999999.994"), 18, "999,999,999.99"],
  [ether("1000000000"), 18, "1B"],
  [ether("308571428571.43"), 18, "308.6B"],
  [-ether("2400000000000"), 18, "−2.4T"],
  [308_571_428_571_430_000n, 6, "308.6B"],
  [2n ** 256n - 1n, 0, "115,800,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000T"],
])("%s of %i decimals is %s where there is little room", (wei, decimals, words) => {
  expect(formatShort(wei, { decimals })).toBe(words);
});

test("what is signed is repeated as it was typed", () => {
  expect(["12.345678", "1.5", "1000000.25"].map((text) => formatSigned(ether(text)))).toEqual([
    "12.345678",
    "1.5",
    "1,000,000.25",
  ]);
  expect(formatSigned(12_345_678n, 6)).toBe("12.345678");
});

test("formatExact loses no digit", () => {
  expect(formatExact(12_000n * 10n ** 18n + 1n)).toBe("12,000.000000000000000001");
  expect(formatExact(-1n, 6)).toBe("−0.000001");
  expect(formatExact(0n)).toBe("0");
  expect(formatExact(2n ** 110n, 0)).toBe("1,298,074,214,633,706,907,132,624,082,305,024");
});

test.each([
  [0, "0 %"],
  [0.0004, "< 0.1 %"],
  [0.279, "27.9 %"],
  [0.99999, "> 99.9 %"],
  [1, "100.0 %"],
  [Number.NaN, "unknown"],
])("the share %s is %s", (share, words) => {
  expect(formatShare(share)).toBe(words);
});

test("counts are grouped", () => {
  expect(formatCount(214_880)).toBe("214,880");
});

test("dates are short and unambiguous", () => {
  expect(formatDate(1_795_341_600n)).toBe("22 Nov 2026");
});

test.each([
  [-2, "2 seconds ago"],
  [-90, "1 minute ago"],
  [-86_400 * 3, "3 days ago"],
  [7_200, "in 2 hours"],
  [0, "now"],
])("%s seconds from now is %s", (difference, words) => {
  expect(formatRelative(1_000_000_000 + difference, 1_000_000_000)).toBe(words);
});

test.each([
  [0, "none"],
  [3_600, "1 hour"],
  [30 * 86_400, "30 days"],
  [90, "1.5 minutes"],
])("%s seconds last %s", (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
