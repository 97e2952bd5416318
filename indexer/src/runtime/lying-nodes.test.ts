import { setTimeout as sleep } from "node:timers/promises";
import { type Hex, numberToHex } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { deployRelay } from "../../test-subgraphs/support/relay.ts";
import { type PassingRequest, type RpcProxy, startRpcProxy } from "../../test-subgraphs/support/rpc-proxy.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { type Indexer, startIndexer } from "../index.ts";

type Fields = Readonly<Record<string, unknown>>;

/** How often a server lies before it tells the truth. */
const TIMES = 3;
const OTHER_HASH = `0x${"5a".repeat(32)}`;
const EVERYTHING = `{
  childs(orderBy: name) { name pingSum pings(orderBy: id) { n block status } }
  entries(first: 1000, orderBy: id) { handler block text }
}`;

let anvil: Anvil;
let fixture: Fixture;
let proxy: RpcProxy;
let indexer: Indexer | null;

async function startChain(): Promise<void> {
  anvil = await startAnvil({ args: ["--steps-tracing"] });
  fixture = await deployFixture(anvil.url);
}

beforeEach(() => {
  indexer = null;
});

afterEach(async () => {
  await indexer?.close();
  await proxy.close();
});

async function start(rpc: string): Promise<Indexer> {
  indexer = await startIndexer({ manifest: builtManifest("chaos"), rpc, name: "chaos", pollingInterval: 20 });
  return indexer;
}

const ask = (method: string, params: readonly unknown[]): Promise<unknown> =>
  fixture.client.request({ method, params } as never);

/** Events, calls and empty blocks of which some have block handlers; resolves with the last block. */
async function makeHistory(): Promise<number> {
  const { child } = await fixture.create("alice");
  await fixture.ping(child, 5n, "ping");
  await fixture.client.mine({ blocks: 2 });
  const relay = await deployRelay(fixture);
  await fixture.mined(await relay.direct("bump", [7n]));
  await fixture.ping(child, 6n, "ping");
  await fixture.create("bob");
  return Number(await fixture.client.getBlockNumber());
}

async function everything(running: Indexer): Promise<unknown> {
  await running.sync();
  return running.queryData(EVERYTHING);
}

/** What there is on the chain, by an indexer that asks it without anything between. */
async function truth(): Promise<unknown> {
  const running = await start(anvil.url);
  const found = await everything(running);
  await running.close();
  indexer = null;
  return found;
}

/** Lets the proxy lie {@link TIMES} times; returns how often it has. */
function lie(about: (request: PassingRequest) => Promise<object | null>): () => number {
  let told = 0;
  proxy.answer = async (request) => {
    if (told >= TIMES) return null;
    const answer = await about(request);
    if (answer !== null) told++;
    return answer;
  };
  return () => told;
}

/** Changes the logs of ranges that have any. */
function aboutLogs(change: (logs: readonly Fields[], to: number) => readonly Fields[]) {
  return async ({ method, params }: PassingRequest): Promise<object | null> => {
    if (method !== "eth_getLogs") return null;
    const [filter] = params as readonly [{ readonly toBlock?: Hex }];
    const logs = (await ask(method, params)) as readonly Fields[];
    return logs.length === 0 || filter.toBlock === undefined ? null : { result: change(logs, Number(filter.toBlock)) };
  };
}

/** Changes whole blocks. */
function aboutBlocks(
  change: (block: Fields & { readonly transactions: readonly unknown[] }) => object | null | undefined,
) {
  return async ({ method, params }: PassingRequest): Promise<object | null> => {
    if (method !== "eth_getBlockByNumber" || params[1] !== true) return null;
    const block = (await ask(method, params)) as Fields & { readonly transactions: readonly unknown[] };
    const changed = change(block);
    return changed === undefined ? null : { result: changed };
  };
}

function first<T>(items: readonly T[]): T {
  return items[0] as T;
}

