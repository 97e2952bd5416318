import { expect, test } from "vitest";
import { createRangeSize } from "./range-size.ts";

test("grows while answers are small, up to 100000 blocks", () => {
  const size = createRangeSize();
  size.succeeded(0);
  expect(size.current()).toBe(2000);
  for (let round = 0; round < 20; round++) size.succeeded(0);
  expect(size.current()).toBe(100_000);
});

test("stays while answers are large, and is halved by huge ones", () => {
  const size = createRangeSize();
  size.succeeded(5000);
  expect(size.current()).toBe(1000);
  size.succeeded(20_000);
  expect(size.current()).toBe(500);
});

test("is halved by refusals, down to one block", () => {
  const size = createRangeSize();
  let halvings = 0;
  while (size.failed(size.current())) halvings++;
  expect([size.current(), halvings]).toEqual([1, 9]);
});

test("a refused range is halved, however wide the next might have been", () => {
  const size = createRangeSize();
  expect(size.failed(6)).toBe(true);
  expect(size.current()).toBe(3);
  expect(size.failed(1)).toBe(false);
});
