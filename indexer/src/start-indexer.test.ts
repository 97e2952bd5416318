import { keccak256, stringToBytes } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtManifest } from "../test-subgraphs/support/build-subgraphs.ts";
import { COMMAND, deployFixture, type Fixture } from "../test-subgraphs/support/fixture.ts";
import { type Anvil, startAnvil } from "../test-subgraphs/support/start-anvil.ts";
import { type Indexer, startIndexer } from "./index.ts";

let anvil: Anvil;
let fixture: Fixture;
let indexer: Indexer;

beforeAll(async () => {
  anvil = await startAnvil();
  fixture = await deployFixture(anvil.url);
  indexer = await startIndexer({
    manifest: builtManifest("factory"),
    rpc: anvil.url,
    name: "factory",
    pollingInterval: 20,
  });
});

afterAll(async () => {
  await indexer.close();
  await anvil.stop();
});

async function note(id: string, block: number): Promise<unknown> {
  await indexer.waitForBlock(block);
  const answer = await indexer.query(
    `query ($id: ID!) { note(id: $id) { text value ratio flag bytes list reverted } }`,
    { id },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.note;
}

test("a template's handler sees the events of the block that created it, those before the creation included", async () => {
  const { block, child } = await fixture.create("alice");
  await indexer.waitForBlock(block);
  const answer = await indexer.query(
    `query ($id: ID!) {
      child(id: $id) { name pingSum lastText pings(orderBy: n) { n text sequence } }
      protocol(id: "protocol") { childCount contextFoo contextBar }
    }`,
    { id: child.toLowerCase() },
  );
  expect(answer).toEqual({
    data: {
      child: {
        name: "alice",
        pingSum: "3",
        lastText: "after",
        pings: [
          { n: "0", text: "constructor", sequence: 1 },
          { n: "1", text: "before", sequence: 1 },
          { n: "2", text: "after", sequence: 1 },
        ],
      },
      protocol: { childCount: 1, contextFoo: "test", contextBar: 1 },
    },
  });
});

test("later blocks of a template's data source are indexed", async () => {
  const { child } = await fixture.create("bob");
  const block = await fixture.ping(child, 40n, "later");
  await indexer.waitForBlock(block);
  const answer = await indexer.query(`query ($id: ID!) { child(id: $id) { pingSum lastText } }`, {
    id: child.toLowerCase(),
  });
  expect(answer.data?.child).toEqual({ pingSum: "43", lastText: "later" });
});

test("every kind of event parameter reaches the handler, with the receipt", async () => {
  const { child } = await fixture.create("carol");
  const block = await fixture.shapes(child, "label", -5n, [1n, 2n ** 255n]);
  expect(await note("shapes", block)).toEqual({
    text: `${keccak256(stringToBytes("label"))} 0x01020304 200 -7 12`,
    value: "-5",
    ratio: "-1.6666666666666666666666666666666666",
    flag: true,
    bytes: "0xc0ffee",
    list: ["1", (2n ** 255n).toString()],
    reverted: null,
  });
});

test("a call that reverts gives null to try_ calls", async () => {
  const block = await fixture.command(COMMAND.tryIncrement, 100n, 0n, "");
  expect(await note("100", block)).toMatchObject({ reverted: true, value: null });
});

test("a call that succeeds gives its value", async () => {
  const block = await fixture.command(COMMAND.tryIncrement, 9n, 0n, "");
  expect(await note("9", block)).toMatchObject({ reverted: false, value: "10" });
});

test("overloaded functions, structs and lists are told apart and decoded", async () => {
  const block = await fixture.command(COMMAND.describe, 0n, 0n, "");
  expect(await note("describe", block)).toMatchObject({
    text: "256, string -> string, uint256 -> string, -3, 9, 5",
  });
});

test("derived entities load as they are in the middle of a block", async () => {
  const { child } = await fixture.create("dora");
  const { client } = fixture;
  await client.setAutomine(false);
  const first = await fixture.sendCommand(COMMAND.bars, 0n, 0n, child);
  const second = await fixture.sendCommand(COMMAND.bars, 1n, 1n, child);
  await client.mine({ blocks: 1 });
  const block = await fixture.mined(first);
  expect(await fixture.mined(second)).toBe(block);
  await client.setAutomine(true);
  expect(await note(`bars-${block}-0`, block)).toMatchObject({ text: "0=0;1=0;2=0;" });
  expect(await note(`bars-${block}-1`, block)).toMatchObject({ text: "0=1;2=0;" });
  const next = await fixture.command(COMMAND.bars, 2n, 2n, child);
  expect(await note(`bars-${next}-0`, next)).toMatchObject({ text: "0=2;" });
});

test("an entity saved in part keeps its other fields, but loadInBlock shows only what the block set", async () => {
  await fixture.command(COMMAND.partial, 0n, 0n, "first");
  const block = await fixture.command(COMMAND.partial, 0n, 0n, "second");
  expect(await note("partial", block)).toMatchObject({ text: "second", value: "42", flag: true });
  expect(await note("partial-in-block-first", block)).toMatchObject({ flag: false });
  expect(await note("partial-in-block-second", block)).toMatchObject({ flag: true });
});

test("fields from before a removal do not come back", async () => {
  await fixture.command(COMMAND.removeThenSave, 0n, 0n, "one");
  const block = await fixture.command(COMMAND.removeThenSave, 0n, 0n, "two");
  expect(await note("gone", block)).toMatchObject({ flag: true, text: "two" });
});

test("blocks without events move the head", async () => {
  await fixture.client.mine({ blocks: 30 });
  const block = Number(await fixture.client.getBlockNumber());
  await indexer.waitForBlock(block);
  const answer = await indexer.query("{ _meta { block { number } deployment hasIndexingErrors } }");
  expect(answer.data?._meta).toEqual({
    block: { number: block },
    deployment: indexer.deploymentId,
    hasIndexingErrors: false,
  });
});

test("the server answers over HTTP and reports what was done", async () => {
  const response = await fetch(indexer.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: '{ protocol(id: "protocol") { childCount } }' }),
  });
  expect(await response.json()).toEqual({ data: { protocol: { childCount: 4 } } });
  const metrics = await (await fetch(new URL("/metrics", indexer.url))).text();
  expect(metrics).toMatch(/^indexer_handlers_total\{handler="handleCommand"\} [1-9]\d*$/m);
  expect(metrics).toMatch(/^indexer_rpc_requests_total\{method="eth_getLogs"\} [1-9]\d*$/m);
});

test("whatever waits ends when the indexer is closed, and says so", async () => {
  const closed = await startIndexer({ manifest: builtManifest("factory"), rpc: anvil.url });
  const waiting = closed.waitForBlock(1_000_000).catch((error: unknown) => error);
  await Promise.all([closed.close(), closed.close()]);
  expect(await waiting).toMatchObject({ message: "The indexer was closed." });
  const calls = [() => closed.query("{ childs { id } }"), () => closed.sync(), () => closed.waitForBlock(1)];
  for (const call of calls) await expect(call()).rejects.toThrow("The indexer was closed.");
});
