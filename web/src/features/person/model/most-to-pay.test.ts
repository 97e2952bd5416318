import { zeroAddress } from "viem";
import { expect, it } from "vitest";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { mostToPay } from "./most-to-pay.ts";

const GWEI = 10n ** 9n;

it("keeps the network fee back of the coin that it is paid in", () => {
  expect(mostToPay(ONE, zeroAddress, GWEI)).toBe(ONE - 330_000n * GWEI);
  expect(mostToPay(ONE, zeroAddress, 0n)).toBe(ONE);
});

it("is nothing where the fee alone is more than there is", () => {
  expect(mostToPay(5n, zeroAddress, GWEI)).toBe(0n);
});

it("is all there is of another currency", () => {
  expect(mostToPay(ONE, sampleAddress(1), GWEI)).toBe(ONE);
  expect(mostToPay(ONE, sampleAddress(1), undefined)).toBe(ONE);
  expect(mostToPay(ONE, zeroAddress, undefined)).toBeUndefined();
});
