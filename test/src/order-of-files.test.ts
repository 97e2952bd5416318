import { join } from "node:path";
import { expect, test } from "vitest";
import { orderOfFiles } from "./order-of-files.ts";

const FOLDER = join(import.meta.dirname, "..", "browser");
const reversed = orderOfFiles(FOLDER, "reversed");

test("has every test file and nothing else, from last to first", () => {
  expect(reversed).toContain("journey.spec.ts");
  expect(reversed.filter((name) => !name.endsWith(".spec.ts"))).toEqual([]);
  expect(reversed).toEqual([...reversed].sort().reverse());
});

test("shuffles all of them, the same way for the same seed", () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => String(seed));
  const orders = seeds.map((seed) => orderOfFiles(FOLDER, seed));
  for (const files of orders) expect([...files].sort().reverse()).toEqual(reversed);
  expect(seeds.map((seed) => orderOfFiles(FOLDER, seed))).toEqual(orders);
  expect(new Set(orders.map(([first]) => first)).size).toBeGreaterThan(5);
});

test("refuses an order that is none", () => {
  for (const order of ["backwards", "-1", "1.5", "1e3"]) {
    expect(() => orderOfFiles(FOLDER, order)).toThrow(`FILES=${order} is no order`);
  }
});
