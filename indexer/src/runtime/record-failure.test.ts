import { afterEach, describe, expect, test } from "vitest";
import { HandlerError } from "../errors/mapping-error.ts";
import type { Chain } from "../source/chain.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, DATABASES, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import { createBatch } from "./batch.ts";
import { createEntityReader } from "./entities/entity-reader.ts";
import { recordFailure } from "./record-failure.ts";

const SCHEMA = "type Fact @entity(immutable: true) { id: ID!, value: Int! }";

/** The chain of the store's test blocks. */
const chain = { header: async (number: number) => testBlock(number) } as unknown as Chain;

function failureAt(number: number, message: string): HandlerError {
  const { hash } = testBlock(number);
  return new HandlerError(message, { block: { number, hash }, handler: "handle" });
}

describe.each(DATABASES)("on %s", (on) => {
  let store: QueryableStore;

  afterEach(() => store.close());

  async function openBatch() {
    const opened = await openTestStore(SCHEMA, on);
    store = opened.store;
    const batch = createBatch(store, createEntityReader(store, true));
    const add = (block: number, id: string) =>
      batch.add(changesAt(testBlock(block), [setEntity(opened.model, "Fact", { id, value: block })]));
    return { batch, add };
  }

  test("commits the blocks before a failure, and of the failing one nothing but that it was there", async () => {
    const { add, batch } = await openBatch();
    add(1, "a");
    add(2, "b");
    const { head } = await recordFailure(store, chain, batch, failureAt(5, "broken"));
    expect(head.number).toBe(5);
    expect(await store.head()).toEqual(testBlock(5));
    expect(await store.fatalError()).toMatchObject({ message: "broken", block: { number: 5 }, handler: "handle" });
    expect(await store.get("Fact", "b")).not.toBeNull();
  });

  test("records a failure in the first block of a chain, of whatever number, before which there is none to commit", async () => {
    const { batch } = await openBatch();
    const late = {
      header: async (block: number | "earliest") => (block === "earliest" || block === 7 ? testBlock(7) : null),
    } as unknown as Chain;
    const { head } = await recordFailure(store, late, batch, failureAt(7, "broken"));
    expect(head.number).toBe(7);
    expect(await store.head()).toEqual(testBlock(7));
  });

  test("records the failure of an earlier block that only shows when it is committed", async () => {
    const { add, batch } = await openBatch();
    add(1, "a");
    add(2, "a");
    add(3, "c");
    const { fatalError, head } = await recordFailure(store, chain, batch, failureAt(4, "broken"));
    expect(head.number).toBe(2);
    expect(fatalError).toMatchObject({ block: { number: 2, hash: testBlock(2).hash }, handler: null });
    expect(fatalError.message).toContain("entity Fact[a] is immutable");
    expect(await store.fatalError()).toEqual(fatalError);
    expect(await store.head()).toEqual(testBlock(2));
    expect((await store.get("Fact", "a"))?.get("value")).toBe(1);
    expect(await store.get("Fact", "c")).toBeNull();
  });

  test("keeps messages of broken text, such as documents that a mapping could not read", async () => {
    const { batch } = await openBatch();
    await recordFailure(store, chain, batch, failureAt(1, "bytes \0 and half a pair \ud83d"));
    expect(await store.fatalError()).toMatchObject({ message: "bytes  and half a pair \ufffd" });
  });
});
