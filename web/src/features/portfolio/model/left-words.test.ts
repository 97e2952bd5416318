import { expect, test } from "vitest";
import type { ProtocolInfo } from "../../../data/ownership-snapshot.ts";
import { sampleAddress, sampleSnapshot } from "../../../data/testing/sample-snapshot.ts";
import { leftWords } from "./left-words.ts";

const { protocol: native } = sampleSnapshot([], []);
const inErc20 = (decimals: number): ProtocolInfo => ({
  ...native,
  ...{ currency: sampleAddress(0xe2c), currencySymbol: "USDX", decimals },
});
const plan = { left: 5n, leastPerStep: 10n ** 12n, transactions: [] };

test("a step is measured by its fee only where the fee is paid in the currency", () => {
  expect(leftWords(plan, native)).toContain(
    "would bring less than it costs: a step has to bring 0.000001 ETH or more.",
  );
  expect(leftWords(plan, inErc20(18))).toContain("would bring too little: a step has to bring 0.000001 USDX or more.");
});

test("of six decimals only what rounding keeps back is left", () => {
  expect(leftWords({ ...plan, leastPerStep: 1n }, inErc20(6))).toContain("smallest unit");
  expect(leftWords({ ...plan, left: 0n }, inErc20(6))).toBeUndefined();
});
