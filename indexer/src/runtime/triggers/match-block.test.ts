import { type AbiEvent, encodeAbiParameters, type Hex, keccak256, pad, parseAbiItem, stringToBytes } from "viem";
import { expect, test } from "vitest";
import type { BlockHandler, EventHandler } from "../../manifest/manifest.ts";
import type { Block, Log } from "../../source/chain-types.ts";
import type { DataSource } from "../data-source.ts";
import { blocksWithHandlers } from "./block-triggers.ts";
import { matchBlock } from "./match-block.ts";

const EVENT = parseAbiItem(
  "event Moved(uint256 indexed a, uint256 indexed b, uint256 indexed c, string text)",
) as AbiEvent;
const TOPIC0 = keccak256(stringToBytes("Moved(uint256,uint256,uint256,string)"));
const word = (value: number): Hex => pad(`0x${value.toString(16)}`, { size: 32 });

function handler(name: string, topicFilters: EventHandler["topicFilters"] = [null, null, null]): EventHandler {
  return { signature: "Moved", handler: name, event: EVENT, topic0: TOPIC0, topicFilters, receipt: false, calls: [] };
}

function source(
  name: string,
  options: Partial<DataSource>,
  events: EventHandler[],
  blocks: BlockHandler[] = [],
): DataSource {
  const mapping = { name, eventHandlers: events, blockHandlers: blocks } as unknown as DataSource["mapping"];
  const defaults = { address: null, startBlock: 0, endBlock: null, context: new Map(), file: null };
  return { ...defaults, ...options, mapping, compiled: {} as DataSource["compiled"] };
}

function log(logIndex: number, topics: readonly [number, number, number], address: Hex = "0xaa"): Log {
  return {
    address,
    topics: [TOPIC0, ...topics.map(word)],
    data: encodeAbiParameters([{ type: "string" }], ["x"]),
    blockHash: "0x05",
    blockNumber: 5,
    transactionHash: "0x99",
    transactionIndex: 0,
    logIndex,
  };
}

function run(sources: readonly DataSource[], logs: readonly Log[], number = 5): string[] {
  const block = { number, hash: "0x05", transactions: new Map([["0x99", {}]]) } as unknown as Block;
  return matchBlock({ block, logs, calls: [] }, sources).map((trigger) =>
    trigger.kind === "event" ? `${trigger.event.log.logIndex} ${trigger.handler}` : trigger.handler,
  );
}

test("once handlers, then logs by index, each for its sources in order, then other block handlers", () => {
  const every: BlockHandler = { handler: "every", filter: { kind: "every" } };
  const once: BlockHandler = { handler: "once", filter: { kind: "once" } };
  const sources = [
    source("everywhere", {}, [handler("all")]),
    source("aa", { address: "0xaa", startBlock: 5 }, [handler("aa")], [once]),
    source("bb", { address: "0xbb" }, [handler("bb")], [every]),
  ];
  expect(run(sources, [log(0, [1, 1, 1], "0xbb"), log(1, [1, 1, 1]), log(2, [1, 1, 1], "0xcc")])).toEqual([
    "once",
    "0 all",
    "0 bb",
    "1 all",
    "1 aa",
    "2 all",
    "every",
  ]);
});

test("topic filters take a log when each listed topic is among their values", () => {
  const values = [word(1), word(2), word(3)];
  const sources = [source("filtered", {}, [handler("h", [values, values, values])])];
  const logs = [log(0, [1, 2, 3]), log(1, [1, 1, 1]), log(2, [4, 2, 3]), log(3, [4, 4, 3])];
  expect(run(sources, logs)).toEqual(["0 h", "1 h"]);
});

test("a log that does not decode is nobody's", () => {
  const [first, second] = [log(0, [1, 1, 1]), log(1, [1, 1, 1])];
  const sources = [source("s", {}, [handler("h")])];
  expect(
    run(sources, [
      { ...first, topics: first.topics.slice(0, 3) },
      { ...second, data: "0x01" },
    ]),
  ).toEqual([]);
});

test("two handlers for one log are refused", () => {
  expect(() => run([source("s", {}, [handler("a"), handler("b")])], [log(0, [1, 1, 1])])).toThrow(
    "Multiple handlers defined for event `Moved`, only one is supported",
  );
});

test("sources run from their first to their last block, both included", () => {
  const sources = [
    source("late", { startBlock: 6 }, [handler("late")]),
    source("first", { startBlock: 5 }, [handler("first")]),
    source("last", { endBlock: 5 }, [handler("last")]),
    source("over", { endBlock: 4 }, [handler("over")]),
  ];
  expect(run(sources, [log(0, [1, 1, 1])])).toEqual(["0 first", "0 last"]);
});

test("polling counts from the start block; once is the start block itself", () => {
  const polling: BlockHandler = { handler: "polling", filter: { kind: "polling", every: 3 } };
  const once: BlockHandler = { handler: "once", filter: { kind: "once" } };
  expect(blocksWithHandlers([source("p", { startBlock: 1 }, [], [polling])], 0, 9)).toEqual([1, 4, 7]);
  expect(blocksWithHandlers([source("o", { startBlock: 4, endBlock: 8 }, [], [once])], 0, 9)).toEqual([4]);
  expect(run([source("both", { startBlock: 5 }, [], [polling, once])], [])).toEqual(["once", "polling"]);
});
