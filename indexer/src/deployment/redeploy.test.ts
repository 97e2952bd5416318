import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { COMMAND, deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { startRpcProxy } from "../../test-subgraphs/support/rpc-proxy.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { type Indexer, type StartIndexerOptions, startIndexer } from "../index.ts";
import { DATABASES } from "../store/store.fixture.ts";

let anvil: Anvil;
let fixture: Fixture;
let folder: string;
let manifest: string;
let place: TestPlace;
let indexer: Indexer;

describe.each(DATABASES)("on %s", (on) => {
  beforeEach(async () => {
    anvil = await startAnvil();
    fixture = await deployFixture(anvil.url);
    folder = await mkdtemp(join(tmpdir(), "build-"));
    await cp(dirname(builtManifest("factory")), folder, { recursive: true });
    manifest = join(folder, "subgraph.yaml");
    place = await createTestPlace(on);
  });

  afterEach(async () => {
    await indexer.close();
    await anvil.stop();
    await place.remove();
    await rm(folder, { recursive: true });
  });

  const start = (options: Partial<StartIndexerOptions> = {}) =>
    startIndexer({ manifest, rpc: anvil.url, pollingInterval: 20, ...place.options, ...options });

  async function rewrite(change: (source: string) => string): Promise<void> {
    await writeFile(manifest, change(await readFile(manifest, "utf8")));
  }

  /** Another build: the same subgraph, with another value in its context. */
  const changeContext = () => rewrite((source) => source.replace("data: test", "data: changed"));

  async function contextOf(url: string): Promise<unknown> {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ protocol(id: "protocol") { contextFoo } }` }),
    });
    return response.json();
  }

  const answer = (contextFoo: string) => ({ data: { protocol: { contextFoo } } });

  test("a new build takes over at the same address without a moment in which nobody answers", async () => {
    await fixture.create("alice");
    indexer = await start();
    await indexer.sync();
    const before = indexer.deploymentId;
    await changeContext();
    const answers = new Set<string>();
    let over = false;
    const asking = (async () => {
      while (!over) answers.add(JSON.stringify(await contextOf(indexer.url)));
    })();
    expect(await indexer.redeploy()).toBe(true);
    expect(await contextOf(indexer.url)).toEqual(answer("changed"));
    over = true;
    await asking;
    expect([...answers]).toContain(JSON.stringify(answer("test")));
    for (const each of answers) {
      expect([JSON.stringify(answer("test")), JSON.stringify(answer("changed"))]).toContain(each);
    }
    expect(indexer.deploymentId).not.toBe(before);
    expect(await contextOf(new URL(`/subgraphs/id/${before}`, indexer.url).href)).toMatchObject({
      errors: [{ message: `deployment \`${before}\` does not exist` }],
    });
    const { block } = await fixture.create("bob");
    await indexer.waitForBlock(block);
    expect(await indexer.queryData("{ childs(orderBy: name) { name } }")).toEqual({
      childs: [{ name: "alice" }, { name: "bob" }],
    });
  });

  test("the build that is there is left alone", async () => {
    indexer = await start();
    await indexer.sync();
    const blocks = indexer.status().blocks;
    expect(await indexer.redeploy()).toBe(false);
    expect(indexer.status().blocks).toBe(blocks);
  });

  test("a restart finds what the build that took over has stored", async () => {
    await fixture.create("alice");
    indexer = await start(place.lasting);
    await indexer.sync();
    await changeContext();
    await indexer.redeploy();
    const head = indexer.status().head?.number;
    await indexer.close();
    indexer = await start(place.lasting);
    await indexer.waitForBlock(head ?? 0);
    expect(indexer.status().blocks).toBe(0);
    expect(await contextOf(indexer.url)).toEqual(answer("changed"));
  });

  test("a build that cannot be read, or whose handler fails, leaves the one before", async () => {
    await fixture.create("alice");
    const failing = await fixture.command(COMMAND.fail, 0n, 0n, "boom");
    await rewrite((source) => source.replace("startBlock: 1", `startBlock: ${failing + 1}`));
    const { block } = await fixture.create("bob");
    indexer = await start();
    await indexer.waitForBlock(block);
    const expected = await contextOf(indexer.url);
    await rewrite((source) => source.replace(`startBlock: ${failing + 1}`, "startBlock: 1"));
    await expect(indexer.redeploy()).rejects.toThrow(/failed, the one before still answers: .*boom/);
    const health = await fetch(new URL("/health", indexer.url));
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { status: "synced", pending: { status: "failed", fatalError: { block: { number: failing } } } },
    ]);
    await writeFile(manifest, "specVersion: [");
    await expect(indexer.redeploy()).rejects.toThrow("subgraph.yaml");
    expect(await contextOf(indexer.url)).toEqual(expected);
  });

  test("a build that is replaced before it has caught up says so", async () => {
    await fixture.create("alice");
    const proxy = await startRpcProxy(anvil.url);
    indexer = await start({ rpc: proxy.url });
    await indexer.sync();
    const asked = new Promise<void>((resolve) => {
      proxy.answer = async ({ method }) => {
        if (method !== "eth_getLogs") return null;
        resolve();
        return { error: { code: -32005, message: "later" } };
      };
    });
    await changeContext();
    const refused = expect(indexer.redeploy()).rejects.toThrow("was replaced by another before it caught up");
    await asked;
    await rewrite((source) => source.replace("data: changed", "data: again"));
    const second = indexer.redeploy();
    await refused;
    proxy.answer = async () => null;
    expect(await second).toBe(true);
    expect(await contextOf(indexer.url)).toEqual(answer("again"));
    await proxy.close();
  });

  test("a build that changes on disk takes over, also when it is written in pieces", async () => {
    await fixture.create("alice");
    indexer = await start({ watch: true });
    await indexer.sync();
    const whole = (await readFile(manifest, "utf8")).replace("data: test", "data: changed");
    await writeFile(manifest, whole.slice(0, whole.length / 2));
    await sleep(600);
    await writeFile(manifest, whole);
    for (;;) {
      const { data } = await indexer.query(`{ protocol(id: "protocol") { contextFoo } }`);
      if (JSON.stringify(data).includes("changed")) break;
      await sleep(20);
    }
  });
});
