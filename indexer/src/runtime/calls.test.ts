import { afterEach, beforeEach, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { deployRelay, type Relay } from "../../test-subgraphs/support/relay.ts";
import { type RpcProxy, startRpcProxy } from "../../test-subgraphs/support/rpc-proxy.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { type Indexer, startIndexer } from "../index.ts";

let anvil: Anvil;
let fixture: Fixture;
let relay: Relay;
let proxy: RpcProxy;
let indexer: Indexer | null = null;

beforeEach(async () => {
  anvil = await startAnvil({ args: ["--steps-tracing"] });
  fixture = await deployFixture(anvil.url);
  relay = await deployRelay(fixture);
  proxy = await startRpcProxy(anvil.url);
});

afterEach(async () => {
  await indexer?.close();
  indexer = null;
  await proxy.close();
  await anvil.stop();
});

async function start(): Promise<Indexer> {
  indexer = await startIndexer({
    manifest: builtManifest("features"),
    rpc: proxy.url,
    name: "features",
    pollingInterval: 20,
    ipfs: "http://127.0.0.1:1",
  });
  return indexer;
}

/** What handlers ran in a block, with their texts. */
async function entries(running: Indexer, block: number): Promise<string[]> {
  await running.waitForBlock(block);
  const answer = await running.query(
    `query ($block: BigInt!) { entries(where: { block: $block }, orderBy: id) { handler text } }`,
    { block: String(block) },
  );
  expect(answer.errors).toBeUndefined();
  const rows = (answer.data?.entries ?? []) as { handler: string; text: string }[];
  return rows.map(({ handler, text }) => `${handler} ${text}`.trim());
}

/** Sends in one block; returns its number. */
async function together(send: () => Promise<void>): Promise<number> {
  const { client } = fixture;
  await client.setAutomine(false);
  await send();
  await client.mine({ blocks: 1 });
  await client.setAutomine(true);
  return Number(await client.getBlockNumber());
}

/** Calls of every sort in one block, and what handlers must make of them. */
async function manyCalls(): Promise<{ readonly block: number; readonly expected: readonly string[] }> {
  const sender = fixture.client.account?.address.toLowerCase() ?? "";
  const via = relay.address.toLowerCase();
  const block = await together(async () => {
    await relay.send("relay", "command", [1n, 0n, 0n, "inner"]);
    await relay.direct("command", [1n, 0n, 0n, "outer"]);
    await relay.direct("bump", [5n]);
    // The first fails by itself, the second is a failed call in a good transaction, the third a good call in a failed one.
    await relay.direct("bump", [500n]);
    await relay.send("attempt", "bump", [600n]);
    await relay.send("undo", "bump", [7n]);
    await relay.send("attempt", "bump", [8n]);
  });
  return {
    block,
    expected: [
      "command inner",
      `call command inner ${via} ${sender}`,
      "command outer",
      `call command outer ${sender} ${sender}`,
      "call bump 5 6",
      "call bump 8 9",
      ...(block % 3 === 2 ? ["polling"] : []),
      "called",
    ],
  };
}

test("call handlers run after the events of their transaction, and not for calls that failed", async () => {
  const { block, expected } = await manyCalls();
  const running = await start();
  expect(await entries(running, block)).toEqual(expected);
  expect(proxy.count("trace_filter")).toBeGreaterThan(0);
});

test("blocks are traced one by one where ranges cannot be", async () => {
  proxy.answer = async ({ method }) =>
    method === "trace_filter" ? { error: { code: -32601, message: "Method not found" } } : null;
  const { block, expected } = await manyCalls();
  expect(await entries(await start(), block)).toEqual(expected);
});

/** Answers as geth does, which has no `trace_` methods. */
function likeGeth(): void {
  proxy.answer = async ({ method, params }) => {
    if (method.startsWith("trace_")) return { error: { code: -32601, message: "Method not found" } };
    if (method !== "debug_traceBlockByHash") return null;
    const block = await fixture.client.getBlock({ blockHash: params[0] as `0x${string}` });
    const traces = block.transactions.map(async (txHash) => {
      const request = { method: "debug_traceTransaction", params: [txHash, { tracer: "callTracer" }] };
      return { txHash, result: await fixture.client.request(request as never) };
    });
    return { result: await Promise.all(traces) };
  };
}

test("geth's own way of tracing does as well", async () => {
  likeGeth();
  const { block, expected } = await manyCalls();
  expect(await entries(await start(), block)).toEqual(expected);
  expect(proxy.count("debug_traceBlockByHash")).toBeGreaterThan(0);
});

test("a trace without all of the block's transactions is not believed", async () => {
  const running = await start();
  const { block: first } = { block: Number(await fixture.client.getBlockNumber()) };
  await running.waitForBlock(first);
  let lagging = 3;
  proxy.answer = async ({ method }) => {
    if (method !== "trace_block" || lagging === 0) return null;
    lagging--;
    return { result: [] };
  };
  const { block, expected } = await manyCalls();
  expect(await entries(running, block)).toEqual(expected);
  expect(lagging).toBe(0);
});

test("a server that does not trace is refused, with the handler that needs it and what to do", async () => {
  proxy.answer = async ({ method }) =>
    method.startsWith("trace_") || method.startsWith("debug_")
      ? { error: { code: -32601, message: "Method not found" } }
      : null;
  await expect(start()).rejects.toThrow(
    /^Factory: the handler `handleCommandCall` runs on calls, which needs traces, but .* Use a node that traces/,
  );
});

test("declared calls are made at once and found in memory", async () => {
  const block = await together(async () => {
    for (const n of [1n, 2n, 3n, 2n, 100n]) await relay.direct("command", [5n, n, 0n, ""]);
  });
  const running = await start();
  const texts = (await entries(running, block)).filter((entry) => entry.startsWith("next"));
  expect(texts).toEqual(["next 2", "next 3", "next 4", "next 3", "next reverted"]);
  // Four different calls, each made once though the handler would make them again.
  expect(proxy.count("eth_call")).toBe(4);
});

test("a declared call that fails is only made again by the handler", async () => {
  let failing = true;
  proxy.answer = async ({ method }) => {
    if (method !== "eth_call" || !failing) return null;
    failing = false;
    return { error: { code: -32000, message: "not now" } };
  };
  const block = await together(async () => {
    await relay.direct("command", [5n, 1n, 0n, ""]);
  });
  expect(await entries(await start(), block)).toContain("next 2");
  expect(proxy.count("eth_call")).toBe(2);
});
