import type { Hex } from "viem";
import { expect, test } from "vitest";
import type { Block } from "./chain-types.ts";
import { createRecentBlocks } from "./recent-blocks.ts";

const block = (hash: Hex, transactions: number): Block =>
  ({
    hash,
    transactions: new Map(Array.from({ length: transactions }, (_, index) => [`0x${index}`, {}])),
  }) as unknown as Block;

test("blocks are found by their hash, until later ones need the room", () => {
  const recent = createRecentBlocks(10);
  for (const [hash, transactions] of [
    ["0xa", 3],
    ["0xb", 4],
    ["0xa", 3],
    ["0xc", 0],
  ] as const) {
    recent.set(block(hash, transactions));
  }
  const found = () => (["0xa", "0xb", "0xc", "0xd"] as const).filter((hash) => recent.get(hash) !== undefined);
  expect(found()).toEqual(["0xa", "0xb", "0xc"]);
  recent.set(block("0xd", 4));
  expect(found()).toEqual(["0xc", "0xd"]);
});

test("a block larger than all the room is not kept", () => {
  const recent = createRecentBlocks(10);
  recent.set(block("0xa", 10));
  expect(recent.get("0xa")).toBeUndefined();
});
