import { expect, test } from "vitest";
import { createRangeSize } from "./range-size.ts";

test("doubles while answers are small, up to 100000 blocks", () => {
  const size = createRangeSize();
  size.succeeded(0, 100);
  expect(size.current()).toBe(200);
  for (let round = 0; round < 20; round++) size.succeeded(1, size.current());
  expect(size.current()).toBe(100_000);
});

test("becomes what brings 2500 logs", () => {
  const size = createRangeSize();
  size.succeeded(5000, 100);
  expect(size.current()).toBe(50);
  size.succeeded(2500, 50);
  expect(size.current()).toBe(50);
  size.succeeded(2000, 50);
  expect(size.current()).toBe(62);
  size.succeeded(20_000, 1);
  expect(size.current()).toBe(1);
});

test("is judged by the blocks that were read: the last range of a chain is short", () => {
  const size = createRangeSize();
  size.succeeded(250, 10);
  expect(size.current()).toBe(100);
});

test("is halved by refusals, down to one block", () => {
  const size = createRangeSize();
  let halvings = 0;
  while (size.failed(size.current())) halvings++;
  expect([size.current(), halvings]).toEqual([1, 6]);
});

test("a refused range is halved, however wide the next might have been", () => {
  const size = createRangeSize();
  expect(size.failed(6)).toBe(true);
  expect(size.current()).toBe(3);
  expect(size.failed(1)).toBe(false);
});
