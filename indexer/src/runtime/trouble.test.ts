import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { COMMAND, deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { type RpcProxy, startRpcProxy } from "../../test-subgraphs/support/rpc-proxy.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { type Indexer, startIndexer } from "../index.ts";
import { DATABASES } from "../store/store.fixture.ts";

let anvil: Anvil;
let fixture: Fixture;
let proxy: RpcProxy;
let indexer: Indexer;

let place: TestPlace;

describe.each(DATABASES)("on %s", (on) => {
  const start = (manifestPath = builtManifest("factory")) =>
    startIndexer({ manifest: manifestPath, rpc: proxy.url, name: "factory", pollingInterval: 20, ...place.options });

  beforeEach(async () => {
    anvil = await startAnvil();
    fixture = await deployFixture(anvil.url);
    proxy = await startRpcProxy(anvil.url);
    place = await createTestPlace(on);
  });

  afterEach(async () => {
    await indexer.close();
    await proxy.close();
    await anvil.stop();
    await place.remove();
  });

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await sleep(10);
  }

  async function childs(): Promise<unknown> {
    const answer = await indexer.query("{ childs(orderBy: name) { name } }");
    expect(answer.errors).toBeUndefined();
    return answer.data?.childs;
  }

  test("a server that contradicts itself is told of and given time, and indexing goes on when it is sane again", async () => {
    let broken = true;
    proxy.answer = async ({ method, params }) => {
      if (!broken || method !== "eth_getBlockByNumber" || params[1] !== true) return null;
      const block = await fixture.client.request({ method, params } as never);
      return { result: { ...(block as object), transactions: [] } };
    };
    const { block } = await fixture.create("alice");
    indexer = await start();
    await until(() => indexer.status().problem?.includes("but not that one") === true);
    const before = proxy.count("eth_getLogs");
    await sleep(500);
    // With pauses of 40, 80, 160, 320 … ms, not as fast as the server answers.
    expect(proxy.count("eth_getLogs") - before).toBeLessThan(6);
    broken = false;
    await indexer.waitForBlock(block);
    expect(await childs()).toEqual([{ name: "alice" }]);
    expect(indexer.status().problem).toBeNull();
  });

  test("a server that answers without the newest block's logs does not make the indexer lose them", async () => {
    indexer = await start();
    const first = await fixture.create("alice");
    await indexer.waitForBlock(first.block);
    let lagging = true;
    // As servers behind a load balancer do that have not seen the block: no logs for its number, an error for its hash.
    proxy.answer = async ({ method, params }) => {
      if (!lagging || method !== "eth_getLogs") return null;
      const [filter] = params as [{ blockHash?: string }];
      return filter.blockHash === undefined ? { result: [] } : { error: { code: -32000, message: "unknown block" } };
    };
    const second = await fixture.create("bob");
    await until(
      () =>
        indexer.status().problem?.includes("unknown block") === true || indexer.status().head?.number === second.block,
    );
    lagging = false;
    await indexer.waitForBlock(second.block);
    expect(await childs()).toEqual([{ name: "alice" }, { name: "bob" }]);
  });

  test("answers that fail in the middle of catching up lose and repeat nothing", async () => {
    const { child } = await fixture.create("alice");
    let last = 0;
    for (let n = 1; n <= 30; n++) last = await fixture.ping(child, BigInt(n), `ping ${n}`);
    let asked = 0;
    proxy.answer = async ({ method }) => {
      asked++;
      return asked % 7 === 0 && method !== "eth_chainId" ? { error: { code: -32000, message: "not now" } } : null;
    };
    indexer = await start();
    await until(() => indexer.status().problem !== null);
    proxy.answer = async () => null;
    await indexer.waitForBlock(last);
    const answer = await indexer.query("{ childs { pingSum } pings(first: 1000) { id } }");
    expect(answer.data).toMatchObject({ childs: [{ pingSum: String(3 + (30 * 31) / 2) }] });
    expect(answer.data?.pings).toHaveLength(33);
  });

  test("a reorganisation while blocks are processed is met before the next ones are", async () => {
    const { child } = await fixture.create("alice");
    const snapshot = await fixture.client.snapshot();
    for (let n = 1; n <= 10; n++) await fixture.command(COMMAND.tryIncrement, BigInt(n), 0n, "");
    const undone = await fixture.create("undone");
    let met = false;
    let reorganised = false;
    // The mapping's first call comes in the middle of the range.
    proxy.answer = async ({ method }) => {
      if (met || method !== "eth_call") return null;
      met = true;
      await fixture.client.revert({ id: snapshot });
      await fixture.ping(child, 7n, "new");
      await fixture.create("new");
      await fixture.client.mine({ blocks: undone.block });
      reorganised = true;
      return null;
    };
    indexer = await start();
    await until(() => reorganised);
    const head = await fixture.client.getBlock();
    await until(() => indexer.status().head?.hash === head.hash);
    const answer = await indexer.query("{ childs(orderBy: name) { name pingSum } notes { id } }");
    expect(answer.data).toEqual({
      childs: [
        { name: "alice", pingSum: "10" },
        { name: "new", pingSum: "3" },
      ],
      notes: [],
    });
  });

  test("a subgraph that has reached its end block still follows a reorganisation of its blocks", async () => {
    const source = builtManifest("factory");
    const last = Number(await fixture.client.getBlockNumber()) + 2;
    const manifestPath = join(dirname(source), "subgraph.ending.yaml");
    await writeFile(
      manifestPath,
      (await readFile(source, "utf8")).replace("startBlock: 1", `startBlock: 1\n      endBlock: ${last}`),
    );
    const note = (id: bigint) => fixture.command(COMMAND.tryIncrement, id, 0n, "");
    const notes = async () => (await indexer.query("{ notes { id } }")).data?.notes;
    try {
      indexer = await start(manifestPath);
      await note(1n);
      const snapshot = await fixture.client.snapshot();
      await note(2n);
      await note(3n);
      await indexer.waitForBlock(last);
      expect(await notes()).toEqual([{ id: "1" }, { id: "2" }]);
      await fixture.client.revert({ id: snapshot });
      await note(4n);
      await fixture.client.mine({ blocks: 5 });
      const { hash } = await fixture.client.getBlock({ blockNumber: BigInt(last) });
      await until(() => indexer.status().head?.hash === hash);
      expect(await notes()).toEqual([{ id: "1" }, { id: "4" }]);
    } finally {
      await rm(manifestPath);
    }
  });

  test("closing ends an indexer that is just opening a restarted chain", async () => {
    indexer = await start();
    const { block } = await fixture.create("old");
    await indexer.waitForBlock(block);
    await anvil.stop();
    anvil = await startAnvil({ port: anvil.port, args: ["--timestamp", "2000000000"] });
    const identified = proxy.count("eth_chainId");
    await until(() => proxy.count("eth_chainId") > identified);
    // Its questions to the chain are answered; now it opens the store.
    await sleep(50);
    await expect(indexer.close()).resolves.toBeUndefined();
  }, 20_000);
});
