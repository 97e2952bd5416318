import { setTimeout as sleep } from "node:timers/promises";
import { type RandomNumbers, randomNumbers } from "../../test-subgraphs/support/random-numbers.ts";
import { createTestPlace, type TestPlace } from "../../test-subgraphs/support/test-place.ts";
import { variantManifest } from "../../test-subgraphs/support/variant-manifest.ts";
import { type Indexer, type StartIndexerOptions, startIndexer } from "../index.ts";
import { type ChaosChain, startChaosChain } from "./chaos-chain.fixture.ts";
import { startLife } from "./indexer-life.fixture.ts";
import { readEverything, type StoredEverything } from "./read-everything.fixture.ts";
import { startTroubledProxy, type TroubledProxy } from "./troubled-proxy.fixture.ts";

/** Processes that index one after the other. */
const LIVES = 3;
/** Most that happens to the chain during one of them. */
const MAX_STEPS = 10;
/** Most requests between two of those, and before the process ends. */
const MAX_REQUESTS = 30;
/** Deepest reorganisation that the indexer follows; deeper ones, which several together can make, begin from empty. */
const FINALITY = 12;
/** Blocks of history that some runs keep: more than reorganisations take back, and fewer than there are. */
const HISTORY = 16;
/** Part of the steps after which the database ends all connections. */
const DISCONNECTS = 0.2;
/** Milliseconds that no wait takes even on a busy machine. */
const PATIENCE_MS = 90_000;

const PAST = `query ($block: Int!) {
  protocols(block: { number: $block }) { id childCount }
  childs(first: 1000, orderBy: id, block: { number: $block }) {
    id name pingSum pings(first: 1000, orderBy: id) { id n block status } bars(orderBy: id) { id value }
  }
  notes(first: 1000, orderBy: id, block: { number: $block }) { id text value }
  entries(first: 1000, orderBy: id, block: { number: $block }) { id handler block text }
  ticks(first: 1000, orderBy: id, block: { number: $block }) { id timestamp kind value }
  _meta(block: { number: $block }) { block { number } }
}`;
const NOW = `{
  hours: tickStats_collection(first: 1000, interval: hour, current: include, orderBy: timestamp) { timestamp kind sum total last count }
  days: tickStats_collection(first: 1000, interval: day, current: include) { timestamp kind sum total last count }
  _meta { block { number hash } hasIndexingErrors }
}`;

/** What an indexer leaves, and answers, once nothing is to come. */
export interface Outcome {
  readonly stored: StoredEverything;
  readonly answers: readonly unknown[];
  /** Where indexing ended, and why. */
  readonly end: { readonly status: string; readonly number: number | null; readonly hash: string | null };
}

/** Two indexers of one chain. */
export interface ChaosRun {
  /** Everything that happened, for whoever has to understand it. */
  readonly story: readonly string[];
  readonly chain: readonly { readonly number: number; readonly hash: string; readonly parentHash: string }[];
  readonly calm: Outcome;
  readonly stormy: Outcome;
}

type Options = Pick<
  StartIndexerOptions,
  "manifest" | "rpc" | "name" | "pollingInterval" | "finality" | "historyBlocks"
>;

/** Waits for `condition`; @throws Error saying what it waited for. */
async function until(what: () => string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`${what()} after ${PATIENCE_MS} ms`);
    await sleep(5);
  }
}

/** Lets an indexer come to rest: at the chain's last block, or at a handler's failure in a block that is there. */
async function settle(indexer: Indexer, chain: ChaosChain): Promise<Outcome["end"]> {
  const last = (await chain.ask("eth_getBlockByNumber", ["latest", false])) as { number: string; hash: string };
  const isThere = async (): Promise<boolean> => {
    const { fatalError, head, status } = indexer.status();
    if (head === null) return false;
    if (fatalError === null) return status === "synced" && head.hash === last.hash;
    const block = (await chain.ask("eth_getBlockByNumber", [`0x${head.number.toString(16)}`, false])) as {
      hash: string;
    };
    return status === "failed" && head.number === fatalError.block?.number && block?.hash === head.hash;
  };
  await until(
    () => `block ${Number(last.number)} (${last.hash}) is not reached: ${JSON.stringify(indexer.status())}`,
    isThere,
  );
  const { head, status } = indexer.status();
  return { status, number: head?.number ?? null, hash: head?.hash ?? null };
}

