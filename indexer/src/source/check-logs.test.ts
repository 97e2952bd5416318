import { expect, test } from "vitest";
import type { Log } from "./chain-types.ts";
import { checkLogs, placeLog } from "./check-logs.ts";

const LOG: Log = {
  address: "0xaa",
  topics: ["0x01", "0x02"],
  data: "0x",
  blockHash: "0x07",
  blockNumber: 7,
  transactionHash: "0x70",
  transactionIndex: 0,
  logIndex: 3,
};
const FILTER = { addresses: ["0xaa", "0xbb"], topics: ["0x01"] } as const;

test.each([
  ["another address", { address: "0xcc" }, "log 3 of block 7 is of 0xcc, which was not asked for"],
  ["another topic", { topics: ["0x02"] }, "log 3 of block 7 has topic 0x02, which was not asked for"],
  ["no topic", { topics: [] }, "log 3 of block 7 has topic none, which was not asked for"],
  ["a block before", { blockNumber: 4 }, "log 3 of block 4 came, though blocks 5 to 9 were asked for"],
  ["a block after", { blockNumber: 10 }, "log 3 of block 10 came, though blocks 5 to 9 were asked for"],
] as const)("refuses a log of %s", (_, change, message) => {
  expect(() => checkLogs([LOG, { ...LOG, ...change }], FILTER, 5, 9)).toThrow(
    `RPC request eth_getLogs failed: ${message}`,
  );
});

test("takes every address where none was named", () => {
  expect(() => checkLogs([{ ...LOG, address: "0xcc" }], { ...FILTER, addresses: null }, 5, 9)).not.toThrow();
});

test("a log that comes twice is one", () => {
  const logs = new Map<number, Log>();
  placeLog(logs, LOG);
  placeLog(logs, { ...LOG });
  expect([...logs.values()]).toEqual([LOG]);
  expect(() => placeLog(logs, { ...LOG, transactionHash: "0x71" })).toThrow("log 3 of block 7 came in two versions");
});
