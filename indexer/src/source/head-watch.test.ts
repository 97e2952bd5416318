import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Anvil, anvilClient, startAnvil } from "../../test-subgraphs/support/start-anvil.ts";
import { type HeadWatch, localHeadUrl, watchHeads } from "./head-watch.ts";

const NEVER = new AbortController().signal;
/** Longer than any test may take: a wait that ends was ended by a head. */
const LONG_MS = 100_000;

let anvil: Anvil;
let watch: HeadWatch | null = null;

beforeEach(async () => {
  anvil = await startAnvil();
});
afterEach(async () => {
  watch?.close();
  watch = null;
  await anvil.stop();
});

const mine = (url: string) => anvilClient(url).mine({ blocks: 1 });

/** Mines until the watch says so: at first it may not listen yet. */
async function untilHeard(heads: HeadWatch): Promise<void> {
  let heard = false;
  const waiting = heads.wait(LONG_MS, NEVER).then(() => {
    heard = true;
  });
  while (!heard) {
    await mine(anvil.url);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await waiting;
}

test("a new head ends the wait", async () => {
  watch = watchHeads(localHeadUrl(anvil.url), pino({ level: "silent" }));
  await untilHeard(watch);
});

test("a restarted server is listened to again", async () => {
  watch = watchHeads(localHeadUrl(anvil.url), pino({ level: "silent" }));
  await untilHeard(watch);
  await anvil.stop();
  anvil = await startAnvil({ port: anvil.port });
  await untilHeard(watch);
});

test("without an address or a server, the wait ends after its time, or when it is told to", async () => {
  for (const url of [null, "ws://127.0.0.1:1"]) {
    const heads = watchHeads(url, pino({ level: "silent" }));
    await heads.wait(1, NEVER);
    const stopping = new AbortController();
    const waiting = heads.wait(LONG_MS, stopping.signal);
    stopping.abort();
    await waiting;
    heads.close();
  }
});

test.for([
  ["http://127.0.0.1:8545", "ws://127.0.0.1:8545/"],
  ["http://localhost:8545/rpc", "ws://localhost:8545/rpc"],
  ["https://localhost", null],
  ["http://example.com", null],
  ["nonsense", null],
] as const)("heads of %s are looked for at %s", ([rpc, heads]) => {
  expect(localHeadUrl(rpc)).toBe(heads);
});
