// Indexes 100,000 ERC-20 transfers with this indexer and with Ponder, on PGlite and on a PostgreSQL server, in turns on one chain.
// Machines drift: compare the two of one run, never numbers of two runs.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../test-subgraphs/support/postgres/start-postgres.ts";
import { type Contender, ponder, prepareContenders, weft } from "./contenders.ts";
import { createDatabases, type Databases } from "./databases.ts";
import { freePort } from "./free-port.ts";
import { median, queryLatency } from "./measure.ts";
import { startContender } from "./run-contender.ts";
import { accountAt, createTokenChain, type TokenChain } from "./token-chain.ts";

/** A smaller chain, by `BENCH_BLOCKS`, is for working on the benchmark itself. */
const SIZE = { blocks: Number(process.env.BENCH_BLOCKS ?? 1000), transfers: 100 };
/** With polling first, then with a WebSocket. */
const ROUNDS = ["polling", "WebSocket"] as const;
const HEAD_SAMPLES = 25;
const QUERY_ROUNDS = 2000;

/** What one run showed. */
interface Figures {
  readonly eventsPerSecond: number;
  /** MB, of the process alone. */
  readonly peakMemory: number;
  /** Milliseconds from a block on the chain to its head in an answer. */
  readonly blockToQueryable: number;
  /** Median milliseconds, at 1 and at 10 connections. */
  readonly list: readonly [number, number];
  readonly one: readonly [number, number];
  /** The list again, where answers are kept for questions that come again; without that, `list`. */
  readonly again: readonly [number, number];
}

interface Case {
  readonly contender: Contender;
  readonly store: "PGlite" | "PostgreSQL";
  readonly heads: (typeof ROUNDS)[number];
}

async function blockToQueryable(chain: TokenChain, untilBlock: (block: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < HEAD_SAMPLES; sample++) {
    const block = await chain.transferOnce();
    const started = performance.now();
    await untilBlock(block);
    times.push(performance.now() - started);
    // Not in step with whoever polls.
    await new Promise((resolve) => setTimeout(resolve, 37 + 11 * (sample % 7)));
  }
  return median(times);
}

/** Who listens for heads may miss one and learn of it only by the next: there is one every second while `work` is done. */
async function withHeads<T>(chain: TokenChain, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void chain.mineEmpty(), 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

async function measure(chain: TokenChain, databases: Databases | null, what: Case): Promise<Figures> {
  const { contender, heads, store } = what;
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const port = await freePort();
  const plan = {
    rpc: chain.anvil.url,
    ws: heads === "polling" ? null : chain.anvil.url.replace("http:", "ws:"),
    port,
    folder,
    databaseUrl: store === "PGlite" ? null : ((await databases?.create()) ?? null),
    keepAnswers: false,
  };
  const { events, head } = await chain.state();
  let running = startContender(contender, plan);
  try {
    const arrival = running.untilBlock(head, 50);
    const seconds = await (heads === "polling" ? arrival : withHeads(chain, arrival));
    const peakMemory = running.peakMemory() ?? Number.NaN;
    const samples = blockToQueryable(chain, (block) => running.untilBlock(block, 1));
    const latency = await (heads === "polling" ? samples : withHeads(chain, samples));
    const sync = { eventsPerSecond: events / seconds, peakMemory, blockToQueryable: latency };
    const url = contender.url(port);
    const ones = Array.from({ length: 50 }, (_, index) => contender.oneQuery(accountAt(index)));
    const at = (queries: readonly string[], connections: number) =>
      queryLatency(url, queries, { connections, rounds: QUERY_ROUNDS });
    await at([contender.listQuery, ...ones], 1);
    const lists = async () => [await at([contender.listQuery], 1), await at([contender.listQuery], 10)] as const;
    const list = await lists();
    const one = [await at(ones, 1), await at(ones, 10)] as const;
    if (!contender.keepsAnswers) return { ...sync, list, one, again: list };
    await running.stop();
    running = startContender(contender, { ...plan, keepAnswers: true });
    await running.untilBlock(head, 50);
    return { ...sync, list, one, again: await lists() };
  } finally {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function row(label: string, figures: Figures): string {
  const { again, blockToQueryable: head, eventsPerSecond, list, one, peakMemory } = figures;
  const cells = [eventsPerSecond.toFixed(0), peakMemory.toFixed(0), head.toFixed(1)];
  const latencies = [...list, ...one, ...again].map((value) => value.toFixed(2));
  return `${label.padEnd(36)}${[...cells, ...latencies].map((cell) => cell.padStart(11)).join("")}`;
}

function ratio(ours: Figures, theirs: Figures): Figures {
  const pair = (left: readonly [number, number], right: readonly [number, number]): [number, number] => [
    left[0] / right[0],
    left[1] / right[1],
  ];
  return {
    eventsPerSecond: ours.eventsPerSecond / theirs.eventsPerSecond,
    peakMemory: ours.peakMemory / theirs.peakMemory,
    blockToQueryable: ours.blockToQueryable / theirs.blockToQueryable,
    list: pair(ours.list, theirs.list),
    one: pair(ours.one, theirs.one),
    again: pair(ours.again, theirs.again),
  };
}

function ratioRow(figures: Figures): string {
  const { again, blockToQueryable: head, eventsPerSecond, list, one, peakMemory } = figures;
  const cells = [eventsPerSecond, peakMemory, head, ...list, ...one, ...again];
  return `${"  ratio".padEnd(36)}${cells.map((cell) => `×${cell.toFixed(2)}`.padStart(11)).join("")}`;
}

async function main(): Promise<void> {
  prepareContenders();
  const server = await startPostgres();
  const databases = server === null ? null : createDatabases(server.url);
  console.log(`Generating ${SIZE.blocks * SIZE.transfers} transfers in ${SIZE.blocks} blocks …`);
  const chain = await createTokenChain(SIZE);
  const heads = [
    "events/s",
    "peak MB",
    "head ms",
    "list@1 ms",
    "list@10 ms",
    "one@1 ms",
    "one@10 ms",
    "kept@1 ms",
    "kept@10 ms",
  ];
  console.log(`${"".padEnd(36)}${heads.map((head) => head.padStart(11)).join("")}`);
  try {
    for (const round of ROUNDS) {
      for (const store of databases === null ? (["PGlite"] as const) : (["PGlite", "PostgreSQL"] as const)) {
        const theirs = await measure(chain, databases, { contender: ponder, store, heads: round });
        console.log(row(`${ponder.name}, ${store}, ${round}`, theirs));
        const ours = await measure(chain, databases, { contender: weft, store, heads: round });
        console.log(row(`${weft.name}, ${store}, ${round}`, ours));
        console.log(ratioRow(ratio(ours, theirs)));
      }
    }
  } finally {
    await chain.anvil.stop();
    await server?.stop();
  }
}

await main();
