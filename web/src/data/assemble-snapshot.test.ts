import { expect, test } from "vitest";
import { readProtocol } from "./assemble-snapshot.ts";

const TOKEN = "0x73511669fd4de447fed18bb79bafeac93ab7f31f";
const NATIVE = "0x0000000000000000000000000000000000000000";
const row = {
  registry: TOKEN,
  currency: TOKEN,
  currencySymbol: "dUSD",
  currencyDecimals: 6,
  ...{ totalRealized: "0", totalIncome: "0", totalClaimed: "0" },
} as const;

test("the currency is called by its own symbol, with its own decimals", () => {
  expect(readProtocol(row)).toMatchObject({ currency: TOKEN, currencySymbol: "dUSD", decimals: 6 });
});

test("the native coin is called as the chain does", () => {
  const native = { ...row, currency: NATIVE, currencySymbol: null, currencyDecimals: 18 } as const;
  expect(readProtocol(native)).toMatchObject({ currencySymbol: "ETH", decimals: 18 });
});

test.each(["", null, "\u202e\u200b"])(
  "a currency without a symbol (%j) is called by its address, never by the coin's",
  (symbol) => {
    expect(readProtocol({ ...row, currencySymbol: symbol }).currencySymbol).toBe("0x7351…f31f");
  },
);
