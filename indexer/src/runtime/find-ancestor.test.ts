import { expect, it } from "vitest";
import type { BlockHeader } from "../source/chain-types.ts";
import { testBlock } from "../store/store.fixture.ts";
import type { StoredBlock } from "../store/store.ts";
import { findAncestor } from "./find-ancestor.ts";

const FINALITY = 250;

/** Looks for the ancestor of a chain that was replaced after block `fork`, with the given blocks recorded. */
async function ancestorOf(fork: number, numbers: readonly number[]) {
  const recorded = numbers.map((number) => testBlock(number)).sort((a, b) => b.number - a.number);
  const asked: number[] = [];
  const found = await findAncestor(
    { recentBlocks: async (limit) => recorded.slice(0, limit) },
    {
      async header(number) {
        asked.push(Number(number));
        return testBlock(Number(number), Number(number) <= fork ? "aa" : "bb") as BlockHeader;
      },
    },
    recorded[0] as StoredBlock,
    FINALITY,
  );
  return { ...found, ancestor: found.ancestor?.number ?? null, asked };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

it.each([
  ["one block", 999, { ancestor: 999, tooDeep: false }],
  ["as many blocks as are followed", 750, { ancestor: 750, tooDeep: false }],
  ["one block more than are followed", 749, { ancestor: null, tooDeep: true }],
  ["everything", -1, { ancestor: null, tooDeep: true }],
])("goes back by %s", async (_, fork, expected) => {
  expect(await ancestorOf(fork, range(500, 1000))).toMatchObject(expected);
});

it("goes back further where nothing in between was recorded", async () => {
  expect(await ancestorOf(990, [100, 995, 1000])).toMatchObject({ ancestor: 100, tooDeep: false });
  expect(await ancestorOf(99, [100, 995, 1000])).toMatchObject({ ancestor: null, tooDeep: true });
});

it("starts over in peace when all of a young store is replaced", async () => {
  expect(await ancestorOf(5, range(10, 40))).toMatchObject({ ancestor: null, tooDeep: false });
});

it("asks for no more blocks than it needs", async () => {
  expect((await ancestorOf(999, range(500, 1000))).asked).toHaveLength(50);
  expect((await ancestorOf(-1, range(500, 1000))).asked).toEqual(range(750, 1000).reverse());
});
