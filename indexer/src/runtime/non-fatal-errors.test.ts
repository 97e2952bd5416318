import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { deployRelay } from "../../test-subgraphs/support/relay.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { type VariantManifest, variantManifest } from "../../test-subgraphs/support/variant-manifest.ts";
import { type Indexer, startIndexer } from "../index.ts";
import { DATABASES } from "../store/store.fixture.ts";

let anvil: Anvil;
let fixture: Fixture;
let manifest: VariantManifest;
let indexer: Indexer;
let place: TestPlace;

describe.each(DATABASES)("on %s", (on) => {
  beforeEach(async () => {
    anvil = await startAnvil({ args: ["--steps-tracing"] });
    fixture = await deployFixture(anvil.url);
    manifest = await variantManifest("features", [["dataSources:", "features: [nonFatalErrors]\ndataSources:"]]);
    place = await createTestPlace(on);
    indexer = await startIndexer({
      manifest: manifest.path,
      rpc: anvil.url,
      name: "features",
      pollingInterval: 20,
      ipfs: "http://127.0.0.1:1",
      ...place.options,
    });
  });

  afterEach(async () => {
    await indexer.close();
    await manifest.remove();
    await place.remove();
    await anvil.stop();
  });

  const COMMANDS = '(where: { handler: "command" }, orderBy: id, subgraphError: allow)';

  test("case 46: a failing handler loses its changes only, and the answer says that there are errors", async () => {
    const relay = await deployRelay(fixture);
    const healthy = await fixture.command(1n, 0n, 0n, "0");
    await indexer.waitForBlock(healthy);
    const { client } = fixture;
    await client.setAutomine(false);
    await relay.direct("command", [1n, 0n, 0n, "00"]);
    await relay.direct("command", [2n, 0n, 0n, "not this"]);
    await relay.direct("command", [1n, 0n, 0n, "000"]);
    await client.mine({ blocks: 1 });
    await client.setAutomine(true);
    const last = await fixture.command(1n, 0n, 0n, "0000");
    await indexer.waitForBlock(last);

    const allowed = await indexer.query(`{ entries${COMMANDS} { text } counters(subgraphError: allow) { id } }`);
    expect(allowed).toEqual({
      data: { entries: ["0", "00", "000", "0000"].map((text) => ({ text })), counters: [] },
      errors: [{ message: "indexing_error" }],
    });
    expect(await indexer.query("{ entries { text } }")).toEqual({ errors: [{ message: "indexing_error" }] });
    expect(await indexer.query("{ _meta { hasIndexingErrors } }")).toEqual({
      data: { _meta: { hasIndexingErrors: true } },
    });
    const before = await indexer.query(
      `{ entries(block: { number: ${healthy} }) { id } _meta(block: { number: ${healthy} }) { hasIndexingErrors } }`,
    );
    expect(before.errors).toBeUndefined();
    expect(before.data?._meta).toEqual({ hasIndexingErrors: false });
    expect(indexer.status()).toMatchObject({
      fatalError: null,
      nonFatalError: { handler: "handleCommand", block: { number: last - 1 } },
    });
    expect(indexer.status().nonFatalError?.message).toMatch(
      /^transaction [0-9a-f]{64}: Mapping aborted at .*not this$/,
    );
  });

  test("case 58: the error is forgotten when the chain undoes its block", async () => {
    const healthy = await fixture.command(1n, 0n, 0n, "good");
    await indexer.waitForBlock(healthy);
    const snapshot = await fixture.client.snapshot();
    const failed = await fixture.command(2n, 0n, 0n, "bad");
    await indexer.waitForBlock(failed);
    expect((await indexer.query("{ entries { id } }")).errors).toEqual([{ message: "indexing_error" }]);
    await fixture.client.revert({ id: snapshot });
    await fixture.command(1n, 0n, 0n, "better");
    const { hash } = await fixture.client.getBlock();
    while (indexer.status().head?.hash !== hash) await new Promise((resolve) => setTimeout(resolve, 10));
    const answer = await indexer.query(
      '{ entries(where: { handler: "command" }, orderBy: id) { text } _meta { hasIndexingErrors } }',
    );
    expect(answer).toEqual({
      data: { entries: [{ text: "good" }, { text: "better" }], _meta: { hasIndexingErrors: false } },
    });
    expect(indexer.status().nonFatalError).toBeNull();
  });

  test("a handler that never ends is stopped like one that fails", async () => {
    const endless = await fixture.command(6n, 0n, 0n, "");
    const after = await fixture.command(1n, 0n, 0n, "after");
    await indexer.waitForBlock(after);
    expect(indexer.status().nonFatalError).toMatchObject({ block: { number: endless } });
    expect(indexer.status().nonFatalError?.message).toContain("The function handleCommand ran for too long");
    const { data } = await indexer.query(`{ entries${COMMANDS} { text } }`);
    expect(data).toEqual({ entries: [{ text: "after" }] });
  });
});