/** Runs an indexer on a chain that no longer changes, and reads all that there is then. */
async function conclude(options: Options, place: TestPlace, chain: ChaosChain): Promise<Outcome> {
  const indexer = await startIndexer({ ...options, ...place.lasting });
  let end: Outcome["end"];
  const answers: unknown[] = [];
  try {
    end = await settle(indexer, chain);
    const number = end.number ?? 0;
    const first = options.historyBlocks === null ? 2 : Math.max(2, number - HISTORY + 1);
    for (const part of [0, 0.3, 0.7, 1]) {
      answers.push(await indexer.query(PAST, { block: first + Math.floor((number - first) * part) }));
    }
    answers.push(await indexer.query(NOW));
  } finally {
    await indexer.close();
  }
  const { databaseUrl, dataDir = "" } = place.lasting;
  const choice =
    databaseUrl === undefined
      ? ({ kind: "directory", path: dataDir } as const)
      : ({ kind: "server", url: databaseUrl } as const);
  return { stored: await readEverything(choice), answers, end };
}

/** Lets processes index one after the other, while things happen to the chain; each ends at any instant. */
async function live(
  options: Options,
  place: TestPlace,
  chain: ChaosChain,
  proxy: TroubledProxy,
  random: RandomNumbers,
  story: string[],
): Promise<void> {
  for (let number = 1; number <= LIVES; number++) {
    const life = startLife({ ...options, ...place.lasting });
    const way = random.chance(0.6) ? "kill" : "close";
    try {
      const hear = async (count: number): Promise<void> => {
        const wanted = proxy.requests() + count;
        await until(
          () => `process ${number} no longer asks the chain`,
          () => life.hasEnded() || proxy.requests() >= wanted,
        );
      };
      await hear(1);
      for (let left = random.whole(1, MAX_STEPS); left > 0; left--) {
        const what = await chain.step();
        story.push(`process ${number}: ${what}, now block ${await chain.height()}`);
        if (random.chance(DISCONNECTS)) {
          await place.disconnect();
          story.push(`process ${number}: connections to the database ended`);
        }
        await hear(random.whole(0, MAX_REQUESTS));
      }
      await hear(random.whole(0, MAX_REQUESTS));
    } finally {
      story.push(`process ${number}: ${life.hasEnded() ? "ended by itself" : way}`);
      await life.end(way);
    }
  }
}

/** Indexes one chain twice: while everything goes wrong that a seed says, and in peace when all is over. */
export async function runChaos(seed: number, on: "PGlite" | "server", story: string[]): Promise<ChaosRun> {
  const random = randomNumbers(seed);
  const tolerant = random.chance(0.5);
  const failures = random.pick([0, 0, 0.02, 0.1]);
  const trouble = random.pick([0.02, 0.06, 0.15]);
  const historyBlocks = random.pick([null, HISTORY]);
  story.push(
    `nonFatalErrors: ${tolerant}, failures of handlers: ${failures}, trouble: ${trouble}, history: ${historyBlocks}`,
  );
  const manifest = await variantManifest(
    "chaos",
    tolerant ? [["specVersion: 1.3.0", "specVersion: 1.3.0\nfeatures:\n  - nonFatalErrors"]] : [],
  );
  const closers: (() => Promise<void>)[] = [manifest.remove];
  try {
    const chain = await startChaosChain({ random, depth: FINALITY - 1, failures });
    closers.push(chain.stop);
    const proxy = await startTroubledProxy(chain, randomNumbers(seed + 1_000_000), trouble);
    closers.push(proxy.close);
    const places = [await createTestPlace(on), await createTestPlace(on)] as const;
    closers.push(...places.map((place) => place.remove));
    const options = { manifest: manifest.path, name: "chaos", pollingInterval: 20, finality: FINALITY, historyBlocks };
    await live({ ...options, rpc: proxy.url }, places[0], chain, proxy, random, story);
    proxy.calmDown();
    const stormy = await conclude({ ...options, rpc: proxy.url }, places[0], chain);
    const calm = await conclude({ ...options, rpc: chain.url }, places[1], chain);
    const blocks: ChaosRun["chain"][number][] = [];
    for (let number = 0; number <= (await chain.height()); number++) {
      const block = (await chain.ask("eth_getBlockByNumber", [
        `0x${number.toString(16)}`,
        false,
      ])) as ChaosRun["chain"][number];
      blocks.push({ number, hash: block.hash, parentHash: block.parentHash });
    }
    return { story, chain: blocks, calm, stormy };
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}
