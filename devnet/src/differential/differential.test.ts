import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalProtocol, startProtocol } from "../stack/start-protocol.ts";
import { type BatchChain, createBatchChain } from "./batch.ts";
import { buildEconomy } from "./build-economy.ts";
import { createEconomy } from "./economy.ts";
import { playEconomy, type Totals } from "./play-round.ts";

/** Graphs to play; give `DIFFERENTIAL_GRAPHS` a higher number to look further, and `DIFFERENTIAL_SEED` another start. */
const GRAPHS = Number(process.env.DIFFERENTIAL_GRAPHS ?? 20);
const FIRST_SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const MILLISECONDS_PER_GRAPH = 10_000;
const SECONDS_PER_DAY = 60;

let protocol: LocalProtocol;
let chain: BatchChain;

beforeAll(async () => {
  protocol = await startProtocol({}, { secondsPerDay: SECONDS_PER_DAY });
  chain = await createBatchChain(protocol.chain.rpcUrl);
  await chain.remember();
});
afterAll(() => protocol.chain.close());

test(
  "random graphs with circles settle, and change, on the chain exactly as planned",
  async () => {
    const totals: Totals = { graphs: 0, withCircles: 0, moves: new Map(), plans: 0, hops: 0, gasPart: 0 };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + GRAPHS; seed++) {
      try {
        await chain.goBack();
        const economy = await createEconomy(chain, protocol.session.deployment, seed);
        await buildEconomy(economy);
        await playEconomy(economy, totals);
      } catch (error) {
        throw new Error(`With DIFFERENTIAL_SEED=${seed}: ${(error as Error).message}`, { cause: error });
      }
    }
    if (process.env.DIFFERENTIAL_GRAPHS)
      process.stdout.write(`${JSON.stringify({ ...totals, moves: [...totals.moves] })}\n`);
    // Whatever the draws, the comparison has to have been about something.
    expect(totals.graphs).toBe(GRAPHS);
    expect(totals.withCircles).toBeGreaterThan(GRAPHS / 4);
    expect(totals.plans).toBeGreaterThan(GRAPHS * 3);
    expect(totals.hops).toBeGreaterThan(GRAPHS * 3);
    for (const name of ["realize", "transfer", "stake", "harvest", "claim"]) {
      expect(totals.moves.get(name), name).toBeGreaterThan(GRAPHS / 20);
    }
  },
  GRAPHS * MILLISECONDS_PER_GRAPH,
);
