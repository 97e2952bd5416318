import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { COMMAND, deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { type Indexer, type StartIndexerOptions, startIndexer } from "../index.ts";
import { DATABASES } from "../store/store.fixture.ts";

let anvil: Anvil;
let fixture: Fixture;
let indexer: Indexer;
let place: TestPlace;

describe.each(DATABASES)("on %s", (on) => {
  const start = (options: Partial<StartIndexerOptions> = place.options) =>
    startIndexer({
      manifest: builtManifest("factory"),
      rpc: anvil.url,
      name: "factory",
      pollingInterval: 20,
      ...options,
    });

  beforeEach(async () => {
    anvil = await startAnvil();
    fixture = await deployFixture(anvil.url);
    place = await createTestPlace(on);
  });

  afterEach(async () => {
    await indexer.close();
    await anvil.stop();
    await place.remove();
  });

  /** Everything the subgraph holds. */
  async function contents(): Promise<unknown> {
    const answer = await indexer.query(
      `{ protocols { childCount }
       childs(orderBy: name) { name pingSum lastText pings(orderBy: n) { n text block sequence } }
       notes { id text value } }`,
    );
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  /** Resolves once the indexer is at a block of the given hash. */
  async function untilHead(hash: string): Promise<void> {
    for (;;) {
      const { head, status } = indexer.status();
      if (head?.hash === hash && status !== "starting") return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function headHash(): Promise<string> {
    return (await fixture.client.getBlock()).hash ?? "";
  }

  test("undone blocks leave nothing, and the blocks that replace them are indexed", async () => {
    indexer = await start();
    const kept = await fixture.create("kept");
    await indexer.waitForBlock(kept.block);
    const before = await contents();
    const snapshot = await fixture.client.snapshot();
    const undone = await fixture.create("undone");
    await fixture.ping(kept.child, 5n, "undone");
    await indexer.waitForBlock(undone.block + 1);
    expect(await contents()).not.toEqual(before);

    await fixture.client.revert({ id: snapshot });
    await fixture.ping(kept.child, 7n, "new");
    const other = await fixture.create("other");
    await fixture.client.mine({ blocks: 2 });
    await untilHead(await headHash());

    expect(await contents()).toMatchObject({
      protocols: [{ childCount: 2 }],
      childs: [
        { name: "kept", pingSum: "10", lastText: "new" },
        { name: "other", pings: [{ sequence: 2 }, { sequence: 2 }, { block: String(other.block), sequence: 2 }] },
      ],
    });
    expect(indexer.status().reorganisations).toBe(1);
  });

  test("a reorganisation of the chain's last blocks is followed", async () => {
    indexer = await start();
    const { block } = await fixture.create("alice");
    await fixture.client.mine({ blocks: 5 });
    await indexer.waitForBlock(block + 5);
    const before = indexer.status().head?.hash;
    await fixture.client.request({ method: "anvil_reorg", params: [3, []] } as never);
    expect(await headHash()).not.toBe(before);
    await untilHead(await headHash());
    expect(await contents()).toMatchObject({ childs: [{ name: "alice", pingSum: "3" }] });
  });

  test("a reorganisation beyond finality is warned of and indexed again from empty, one within it is not", async () => {
    let log = "";
    const stream = new PassThrough();
    stream.on("data", (chunk: Buffer) => {
      log += chunk.toString();
    });
    indexer = await start({ ...place.options, finality: 5, historyBlocks: 6, logger: pino({ level: "warn" }, stream) });
    const { block, child } = await fixture.create("alice");
    for (let n = 1; n <= 20; n++) await indexer.waitForBlock(await fixture.ping(child, 1n, `old ${n}`));
    const pruned = await indexer.query(`{ childs(block: { number: ${block + 5} }) { id } }`);
    expect(pruned.errors?.[0]?.message).toContain("only has data starting at block number");
    await fixture.client.request({ method: "anvil_reorg", params: [5, []] } as never);
    await untilHead(await headHash());
    expect(await contents()).toMatchObject({ childs: [{ pingSum: String(3 + 15) }] });
    expect(log).toBe("");

    await fixture.client.request({ method: "anvil_reorg", params: [6, []] } as never);
    await untilHead(await headHash());
    expect(log).toContain("the chain changed more than 5 blocks below the head, indexing again from empty");
    expect(await contents()).toMatchObject({ childs: [{ pingSum: String(3 + 14) }] });
    expect(indexer.status().reorganisations).toBe(2);
  });

  test("a chain that only got shorter takes the subgraph back", async () => {
    indexer = await start();
    const { block } = await fixture.create("alice");
    await indexer.waitForBlock(block);
    const before = await contents();
    const snapshot = await fixture.client.snapshot();
    const undone = await fixture.create("bob");
    await indexer.waitForBlock(undone.block);
    await fixture.client.revert({ id: snapshot });
    await untilHead(await headHash());
    expect(await contents()).toEqual(before);
  });

  test("a restart goes on where the last run ended", async () => {
    indexer = await start(place.lasting);
    const { block, child } = await fixture.create("alice");
    await indexer.waitForBlock(block);
    await indexer.close();
    const next = await fixture.ping(child, 10n, "while it was down");
    indexer = await start(place.lasting);
    await indexer.waitForBlock(next);
    expect(await contents()).toMatchObject({
      childs: [{ name: "alice", pingSum: "13", lastText: "while it was down" }],
    });
    expect(indexer.status().handlers).toBe(1);
  });

  test("a killed process loses nothing and counts nothing twice", async () => {
    const { child } = await fixture.create("alice");
    for (let n = 1; n <= 40; n++) await fixture.ping(child, BigInt(n), `ping ${n}`);
    const last = await fixture.ping(child, 41n, "last");
    const main = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
    const args = [main, "run", builtManifest("factory"), "--rpc", anvil.url, "--name", "factory", "--port", "0"];
    for (const delay of [0, 30, 60]) {
      const process = spawn(globalThis.process.execPath, [...args, ...place.args], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      await once(process.stderr, "data");
      await new Promise((resolve) => setTimeout(resolve, delay));
      process.kill("SIGKILL");
      await once(process, "exit");
    }
    indexer = await start(place.lasting);
    await indexer.waitForBlock(last);
    expect(await contents()).toMatchObject({ childs: [{ pingSum: String(3 + (41 * 42) / 2), lastText: "last" }] });
    const answer = await indexer.query("{ pings(first: 1000) { id } }");
    expect(answer.data?.pings).toHaveLength(44);
  });

  test("a restarted chain is indexed again from empty, at the same address", async () => {
    indexer = await start();
    const { block } = await fixture.create("old");
    await fixture.client.mine({ blocks: 10 });
    await indexer.waitForBlock(block + 10);
    await anvil.stop();
    anvil = await startAnvil({ port: anvil.port, args: ["--timestamp", "2000000000"] });
    fixture = await deployFixture(anvil.url);
    await fixture.create("new");
    await untilHead(await headHash());
    expect(await contents()).toMatchObject({ protocols: [{ childCount: 1 }], childs: [{ name: "new" }] });
    expect((await fetch(new URL("/health", indexer.url))).status).toBe(200);
  });

  test("a failing handler stops the subgraph, leaves nothing of its block, and is forgotten when the chain undoes it", async () => {
    indexer = await start();
    const { block, child } = await fixture.create("alice");
    await indexer.waitForBlock(block);
    const snapshot = await fixture.client.snapshot();
    const { client } = fixture;
    await client.setAutomine(false);
    await fixture.sendCommand(COMMAND.tryIncrement, 1n, 0n, "");
    await fixture.sendCommand(COMMAND.fail, 0n, 0n, "not today");
    await client.mine({ blocks: 1 });
    await client.setAutomine(true);

    await expect(indexer.waitForBlock(block + 1)).rejects.toThrow("with message: not today");
    const status = indexer.status();
    expect(status).toMatchObject({
      status: "failed",
      fatalError: { handler: "handleCommand", block: { number: block + 1 } },
    });
    expect(status.fatalError?.message).toMatch(
      /^transaction [0-9a-f]{64}: Mapping aborted at src\/factory\.ts, line \d+, column 3, with message: not today$/,
    );
    const answer = await indexer.query(
      "{ notes(subgraphError: allow) { id } _meta { hasIndexingErrors block { number } } }",
    );
    expect(answer.data).toEqual({ notes: [], _meta: { hasIndexingErrors: true, block: { number: block + 1 } } });
    expect(await indexer.query("{ notes { id } }")).toEqual({ errors: [{ message: "indexing_error" }] });

    await fixture.client.revert({ id: snapshot });
    await fixture.ping(child, 1n, "healthy");
    await untilHead(await headHash());
    expect(await contents()).toMatchObject({ childs: [{ lastText: "healthy" }], notes: [] });
  });

  test("a restart tries the failed block again", async () => {
    indexer = await start(place.lasting);
    await fixture.command(COMMAND.tryIncrement, 1n, 0n, "");
    const block = await fixture.command(COMMAND.increment, 100n, 0n, "");
    await expect(indexer.waitForBlock(block)).rejects.toThrow("failed");
    await indexer.close();
    indexer = await start(place.lasting);
    await expect(indexer.waitForBlock(block)).rejects.toThrow("failed");
    expect(indexer.status()).toMatchObject({ status: "failed", head: { number: block }, handlers: 0 });
    const answer = await indexer.query("{ notes(subgraphError: allow) { id } }");
    expect(answer.data).toEqual({ notes: [{ id: "1" }] });
  });

  test.for([
    ["a second save of an immutable entity", COMMAND.saveOnce, "entity Once[once] is immutable; inserting it at block"],
    ["an entity without a required field", COMMAND.incomplete, "missing value for non-nullable field `name`"],
    ["a critical log message", COMMAND.critical, "Critical error logged in mapping with log message: critical text"],
  ] as const)("%s fails the subgraph", async ([, kind, message]) => {
    indexer = await start();
    await fixture.command(COMMAND.saveOnce, 0n, 0n, "text");
    const block = await fixture.command(kind, 0n, 0n, "text");
    await expect(indexer.waitForBlock(block)).rejects.toThrow(message);
    const answer = await indexer.query("{ onces(subgraphError: allow) { id text } }");
    expect(answer.data).toEqual({ onces: [{ id: "once", text: "text" }] });
  });
});
