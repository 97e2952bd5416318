import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { fileCid, type Gateway, rawCid, startGateway } from "../../test-subgraphs/support/start-gateway.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { type Indexer, startIndexer } from "../index.ts";
import { DATABASES } from "../store/store.fixture.ts";

let anvil: Anvil;
let fixture: Fixture;
let gateway: Gateway;
let indexer: Indexer;
let place: TestPlace;

describe.each(DATABASES)("on %s", (on) => {
  beforeEach(async () => {
    anvil = await startAnvil({ args: ["--steps-tracing"] });
    fixture = await deployFixture(anvil.url);
    gateway = await startGateway();
    place = await createTestPlace(on);
  });

  afterEach(async () => {
    await indexer.close();
    await gateway.close();
    await anvil.stop();
    await place.remove();
  });

  const start = (options: TestPlace["options"] = place.options) =>
    startIndexer({
      manifest: builtManifest("features"),
      rpc: anvil.url,
      name: "features",
      pollingInterval: 20,
      ipfs: gateway.url,
      ...options,
    });

  /** Lets the factory create the data source of a file. */
  const create = (id: string, note = 7n) => fixture.command(3n, 0n, note, id);

  async function query(text: string): Promise<unknown> {
    const answer = await indexer.query(text);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  }

  /** Mines blocks until `count` documents are there. */
  async function untilDocuments(count: number): Promise<unknown> {
    for (;;) {
      await fixture.client.mine({ blocks: 1 });
      await indexer.waitForBlock(Number(await fixture.client.getBlockNumber()));
      const data = (await query("{ documents(orderBy: text) { id text note seen } }")) as { documents: unknown[] };
      if (data.documents.length >= count) return data.documents;
      await sleep(20);
    }
  }

  const documents = new Map<string, string>();

  /** Puts a file on the gateway. */
  function publish(content: object, idOf = fileCid): string {
    const text = JSON.stringify(content);
    const id = idOf(text);
    gateway.files.set(id, Buffer.from(text));
    documents.set(id, text);
    return id;
  }

  test("a file's handler gets content, content id and context, and creates data sources of further files", async () => {
    indexer = await start();
    const linked = publish({ text: "b" }, rawCid);
    const id = publish({ text: "a", next: linked });
    await create(id);
    expect(await untilDocuments(2)).toEqual([
      { id, text: "a", note: "7", seen: "unseen" },
      { id: linked, text: "b", note: "7", seen: "unseen" },
    ]);
  });

  test("handlers of the chain and of files do not see each other's entities, but queries see all", async () => {
    indexer = await start();
    const id = publish({ text: "a" });
    await create(id);
    await untilDocuments(1);
    await indexer.waitForBlock(await create(id));
    expect(
      await query('{ entries(where: { handler: "document" }, orderBy: id) { text } counters { id count } }'),
    ).toEqual({
      entries: [{ text: "unseen 1" }, { text: "unseen 2" }],
      counters: [{ id: "chain", count: 2 }],
    });
    expect(gateway.requests.filter((request) => request.includes(id))).toHaveLength(1);
  });

  test("content that comes late is written with a later block, and indexing goes on meanwhile", async () => {
    indexer = await start();
    const text = JSON.stringify({ text: "late" });
    const created = await create(fileCid(text));
    await fixture.client.mine({ blocks: 5 });
    await indexer.waitForBlock(created + 5);
    expect(await query("{ documents { id } }")).toEqual({ documents: [] });
    gateway.files.set(fileCid(text), Buffer.from(text));
    expect(await untilDocuments(1)).toMatchObject([{ text: "late" }]);
    expect(await query(`{ documents(block: { number: ${created + 5} }) { id } }`)).toEqual({ documents: [] });
  });

  test("a restart still waits for what had not come, and not again for what had", async () => {
    indexer = await start(place.lasting);
    const early = publish({ text: "early" });
    await create(early);
    await untilDocuments(1);
    const text = JSON.stringify({ text: "late" });
    const block = await create(fileCid(text));
    await indexer.waitForBlock(block);
    await indexer.close();
    gateway.files.set(fileCid(text), Buffer.from(text));
    indexer = await start(place.lasting);
    expect(await untilDocuments(2)).toMatchObject([{ text: "early" }, { text: "late" }]);
    expect(gateway.requests.filter((request) => request.includes(early))).toHaveLength(1);
  });

  test("a reorganisation undoes what a file's handler wrote; it runs again with the new blocks", async () => {
    indexer = await start();
    const id = publish({ text: "a" });
    const block = await create(id);
    await indexer.waitForBlock(block);
    const snapshot = await fixture.client.snapshot();
    await untilDocuments(1);
    await fixture.client.revert({ id: snapshot });
    await fixture.command(1n, 0n, 0n, "another history");
    expect(await untilDocuments(1)).toEqual([{ id, text: "a", note: "7", seen: "unseen" }]);
    expect(indexer.status().reorganisations).toBeGreaterThan(0);
  });

  test.for([
    ["is no JSON", "no json"],
    ["creates a data source of a contract", JSON.stringify({ text: "x", poll: true })],
    ["writes a type that its data source does not list", JSON.stringify({ text: "x", enter: true })],
  ] as const)("a file that %s loses its changes and nothing else", async ([, text]) => {
    indexer = await start();
    gateway.files.set(fileCid(text), Buffer.from(text));
    await create(fileCid(text));
    const good = publish({ text: "good" });
    await create(good);
    expect(await untilDocuments(1)).toMatchObject([{ text: "good" }]);
    expect(indexer.status().fatalError).toBeNull();
  });

  test("what is no content id is ignored", async () => {
    indexer = await start();
    const block = await create("not a content id");
    await indexer.waitForBlock(block);
    expect(indexer.status().fatalError).toBeNull();
    expect(gateway.requests).toEqual([]);
  });

  test("a subgraph of files without a gateway is refused with what to set", async () => {
    indexer = await start();
    const options = { manifest: builtManifest("features"), rpc: anvil.url, name: "features" };
    await expect(startIndexer(options)).rejects.toThrow(
      "templates.Document: it reads files of kind file/ipfs, but no gateway is set. Set the option `ipfs` (--ipfs)",
    );
  });
});
