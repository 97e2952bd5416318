import type { Hex } from "viem";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Chain, LogFilter } from "./chain.ts";
import type { Block, BlockHeader, Log } from "./chain-types.ts";
import { mergeScans, scanRange } from "./scan-range.ts";

const TOPIC: Hex = "0x01";

/** A chain whose block hashes are made of fork and number. */
let fork: string;
let logs: Log[];
let asked: LogFilter[];
let duringLogs: () => void;
let restore: () => void = () => undefined;

const hashOf = (number: number): Hex => `0x${fork}${number}`;
const headerOf = (number: number): BlockHeader => ({
  number,
  hash: hashOf(number),
  parentHash: hashOf(number - 1),
  timestamp: number,
});

function log(blockNumber: number, logIndex: number, address: Hex = "0xaa"): Log {
  const transactionHash: Hex = `0x${blockNumber}${logIndex}`;
  return {
    address,
    topics: [TOPIC],
    data: "0x",
    blockHash: hashOf(blockNumber),
    blockNumber,
    transactionHash,
    transactionIndex: 0,
    logIndex,
  };
}

const chain = {
  header: async (number: number) => headerOf(number),
  async block(number: number, _hash: Hex | null, wanted: ReadonlySet<Hex>) {
    const hashes: Hex[] = ["0xother", ...logs.map((item) => item.transactionHash)];
    const transactions = new Map(hashes.filter((hash) => wanted.has(hash)).map((hash) => [hash, { hash }]));
    return { ...headerOf(number), transactions } as unknown as Block;
  },
  async logs(filter: LogFilter, from: number, to: BlockHeader) {
    asked.push(filter);
    const found = logs.filter(({ blockNumber }) => blockNumber >= from && blockNumber <= to.number);
    duringLogs();
    return found;
  },
} as unknown as Chain;

afterEach(() => restore());

beforeEach(() => {
  restore = () => undefined;
  fork = "a";
  logs = [];
  asked = [];
  duringLogs = () => undefined;
});

/** Nothing of the range may change any more. */
const SETTLED = { unsettled: 100, tail: null };

const scan = async (
  filters: readonly LogFilter[] = [{ addresses: ["0xaa"], topics: [TOPIC] }],
  blocks: number[] = [],
) => {
  const request = { from: 5, to: headerOf(9), parent: headerOf(4), filters, callees: [], blocks, ...SETTLED };
  return (await scanRange(chain, request)).blocks;
};

test("blocks and logs come in order, each once, with the transactions they need", async () => {
  logs = [log(7, 2), log(7, 0), log(6, 1), log(7, 2)];
  const scanned = await scan();
  expect(scanned.map(({ block, logs: own }) => [block.number, own.map((item) => item.logIndex)])).toEqual([
    [6, [1]],
    [7, [0, 2]],
  ]);
  expect([...(scanned[1]?.block.transactions.keys() ?? [])]).toEqual(["0x72", "0x70"]);
});

test("blocks that are wanted for themselves come too", async () => {
  logs = [log(7, 0)];
  expect((await scan(undefined, [5, 7])).map(({ block }) => block.number)).toEqual([5, 7]);
});

test("addresses share requests of at most 500, and filters without address stand alone", async () => {
  const addressed = Array.from(
    { length: 501 },
    (_, index): LogFilter => ({ addresses: [`0x${index}`], topics: [TOPIC] }),
  );
  await scan([...addressed, { addresses: null, topics: ["0x02"] }, { addresses: ["0xbb"], topics: [] }]);
  expect(asked.map((filter) => filter.addresses?.length ?? null)).toEqual([null, 500, 1]);
});

test("a chain that changes while it is read is refused", async () => {
  logs = [log(7, 0)];
  const request = {
    from: 5,
    to: headerOf(9),
    parent: null,
    filters: [{ addresses: null, topics: [TOPIC] }],
    callees: [],
    blocks: [],
    ...SETTLED,
  };
  duringLogs = () => {
    fork = "b";
  };
  await expect(scanRange(chain, request)).rejects.toThrow("Block 7 is 0xb7, but a log or call of it says 0xa7.");
});

test("a change that shows in no log is refused too", async () => {
  const to = headerOf(9);
  duringLogs = () => {
    fork = "b";
  };
  const request = {
    from: 5,
    to,
    parent: null,
    filters: [{ addresses: null, topics: [TOPIC] }],
    callees: [],
    blocks: [],
    ...SETTLED,
  };
  await expect(scanRange(chain, request)).rejects.toThrow("Block 9 changed from 0xa9 to 0xb9.");
});

