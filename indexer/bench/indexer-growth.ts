// Whether an event costs the same however many there were before it: 10,000, 100,000 and 1,000,000 transfers, on PGlite.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareContenders, weft } from "./contenders.ts";
import { freePort } from "./free-port.ts";
import { startContender } from "./run-contender.ts";
import { createTokenChain } from "./token-chain.ts";

/** Blocks of 1,000 transfers. */
const BLOCKS = [10, 100, 1000];
const TRANSFERS = 1000;
const TOGETHER = 100;

interface Growth {
  readonly seconds: number;
  readonly peakMemory: number | null;
}

async function measure(blocks: number): Promise<Growth> {
  const chain = await createTokenChain({ blocks, transfers: TRANSFERS, together: TOGETHER });
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const { head } = await chain.state();
  const plan = {
    rpc: chain.anvil.url,
    ws: null,
    port: await freePort(),
    folder,
    databaseUrl: null,
    keepAnswers: false,
  };
  const running = startContender(weft, plan);
  try {
    // What a start takes is no event's cost.
    const start = await running.untilBlock(0, 20);
    return { seconds: (await running.untilBlock(head, 20)) - start, peakMemory: running.peakMemory() };
  } finally {
    await running.stop();
    await chain.anvil.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

prepareContenders();
console.log(`${"events".padStart(10)}${"events/s".padStart(12)}${"µs/event".padStart(12)}${"peak MB".padStart(12)}`);
for (const blocks of BLOCKS) {
  const events = blocks * TRANSFERS;
  const { peakMemory, seconds } = await measure(blocks);
  const cells = [events, (events / seconds).toFixed(0), ((seconds * 1e6) / events).toFixed(1), peakMemory?.toFixed(0)];
  console.log(cells.map((cell, index) => String(cell ?? "?").padStart(index === 0 ? 10 : 12)).join(""));
}
