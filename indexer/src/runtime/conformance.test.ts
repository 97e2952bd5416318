import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { builtManifest } from "../../test-subgraphs/support/build-subgraphs.ts";
import { COMMAND, deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { type VariantManifest, variantManifest } from "../../test-subgraphs/support/variant-manifest.ts";
import { type Indexer, startIndexer } from "../index.ts";
import { DATABASES } from "../store/store.fixture.ts";

/** Cases of the specification that need a chain and stand nowhere else, by their numbers there. */

let anvil: Anvil;
let fixture: Fixture;
let indexer: Indexer;
let place: TestPlace;
let manifest: VariantManifest | null = null;

describe.each(DATABASES)("on %s", (on) => {
  beforeEach(async () => {
    anvil = await startAnvil();
    fixture = await deployFixture(anvil.url);
    place = await createTestPlace(on);
  });

  afterEach(async () => {
    await indexer.close();
    await manifest?.remove();
    await place.remove();
    manifest = null;
    await anvil.stop();
  });

  const start = (path = builtManifest("factory")) =>
    startIndexer({ manifest: path, rpc: anvil.url, name: "factory", pollingInterval: 20, ...place.options });

  async function untilHead(): Promise<void> {
    const { hash } = await fixture.client.getBlock();
    while (indexer.status().head?.hash !== hash) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async function names(): Promise<unknown> {
    const { data } = await indexer.query("{ childs(orderBy: name) { name pingSum } protocols { childCount } }");
    return data;
  }

  test("case 18: the receipt is there for handlers that ask for it, and null for others", async () => {
    manifest = await variantManifest("factory", [["receipt: true", "receipt: false"]]);
    indexer = await start(manifest.path);
    const { child } = await fixture.create("a");
    await indexer.waitForBlock(await fixture.shapes(child, "x", 1n, []));
    // The handler says whether the receipt is there and tells of success.
    expect((await indexer.query('{ note(id: "shapes") { flag } }')).data).toEqual({ note: { flag: false } });
  });

  test("case 41: a data source a block, and reorganisations back to the first and then to the fifth", async () => {
    const { client } = fixture;
    indexer = await start();
    await fixture.create("0");
    const first = await client.snapshot();
    for (let n = 1; n <= 9; n++) await fixture.create(String(n));
    await untilHead();
    const expected = (count: number) => ({
      childs: Array.from({ length: count }, (_, n) => ({ name: String(n), pingSum: "3" })),
      protocols: [{ childCount: count }],
    });
    expect(await names()).toEqual(expected(10));

    await client.revert({ id: first });
    for (let n = 1; n <= 4; n++) await fixture.create(String(n));
    const fifth = await client.snapshot();
    for (let n = 5; n <= 10; n++) await fixture.create(String(n));
    await untilHead();
    // "10" sorts behind "1".
    expect(await names()).toMatchObject({ protocols: [{ childCount: 11 }] });

    await client.revert({ id: fifth });
    for (let n = 5; n <= 9; n++) await fixture.create(String(n));
    await client.mine({ blocks: 3 });
    await untilHead();
    expect(await names()).toEqual(expected(10));
  });

  test("case 42: a handler sees the context of the manifest", async () => {
    indexer = await start();
    await indexer.waitForBlock((await fixture.create("a")).block);
    expect((await indexer.query('{ protocol(id: "protocol") { contextFoo contextBar } }')).data).toEqual({
      protocol: { contextFoo: "test", contextBar: 1 },
    });
  });

  test("cases 44 and 45: a failure stops the subgraph at its block, names the transaction, and ends with the block", async () => {
    indexer = await start();
    const { block, child } = await fixture.create("a");
    const before = await fixture.client.snapshot();
    const failed = await fixture.command(COMMAND.fail, 0n, 0n, "broken");
    expect(failed).toBe(block + 1);
    await expect(indexer.waitForBlock(failed)).rejects.toThrow("broken");
    const { transactions } = await fixture.client.getBlock({ blockNumber: BigInt(failed) });
    expect(indexer.status().fatalError).toMatchObject({
      block: { number: failed },
      message: expect.stringContaining(`transaction ${transactions[0]?.slice(2)}: Mapping aborted at`),
    });
    await fixture.client.revert({ id: before });
    await fixture.ping(child, 1n, "healthy");
    await fixture.client.mine({ blocks: 1 });
    await untilHead();
    expect(indexer.status()).toMatchObject({ status: "synced", fatalError: null });
    expect(await names()).toMatchObject({ childs: [{ name: "a", pingSum: "4" }] });
  });

  test("case 47: a try_ call that reverts is told apart from one that succeeds", async () => {
    indexer = await start();
    await fixture.command(COMMAND.tryIncrement, 100n, 0n, "");
    await indexer.waitForBlock(await fixture.command(COMMAND.tryIncrement, 9n, 0n, ""));
    expect((await indexer.query("{ notes(orderBy: id) { id reverted value } }")).data).toEqual({
      notes: [
        { id: "100", reverted: true, value: null },
        { id: "9", reverted: false, value: "10" },
      ],
    });
  });

  test("case 48: overloaded functions are told apart", async () => {
    indexer = await start();
    await indexer.waitForBlock(await fixture.command(COMMAND.describe, 0n, 0n, ""));
    const { data } = await indexer.query('{ note(id: "describe") { text } }');
    expect(data).toEqual({ note: { text: "256, string -> string, uint256 -> string, -3, 9, 5" } });
  });
});
