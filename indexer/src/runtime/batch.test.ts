import { afterEach, describe, expect, test } from "vitest";
import { HandlerError } from "../errors/mapping-error.ts";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, DATABASES, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { DatabaseUnavailableError } from "../store/store-error.ts";
import { type Batch, createBatch } from "./batch.ts";
import { createEntityReader, type EntityReader } from "./entities/entity-reader.ts";

const SCHEMA = "type Fact @entity(immutable: true) { id: ID!, value: Int! }";

/** Holds back commits until they are let through one by one, or all from then on; `fail` says what one meets instead. */
function createGate(store: Store) {
  const waiting: { readonly open: () => void; readonly fail: (error: Error) => void }[] = [];
  const began: number[] = [];
  let isOpen = false;
  const gated: Store = {
    ...store,
    async commit(blocks, head) {
      began.push(head.number);
      if (!isOpen) await new Promise<void>((open, fail) => waiting.push({ open, fail }));
      await store.commit(blocks, head);
    },
  };
  return {
    gated,
    began,
    open: () => waiting.shift()?.open(),
    openForGood() {
      isOpen = true;
      waiting.shift()?.open();
    },
    fail: (error: Error) => waiting.shift()?.fail(error),
  };
}

describe.each(DATABASES)("on %s", (on) => {
  let model: SchemaModel;
  let store: QueryableStore;
  let reader: EntityReader;
  let gate: ReturnType<typeof createGate>;
  let batch: Batch;
  const committed: number[] = [];

  async function open(): Promise<void> {
    ({ model, store } = await openTestStore(SCHEMA, on));
    gate = createGate(store);
    reader = createEntityReader(gate.gated, true);
    batch = createBatch(gate.gated, reader);
    committed.length = 0;
  }

  afterEach(() => store.close());

  function process(block: number, id: string): void {
    const changes = changesAt(testBlock(block), [setEntity(model, "Fact", { id, value: block })]);
    batch.add(changes);
    reader.apply(changes.changes);
    reader.endBlock();
  }

  const begin = (head: number) => batch.beginCommit(testBlock(head), () => committed.push(head));

  test("blocks are processed while those before are committed, one commit after the other", async () => {
    await open();
    process(1, "a");
    await begin(1);
    process(2, "b");
    expect([await store.head(), reader.current("Fact", "a")?.get("value")]).toEqual([null, 1]);
    const second = begin(2);
    expect(gate.began).toEqual([1]);
    gate.open();
    await second;
    expect([gate.began, committed]).toEqual([[1, 2], [1]]);
    process(3, "c");
    gate.open();
    await batch.settle();
    expect([committed, await store.head(), await store.get("Fact", "c")]).toEqual([[1, 2], testBlock(2), null]);
    expect((await store.get("Fact", "b"))?.get("value")).toBe(2);
  });

  test("when the store refuses a block, the blocks before it stay and none after it is ever stored", async () => {
    await open();
    process(1, "a");
    process(2, "b");
    process(3, "a");
    process(4, "c");
    await begin(4);
    process(5, "d");
    gate.openForGood();
    const error = await begin(5).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HandlerError);
    expect(error).toMatchObject({ block: { number: 3, hash: testBlock(3).hash }, handler: null });
    expect(await store.head()).toEqual(testBlock(2));
    expect(batch.isDue()).toBe(false);
    await batch.settle();
    expect([committed, (await store.getMany("Fact", ["a", "b", "c", "d"])).size]).toEqual([[], 2]);
  });

  test("when the database goes away, whoever waits is told and what was processed since is forgotten", async () => {
    await open();
    process(1, "a");
    await begin(1);
    process(2, "b");
    const lost = new DatabaseUnavailableError("committing", null, new Error("the connection ended"));
    gate.fail(lost);
    await expect(batch.settle()).rejects.toBe(lost);
    await batch.settle();
    await begin(2);
    gate.open();
    await batch.settle();
    expect((await store.getMany("Fact", ["a", "b"])).size).toBe(0);
  });
});
