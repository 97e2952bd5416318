import { afterEach, beforeEach, expect, test } from "vitest";
import { deployFixture, type Fixture } from "../../test-subgraphs/support/fixture.ts";
import { type Anvil, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { type VariantManifest, variantManifest } from "../../test-subgraphs/support/variant-manifest.ts";
import { type Indexer, startIndexer } from "../index.ts";

let anvil: Anvil;
let fixture: Fixture;
let manifest: VariantManifest | null = null;
let indexer: Indexer;

beforeEach(async () => {
  anvil = await startAnvil({ args: ["--steps-tracing"] });
  fixture = await deployFixture(anvil.url);
});

afterEach(async () => {
  await indexer.close();
  await manifest?.remove();
  manifest = null;
  await anvil.stop();
});

async function start(changes: readonly (readonly [string, string])[] = []): Promise<void> {
  manifest = await variantManifest("features", changes);
  indexer = await startIndexer({
    manifest: manifest.path,
    rpc: anvil.url,
    name: "features",
    pollingInterval: 20,
    ipfs: "http://127.0.0.1:1",
  });
}

/** Handlers that ran, as `<block> <handler> <text>`, in their order. */
async function entries(upTo: number, handlers: readonly string[]): Promise<string[]> {
  await indexer.waitForBlock(upTo);
  const answer = await indexer.query(
    "query ($handlers: [String!]) { entries(first: 1000, where: { handler_in: $handlers }, orderBy: id) { block handler text } }",
    { handlers },
  );
  expect(answer.errors).toBeUndefined();
  const rows = (answer.data?.entries ?? []) as { block: string; handler: string; text: string }[];
  return rows.map(({ block, handler, text }) => `${block} ${handler} ${text}`.trim());
}

test("case 35: a polling handler runs every 3rd block from the start block on", async () => {
  await fixture.client.mine({ blocks: 10 });
  await start();
  expect(await entries(11, ["polling"])).toEqual(["2 polling", "5 polling", "8 polling", "11 polling"]);
});

test("case 36: a template's polling handler runs in the block that created it and every 2nd from there", async () => {
  await fixture.client.mine({ blocks: 2 });
  expect(await fixture.command(4n, 0n, 0n, "")).toBe(4);
  await fixture.client.mine({ blocks: 6 });
  await start();
  expect(await entries(10, ["poller"])).toEqual(["4 poller", "6 poller", "8 poller", "10 poller"]);
});

test("case 37 and 38: the once handler runs once and first, before the start block's events and its polling handler", async () => {
  expect(await fixture.command(1n, 0n, 0n, "event")).toBe(2);
  await fixture.command(1n, 0n, 0n, "next");
  await start();
  expect(await entries(3, ["once", "command", "polling"])).toEqual([
    "2 once",
    "2 command event",
    "2 polling",
    "3 command next",
  ]);
});

test("case 39: nothing behind the end block is indexed, and a reorganisation of it is followed", async () => {
  await start([["startBlock: 2", "startBlock: 2\n      endBlock: 4"]]);
  for (const text of ["2", "3"]) await fixture.command(1n, 0n, 0n, text);
  const snapshot = await fixture.client.snapshot();
  for (const text of ["4", "5", "6"]) await fixture.command(1n, 0n, 0n, text);
  expect(await entries(4, ["command"])).toEqual(["2 command 2", "3 command 3", "4 command 4"]);
  await fixture.client.revert({ id: snapshot });
  for (const text of ["four", "five", "six"]) await fixture.command(1n, 0n, 0n, text);
  const { hash } = await fixture.client.getBlock({ blockNumber: 4n });
  while (indexer.status().head?.hash !== hash) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await entries(4, ["command"])).toEqual(["2 command 2", "3 command 3", "4 command four"]);
});

test("case 40: an event is handled when each of its topics is among those listed", async () => {
  const topics = [1, 2, 3].map((n) => `\n          topic${n}: ["0x01", "0x02", "0x03"]`).join("");
  await start([["handler: handleCommand\n", `handler: handleCommand${topics}\n`]]);
  const triples = [
    [1n, 2n, 3n],
    [1n, 1n, 1n],
    [4n, 2n, 3n],
    [4n, 4n, 3n],
  ] as const;
  let last = 0;
  for (const [kind, a, b] of triples) last = await fixture.command(kind, a, b, `${kind} ${a} ${b}`);
  expect(await entries(last, ["command"])).toEqual(["2 command 1 2 3", "3 command 1 1 1"]);
});
