import { expect, test } from "vitest";
import { HandlerError } from "../errors/mapping-error.ts";
import { ChainChangedError } from "../errors/rpc-error.ts";
import type { Chain } from "../source/chain.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import { changesAt, testBlock } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import { type Advancement, advance } from "./advance.ts";
import { createBatch } from "./batch.ts";
import { createEntityReader } from "./entities/entity-reader.ts";

/** As many blocks as are committed before more is processed. */
const WAITING = 2000;
const RANGE = 10;
const TARGET = testBlock(WAITING + 2 * RANGE) as BlockHeader;

/**
 * Goes two ranges on from blocks that wait to be committed. While that is done, the chain is reorganised: when the second range was
 * read, its last block is another one. Tells what happened in order.
 */
async function advanceIntoReorganisation(commit: () => Promise<void>) {
  const story: unknown[] = [];
  const chain = {
    header: async (number: number) => testBlock(number, number === TARGET.number ? "bb" : "aa"),
  } as unknown as Chain;
  const store = {
    async commit(_, head) {
      story.push(`committing up to ${head.number}`);
      // Longer than anything else takes here.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await commit();
      story.push(`committed up to ${head.number}`);
    },
  } as Pick<Store, "commit"> as Store;
  const reader = createEntityReader(store, true);
  const batch = createBatch(store, reader);
  for (let number = 1; number <= WAITING; number++) batch.add(changesAt(testBlock(number), []));
  const sources = { all: () => [] };
  const advancement = {
    runner: { reader, sources, files: { hasReady: () => false } },
    ranges: { chain, sources, size: { current: () => RANGE, succeeded: () => undefined }, finality: 5 },
    batch,
    onCommit: () => undefined,
    signal: new AbortController().signal,
  } as unknown as Advancement;
  await advance(advancement, WAITING + 1, testBlock(WAITING), TARGET).catch((error: unknown) => story.push(error));
  return story;
}

test("a reorganisation is told of when the commit on its way is through, not before", async () => {
  const story = await advanceIntoReorganisation(async () => undefined);
  expect(story).toEqual([
    `committing up to ${WAITING + RANGE}`,
    `committed up to ${WAITING + RANGE}`,
    expect.any(ChainChangedError),
  ]);
});

test("what the store refused is told of before whatever happened later", async () => {
  const story = await advanceIntoReorganisation(() => Promise.reject(new StoreError("refused")));
  expect(story.at(-1)).toBeInstanceOf(HandlerError);
  expect(story.at(-1)).toMatchObject({ message: "refused", block: { number: 1 } });
});