describe("what a server says wrong is never indexed:", () => {
  let expected: unknown;

  beforeAll(async () => {
    await startChain();
    await makeHistory();
    expected = await truth();
  });
  beforeEach(async () => {
    proxy = await startRpcProxy(anvil.url);
  });
  afterAll(() => anvil.stop());

  test.each<readonly [string, (request: PassingRequest) => Promise<object | null>]>([
    ["a log whose block is not there", aboutBlocks(({ transactions }) => (transactions.length > 0 ? null : undefined))],
    ["a block that is not its log's", aboutBlocks((block) => ({ ...block, hash: OTHER_HASH }))],
    [
      "a block with handlers but no logs, of another history",
      aboutBlocks((block) => (block.transactions.length > 0 ? undefined : { ...block, hash: OTHER_HASH })),
    ],
    ["a block with another number", aboutBlocks((block) => ({ ...block, number: "0x1" }))],
    [
      "a block without its log's transaction",
      aboutBlocks((block) => (block.transactions.length > 0 ? { ...block, transactions: [] } : undefined)),
    ],
    ["a log without block hash", aboutLogs((logs) => [{ ...first(logs), blockHash: null }])],
    ["a log that was removed", aboutLogs((logs) => [...logs, { ...first(logs), removed: true }])],
    ["a log of another contract", aboutLogs((logs) => [...logs, { ...first(logs), address: `0x${"77".repeat(20)}` }])],
    ["a log with another topic", aboutLogs((logs) => [...logs, { ...first(logs), topics: [OTHER_HASH] }])],
    ["a log from before the range", aboutLogs((logs) => [...logs, { ...first(logs), blockNumber: "0x0" }])],
    [
      "a log from after the range",
      aboutLogs((logs, to) => [...logs, { ...first(logs), blockNumber: numberToHex(to + 1) }]),
    ],
    ["two logs in one place", aboutLogs((logs) => [...logs, { ...first(logs), data: "0x" }])],
    ["a range without its newest logs", aboutLogs((logs, to) => logs.filter((log) => Number(log.blockNumber) < to))],
    ["a range without any logs", aboutLogs(() => [])],
    [
      "a receipt of another block",
      async ({ method, params }) =>
        method === "eth_getTransactionReceipt"
          ? { result: { ...((await ask(method, params)) as Fields), blockHash: OTHER_HASH } }
          : null,
    ],
    [
      "a receipt of another transaction",
      async ({ method, params }) =>
        method === "eth_getTransactionReceipt"
          ? { result: { ...((await ask(method, params)) as Fields), transactionHash: OTHER_HASH } }
          : null,
    ],
    ["a range without its newest traces", async ({ method }) => (method === "trace_filter" ? { result: [] } : null)],
    [
      "a block without traces",
      // Once it has been found out how the server traces.
      async ({ method }) => (method === "trace_block" && proxy.count("eth_chainId") > 0 ? { result: [] } : null),
    ],
  ])("%s", async (_, about) => {
    const told = lie(about);
    expect(await everything(await start(proxy.url))).toEqual(expected);
    expect(told()).toBeGreaterThan(0);
  });

  test("the same log twice", async () => {
    const told = lie(aboutLogs((logs) => [...logs, ...logs]));
    expect(await everything(await start(proxy.url))).toEqual(expected);
    expect(told()).toBeGreaterThan(0);
  });
});

async function until(what: string, condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 5000) throw new Error(`${what} did not come about: ${JSON.stringify(indexer?.status())}`);
    await sleep(10);
  }
}

