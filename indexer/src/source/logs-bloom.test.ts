import type { Hex } from "viem";
import { expect, test } from "vitest";
import { mayHave } from "./logs-bloom.ts";

const ADDRESS: Hex = "0x095e7baea6a6c7c4c2dfeb977efac326af552d87";
const TOPIC: Hex = `0x${"00".repeat(32)}`;

/** A bloom with the given bits, counted from the lowest. */
function bloomOf(...bits: number[]): Hex {
  const value = bits.reduce((sum, bit) => sum | (1n << BigInt(bit)), 0n);
  return `0x${value.toString(16).padStart(512, "0")}`;
}

test("finds the three bits of an item", () => {
  // keccak256 of 32 zero bytes begins with 290d ecd9 548b, of which the lowest eleven bits are 10d, 4d9 and 48b.
  expect(mayHave(bloomOf(0x10d, 0x4d9, 0x48b), TOPIC)).toBe(true);
  expect(mayHave(bloomOf(0x10d, 0x4d9), TOPIC)).toBe(false);
  expect(mayHave(bloomOf(0x10d, 0x4d9, 0x48b), ADDRESS)).toBe(false);
  expect(mayHave(`0x${"ff".repeat(256)}`, ADDRESS)).toBe(true);
  expect(mayHave(`0x${"00".repeat(256)}`, ADDRESS)).toBe(false);
});
