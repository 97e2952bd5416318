import fc from "fast-check";
import { parseEther } from "viem";
import { describe, expect, test } from "vitest";
import { expectFlowAddsUp } from "./support/expect-flow-adds-up.ts";
import { expectFlowEqualsReplay } from "./support/expect-flow-equals-replay.ts";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { expectStatementsAddUp } from "./support/expect-statements-add-up.ts";
import type { Kind } from "./support/random-actions.ts";
import { createRandomWorld, type RandomAction } from "./support/random-world.ts";
import { startIndexedChain } from "./support/start-indexed-chain.ts";

/** What moves money and shares comes up more often. */
const KINDS: readonly Kind[] = [
  ...(["form", "stake", "takeBack", "transferAll", "transferToSelf", "transferNothing", "distribute"] as const),
  ...([
    "absorb",
    "settle",
    "claimTo",
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
const actions = fc.tuple(beginning, fc.array(action, { minLength: 120, maxLength: 120 })).map((parts) => parts.flat());

describe("after random actions", () => {
  test("the index says what the contracts say, to the wei", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (played) => {
        const world = await startIndexedChain();
        try {
          const random = await createRandomWorld(world.session);
          let passed = 0;
          for (const each of played) if (await random.play(each)) passed += 1;
          // A law that holds because nothing happened is no law.
          expect(passed).toBeGreaterThan(played.length / 3);
          const head = await world.catchUp();
          for (const quarters of [4, 3, 2]) {
            const block = Math.floor((head * quarters) / 4);
            await expectIndexEqualsChain(world, block);
            await expectFlowEqualsReplay(world, block);
            await expectStatementsAddUp(world, block);
          }
          await expectFlowAddsUp(world, world.session.deployment.block, head);
        } finally {
          await world.close();
        }
      }),
      // A failing run is told as it is: shrinking would play dozens of chains.
      { numRuns: 3, seed: 20_261_123, endOnFailure: true },
    );
  });
});
