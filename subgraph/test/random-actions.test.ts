import fc from "fast-check";
import { parseEther } from "viem";
import { describe, expect, test } from "vitest";
import { expectEveryClaimable } from "./support/expect-every-claimable.ts";
import { expectFlowAddsUp } from "./support/expect-flow-adds-up.ts";
import { expectFlowEqualsReplay } from "./support/expect-flow-equals-replay.ts";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { expectStatementsAddUp } from "./support/expect-statements-add-up.ts";
import type { Kind } from "./support/random-actions.ts";
import { createRandomWorld, type RandomAction, type RandomWorld } from "./support/random-world.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

/** What moves money and shares comes up more often. */
const KINDS: readonly Kind[] = [
  ...(["form", "stake", "takeBack", "transferAll", "transferToSelf", "transferNothing", "distribute"] as const),
  ...([
    "absorb",
    "settle",
    "claimTo",
    "claimBySignature",
    "enter",
    "exit",
    "exit",
    "handOver",
    "deposit",
    "deposit",
    "issue",
    "delegate",
    "openPool",
    "excludePool",
    "drainPool",
    "feedPool",
  ] as const),
  ...([
    "transfer",
    "transfer",
    "realize",
    "stream",
    "stream",
    "stream",
    "shortenStream",
    "wait",
    "wait",
    "wait",
  ] as const),
  ...(["harvest", "harvest", "harvest", "claim", "claim"] as const),
];
const number = fc.nat({ max: 997 });
/** Odd amounts from a wei to some whole coins or shares: everything has to be rounded. */
const amount = fc.oneof(
  fc.bigInt({ min: 1n, max: 1_000n }),
  fc.bigInt({ min: 1n, max: parseEther("1") }),
  fc.bigInt({ min: parseEther("1"), max: parseEther("90") }),
);
const action: fc.Arbitrary<RandomAction> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: number,
  b: number,
  c: number,
  amount,
});
/** Networks and pools come first, so that most actions find something to do. */
const BEGINNING: readonly Kind[] = [
  ...Array.from({ length: 4 }, () => ["form", "stake", "stake"] as const).flat(),
  ...(["openPool", "feedPool", "excludePool", "openPool", "feedPool"] as const),
];
const beginning: fc.Arbitrary<RandomAction[]> = fc.tuple(
  ...BEGINNING.map((kind) => fc.record({ kind: fc.constant(kind), a: number, b: number, c: number, amount })),
);
const further = fc.array(action, { minLength: 40, maxLength: 40 });
const actions = fc.tuple(beginning, fc.array(action, { minLength: 120, maxLength: 120 })).map((parts) => parts.flat());

/** The index must say at every block what the contracts say there; at a few, everything that they can be asked about. */
async function expectEverything(world: IndexedChain): Promise<void> {
  const head = await world.catchUp();
  const first = world.session.deployment.block;
  await expectEveryClaimable(world, first, head);
  await expectFlowAddsUp(world, first, head);
  for (const quarters of [4, 3, 2]) {
    const block = Math.floor((head * quarters) / 4);
    await expectIndexEqualsChain(world, block);
    await expectFlowEqualsReplay(world, block);
    await expectStatementsAddUp(world, block);
  }
}

/** Plays actions; returns the kinds of those that the contracts let pass. */
async function playAll(random: RandomWorld, played: readonly RandomAction[]): Promise<Kind[]> {
  const passed: Kind[] = [];
  for (const each of played) if (await random.play(each)) passed.push(each.kind);
  return passed;
}

/** Votes count minutes as days, so that streams outlast them. */
const DEPLOYMENT = { secondsPerDay: 60 };

describe("after random actions", () => {
  test("the index says what the contracts say at every block, to the wei", { timeout: 480_000 }, async () => {
    const passed: Kind[] = [];
    await fc.assert(
      fc.asyncProperty(actions, async (played) => {
        const world = await startIndexedChain({}, DEPLOYMENT);
        try {
          passed.push(...(await playAll(await createRandomWorld(world.session), played)));
          await expectEverything(world);
        } finally {
          await world.close();
        }
      }),
      // A failing run is told as it is: shrinking would play dozens of chains.
      { numRuns: 2, seed: 20_261_123, endOnFailure: true },
    );
    // A law that holds because nothing happened is no law.
    expect(KINDS.filter((kind) => !passed.includes(kind))).toEqual([]);
  });

  test("another history of the chain leaves nothing of the first", { timeout: 480_000 }, async () => {
    const parts = fc.sample(fc.tuple(beginning, further, further, further), { numRuns: 1, seed: 20_261_126 });
    const [founding = [], before = [], undone = [], after = []] = parts[0] ?? [];
    const world = await startIndexedChain({}, DEPLOYMENT);
    try {
      const random = await createRandomWorld(world.session);
      await playAll(random, [...founding, ...before]);
      const goBack = await random.save();
      const saved = await world.catchUp();
      await playAll(random, undone);
      const seen = await world.catchUp();
      expect(seen).toBeGreaterThan(saved + 10);
      await goBack();
      await playAll(random, after);
      await expectEverything(world);
      expect(world.indexer.status().reorganisations).toBeGreaterThan(0);
    } finally {
      await world.close();
    }
  });
});
