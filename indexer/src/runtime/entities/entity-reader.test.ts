import { expect, test } from "vitest";
import type { Store } from "../../store/store.ts";
import { createEntityReader } from "./entity-reader.ts";

/** More than are kept beyond a block. */
const MANY = 60_000;

test("holds everything that was loaded for a block until it ends, absent entities too", async () => {
  const store = { getMany: async () => new Map() } as unknown as Store;
  const reader = createEntityReader(store, false);
  const keys = Array.from({ length: MANY }, (_, index) => `k${index}`);
  await reader.load("Thing", keys);
  expect(keys.filter((key) => reader.current("Thing", key) !== null)).toEqual([]);
  reader.endBlock();
  expect(() => reader.current("Thing", "k0")).toThrow("The answer must be fetched first.");
});