test("a range that does not continue the last one is refused", async () => {
  const parent = headerOf(4);
  fork = "b";
  const request = { from: 5, parent, filters: [], callees: [], blocks: [], ...SETTLED };
  await expect(scanRange(chain, { ...request, to: headerOf(9) })).rejects.toThrow(
    "Block 4 is 0xb4, not 0xa4 as it was.",
  );
  await expect(scanRange(chain, { ...request, to: headerOf(5) })).rejects.toThrow(
    "Block 4 is 0xb4, not 0xa4 as it was.",
  );
});

test("scans of one range merge by block and log", async () => {
  logs = [log(6, 1), log(7, 0)];
  const left = await scan();
  logs = [log(6, 0, "0xbb"), log(8, 0, "0xbb")];
  const merged = mergeScans(left, await scan());
  expect(merged.map(({ block, logs: own }) => [block.number, own.length, block.transactions.size])).toEqual([
    [6, 2, 2],
    [7, 1, 1],
    [8, 1, 1],
  ]);
});

/** A scan of blocks 5 to 9 while all of them may change. */
const scanUnsettled = (
  filters: readonly LogFilter[] = [{ addresses: ["0xaa"], topics: [TOPIC] }],
  blocks: number[] = [],
) =>
  scanRange(chain, {
    from: 5,
    to: headerOf(9),
    parent: headerOf(4),
    filters,
    callees: [],
    blocks,
    unsettled: 3,
    tail: null,
  });

/** Answers some blocks as servers do that still have another history. */
function stale(numbers: readonly number[]): void {
  const real = chain.header;
  chain.header = async (number) => {
    const header = headerOf(Number(number));
    return numbers.includes(header.number) ? { ...header, hash: `0xold${number}` as Hex } : header;
  };
  restore = () => {
    chain.header = real;
  };
}

test("blocks that may change are linked, and the scan tells which", async () => {
  logs = [log(7, 0)];
  expect([...(await scanUnsettled()).tail.values()].map(({ hash }) => hash).sort()).toEqual(
    [5, 6, 7, 8, 9].map((number) => hashOf(number)),
  );
});

test("a block of another history in the middle of a range is refused", async () => {
  stale([6]);
  await expect(scanUnsettled()).rejects.toThrow("Block 6 is 0xold6, but block 7 is one after 0xa6.");
});

test("a block that is wanted for itself must be the one of its chain, also when it is the last", async () => {
  const real = chain.block;
  chain.block = async (number) => ({ ...headerOf(number), hash: "0xold", transactions: new Map() }) as unknown as Block;
  restore = () => {
    chain.block = real;
  };
  await expect(scanUnsettled([], [7])).rejects.toThrow("Block 7 is 0xold, but block 8 is one after 0xa7.");
  const alone = { from: 9, to: headerOf(9), parent: headerOf(8), filters: [], callees: [], blocks: [9], ...SETTLED };
  await expect(scanRange(chain, alone)).rejects.toThrow("Block 9 is 0xold, but was 0xa9.");
});

test("logs that a range lacks and a block has are missed, unless the block says that it has none", async () => {
  const real = chain.logs;
  const all = [log(6, 0), log(9, 0)];
  chain.logs = async (_, from, to) =>
    from === to.number ? all.filter((item) => item.blockNumber === from) : [log(6, 0)];
  restore = () => {
    chain.logs = real;
  };
  await expect(scanUnsettled()).rejects.toThrow("the logs of block 9 were left out of blocks 5 to 9");
  const quiet = { ...headerOf(9), logsBloom: `0x${"00".repeat(256)}` as Hex };
  const request = {
    from: 5,
    to: quiet,
    parent: null,
    filters: [{ addresses: null, topics: [TOPIC] }],
    callees: [],
    blocks: [],
  };
  await expect(scanRange(chain, { ...request, unsettled: 9, tail: null })).resolves.toMatchObject({ blocks: [{}] });
});

test("two logs in one place are refused, the same one twice is not", async () => {
  logs = [log(7, 0), { ...log(7, 0), data: "0x01" }];
  await expect(scan()).rejects.toThrow("log 0 of block 7 came in two versions");
});
