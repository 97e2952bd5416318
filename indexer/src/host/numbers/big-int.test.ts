import { expect, test } from "vitest";
import { divide, limited, power, remainder, toHexMagnitude } from "./big-int.ts";

test("division goes toward zero and the remainder has the dividend's sign", () => {
  expect([divide(-7n, 2n), remainder(-7n, 2n), remainder(7n, -2n)]).toEqual([-3n, -1n, 1n]);
});

test("division by zero fails with the dividend", () => {
  expect(() => divide(5n, 0n)).toThrow("attempted to divide BigInt `5` by zero");
  expect(() => remainder(5n, 0n)).toThrow("attempted to calculate the remainder of `5` with a divisor of zero");
});

test("zero to the power of zero is one", () => {
  expect(power(0n, 0)).toBe(1n);
});

test("results of more than 435412 bits fail, without being computed", () => {
  expect(limited(2n ** 435_411n)).toBe(2n ** 435_411n);
  expect(() => limited(2n ** 435_412n)).toThrow("BigInt is too big, total bits 435413 (max 435412)");
  expect(() => power(2n ** 400_000n, 255)).toThrow("BigInt is too big");
});

test.for([
  [0n, "0x0"],
  [1n, "0x1"],
  [-255n, "0xff"],
  [2n ** 256n - 1n, `0x${"f".repeat(64)}`],
] as const)("%s in hex is %s", ([value, hex]) => {
  expect(toHexMagnitude(value)).toBe(hex);
});
