import type { Hex } from "viem";
import { expect, test } from "vitest";
import { RpcError } from "../errors/rpc-error.ts";
import type { Chain } from "../source/chain.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import { createRangeSize } from "../source/range-size.ts";
import type { DataSource } from "./data-source.ts";
import { readRange } from "./read-ahead.ts";
import type { SourceList } from "./source-list.ts";

/** Widest range that the server of these tests answers. */
const WIDEST = 10;

const header = (number: number): BlockHeader => ({
  number,
  hash: `0xa${number}`,
  parentHash: `0xa${number - 1}`,
  timestamp: number,
});
const SOURCE = {
  address: "0xaa",
  startBlock: 0,
  endBlock: null,
  mapping: { eventHandlers: [{ topic0: "0x01" as Hex }], callHandlers: [], blockHandlers: [] },
} as unknown as DataSource;

/** Reads blocks 1 to 1000 off a server that answers wide ranges with an error; tells the ranges that it did answer. */
async function readAll(error: RpcError): Promise<readonly (readonly [number, number])[]> {
  const answered: (readonly [number, number])[] = [];
  const chain = {
    header: async (number: number) => header(number),
    async logs(_: unknown, from: number, to: BlockHeader) {
      if (to.number - from >= WIDEST) throw error;
      answered.push([from, to.number]);
      return [];
    },
  } as unknown as Chain;
  const sources = { all: () => [SOURCE] } as unknown as SourceList;
  const reader = { chain, sources, size: createRangeSize(), finality: 5 };
  for (let from = 1; from <= 100; ) from = (await readRange(reader, from, header(100), null)).to.number + 1;
  return answered;
}

test.each([
  [
    "Alchemy",
    -32602,
    "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range. Based on your parameters and the response size limit, this block range should work: [0x1, 0x9]",
  ],
  ["Infura", -32005, "query returned more than 10000 results. Try with this block range [0x1, 0x9]."],
  ["an Infura without advice", -32005, "query returned more than 10000 results"],
  ["QuickNode", -32614, "eth_getLogs is limited to a 10,000 range"],
  ["Ankr", -32600, "block range is too wide"],
  ["BSC", -32000, "exceed maximum block range: 5000"],
  ["geth", -32000, "query timeout exceeded"],
  ["a server with a number of its own", 35, "ranges over 10000 blocks are not supported on freetier"],
])("what %s says of too wide a range makes it narrower until all is read", async (_, code, message) => {
  const ranges = await readAll(new RpcError("eth_getLogs", message, { retryable: code === -32005, code }));
  const numbers = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (__, index) => from + index));
  expect(new Set(numbers).size).toBe(100);
});

test("so does an answer that is too large for something in between", async () => {
  const error = new RpcError("eth_getLogs", "answered HTTP 413", { retryable: false, tooLarge: true });
  expect((await readAll(error)).length).toBeGreaterThan(9);
});

test("a server that does not answer at all is not asked for less", async () => {
  await expect(readAll(new RpcError("eth_getLogs", "no answer", { retryable: true }))).rejects.toThrow("no answer");
});