describe("on a chain of its own,", () => {
  beforeEach(async () => {
    await startChain();
    proxy = await startRpcProxy(anvil.url);
  });
  afterEach(() => anvil.stop());

  describe("a head that comes and goes, as behind load balancers,", () => {
    const asksLatest = ({ method, params }: PassingRequest): boolean =>
      method === "eth_getBlockByNumber" && params[0] === "latest";

    test("undoes nothing", async () => {
      const last = await makeHistory();
      const running = await start(proxy.url);
      await running.waitForBlock(last);
      const before = await ask("eth_getBlockByNumber", [numberToHex(last - 1), false]);
      let polls = 0;
      proxy.answer = async (request) => (asksLatest(request) && polls++ % 2 === 0 ? { result: before } : null);
      await until("twenty polls", () => polls >= 20);
      proxy.answer = async () => null;
      expect(running.status()).toMatchObject({ reorganisations: 0, head: { number: last } });
      const { block } = await fixture.create("carol");
      await running.waitForBlock(block);
      expect(running.status().reorganisations).toBe(0);
    });

    test("undoes nothing either while the last block cannot be looked up", async () => {
      const last = await makeHistory();
      const running = await start(proxy.url);
      await running.waitForBlock(last);
      let denied = 0;
      let hidden: unknown = await ask("eth_getBlockByNumber", ["latest", false]);
      proxy.answer = async (request) => {
        // Both new blocks are to be read at once, which looks up the last one before them.
        if (asksLatest(request) && hidden !== null) return { result: hidden };
        const isLast = request.method === "eth_getBlockByNumber" && request.params[0] === numberToHex(last);
        return isLast && denied++ < 4 ? { result: null } : null;
      };
      await fixture.client.mine({ blocks: 2 });
      hidden = null;
      await running.waitForBlock(last + 2);
      expect(denied).toBeGreaterThan(3);
      expect(running.status().reorganisations).toBe(0);
    });

    test("that stays away undoes what it took along, once, and it is indexed again", async () => {
      const last = await makeHistory();
      const expected = await truth();
      const running = await start(proxy.url);
      await running.waitForBlock(last);
      const before = await ask("eth_getBlockByNumber", [numberToHex(last - 1), false]);
      proxy.answer = async (request) => {
        if (asksLatest(request)) return { result: before };
        return request.method === "eth_getBlockByNumber" && request.params[0] === numberToHex(last)
          ? { result: null }
          : null;
      };
      await until("a shorter chain", () => running.status().head?.number === last - 1);
      proxy.answer = async () => null;
      expect(await everything(running)).toEqual(expected);
      expect(running.status().reorganisations).toBe(1);
    });
  });

  test("a server that turns to another chain of the same beginning is indexed anew as that chain", async () => {
    const last = await makeHistory();
    const running = await start(proxy.url);
    await running.waitForBlock(last);
    proxy.answer = async ({ method }) => (method === "eth_chainId" ? { result: "0x7a6a" } : null);
    const snapshot = await fixture.client.snapshot();
    await fixture.client.mine({ blocks: 1 });
    await running.waitForBlock(last + 1);
    await fixture.client.revert({ id: snapshot });
    await fixture.create("carol");
    await until(
      "the other chain's block",
      () =>
        running.status().head?.number === last + 1 &&
        running.status().reorganisations === 0 &&
        running.status().status === "synced",
    );
    await running.sync();
    expect(await running.queryData("{ childs(orderBy: name) { name } }")).toEqual({
      childs: [{ name: "alice" }, { name: "bob" }, { name: "carol" }],
    });
    expect(running.status().reorganisations).toBe(0);
  });

  test("a server that wants a key is told of, with what to do, and followed as soon as it lets in", async () => {
    const last = await makeHistory();
    const running = await start(proxy.url);
    await running.waitForBlock(last);
    const { reply } = proxy;
    proxy.reply = (_, response) => {
      response.writeHead(403, { "content-type": "text/plain" });
      response.end("forbidden");
    };
    await until("the problem", () => running.status().problem?.includes("HTTP 403. Check that the key") === true);
    proxy.reply = reply;
    const { block } = await fixture.create("carol");
    await running.waitForBlock(block);
    expect(running.status().problem).toBeNull();
  });
});
