import fc from "fast-check";
import { parse } from "graphql";
import { afterEach, describe, expect, it } from "vitest";
import { createQueryEngine, type QueryAnswer } from "../graphql/execute.ts";
import type { SchemaModel } from "../schema/model.ts";
import { parseSchema } from "../schema/parse-schema.ts";
import { commitBlocks } from "./commit.ts";
import type { SqlDriver } from "./driver.ts";
import { openDeployment } from "./open-deployment.ts";
import { openDriver } from "./open-driver.ts";
import type { QueryableStore } from "./open-store.ts";
import { createPruner } from "./prune.ts";
import {
  changesAt,
  DATABASES,
  IDENTITY,
  openTestStore,
  removeEntity,
  STORE_OPTIONS,
  setEntity,
  testBlock,
  testDatabase,
} from "./store.fixture.ts";
import type { BlockChanges } from "./store.ts";
import { StoreError } from "./store-error.ts";

const SCHEMA = `
type Counter @entity { id: ID!, value: Int! }
type Fact @entity(immutable: true) { id: ID!, value: Int! }
`;
const HISTORY = 10;

/** Counters that a block sets to its number, and counters that it removes. */
interface BlockPlan {
  readonly set: readonly string[];
  readonly removed: readonly string[];
}

const plan: fc.Arbitrary<BlockPlan[]> = fc.array(
  fc
    .constantFrom("a", "b", "c", "d")
    .chain((spared) =>
      fc.record({
        set: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 }),
        removed: fc.constantFrom<string[]>([], [spared]),
      }),
    )
    .map(({ set, removed }) => ({ set: set.filter((key) => !removed.includes(key)), removed })),
  { minLength: 14, maxLength: 40 },
);

describe.each(DATABASES)("pruning on %s", (on) => {
  let model: SchemaModel;
  let store: QueryableStore;

  afterEach(() => store.close());

  async function open(historyBlocks: number | null, startBlock = 0): Promise<void> {
    ({ model, store } = await openTestStore(SCHEMA, on, { historyBlocks, startBlock }));
  }

  /** A block in which counters take its number, or are removed, and a fact is stated. */
  function changes(number: number, keys: readonly string[], removed: readonly string[] = []): BlockChanges {
    return changesAt(testBlock(number), [
      ...keys.map((id) => setEntity(model, "Counter", { id, value: number })),
      ...removed.map((id) => removeEntity("Counter", id)),
      setEntity(model, "Fact", { id: `f${number}`, value: number }),
    ]);
  }

  async function commit(from: number, to: number): Promise<void> {
    for (let n = from; n <= to; n++) await store.commit([changes(n, ["a", n % 2 === 0 ? "b" : "c"])], testBlock(n));
    await store.pruned();
  }

  /** Commits the blocks one by one; returns the counters after each. */
  async function commitPlan(blocks: readonly BlockPlan[]): Promise<Record<string, number>[]> {
    const states: Record<string, number>[] = [];
    for (const [number, { set, removed }] of blocks.entries()) {
      await store.commit([changes(number, set, removed)], testBlock(number));
      const kept = Object.entries(states.at(-1) ?? {}).filter(([key]) => !removed.includes(key));
      states.push(Object.fromEntries([...kept, ...set.map((key) => [key, number] as const)]));
    }
    return states;
  }

  function query(text: string): Promise<QueryAnswer> {
    return createQueryEngine({ model, store }).execute({ document: parse(text), variables: {}, operationName: null });
  }

  /** Number of stored versions of a table, all blocks together. */
  async function versions(table: string): Promise<number> {
    const rows = await store.query((session) =>
      session.query("versions", `select count(*)::text from ${store.layout.schema}.${table}`),
    );
    return Number(rows[0]?.[0]);
  }

  it("waits until history is a fifth too long, then deletes what ended before the new earliest block", async () => {
    await open(HISTORY);
    await commit(0, 12);
    expect([await store.earliestBlock(), await versions("counter")]).toEqual([0, 26]);
    await commit(13, 13);
    expect(await store.earliestBlock()).toBe(3);
    // Versions of block 3 that later blocks ended, and all that began from block 3 on; before it, "b" of block 2 alone lasts.
    expect(await versions("counter")).toBe(2 * 11 + 1);
    expect(await versions("fact")).toBe(14);
    expect((await store.recentBlocks(100)).at(-1)).toEqual(testBlock(3));
  });

  it("answers at the earliest block and says what is gone", async () => {
    await open(HISTORY);
    await commit(0, 13);
    expect((await query("{ counters(block: {number: 3}) { id value } }")).data).toEqual({
      counters: [
        { id: "a", value: 3 },
        { id: "b", value: 2 },
        { id: "c", value: 3 },
      ],
    });
    const message =
      "Failed to decode `block.number` value: `subgraph QmTest only has data starting at block number 3 " +
      "and data for block number 2 is therefore not available`";
    expect(await query("{ counters(block: {number: 2}) { id } }")).toEqual({ errors: [{ message }] });
    expect((await query(`{ counters(block: {hash: "${testBlock(2).hash}"}) { id } }`)).errors?.[0]?.message).toContain(
      "no block with that hash found",
    );
  });

  it("starts at the block before the subgraph's first", async () => {
    await open(null, 100);
    await store.commit([], testBlock(99));
    expect(await query("{ counters(block: {number: 99}) { id } }")).toEqual({ data: { counters: [] } });
    expect((await query("{ counters(block: {number: 98}) { id } }")).errors?.[0]?.message).toContain(
      "only has data starting at block number 99 and data for block number 98",
    );
  });

  it("reverts to the earliest block but not below, and forgets it with everything else", async () => {
    await open(HISTORY);
    await commit(0, 13);
    await expect(store.revertTo(testBlock(2))).rejects.toThrow(
      "cannot revert to block 2: history before block 3 is gone; revert everything and index again",
    );
    await expect(store.revertTo(testBlock(2))).rejects.toThrow(StoreError);
    await store.revertTo(testBlock(3));
    expect(Object.fromEntries((await store.get("Counter", "a")) ?? [])).toEqual({ id: "a", value: 3 });
    expect(Object.fromEntries((await store.get("Counter", "b")) ?? [])).toEqual({ id: "b", value: 2 });
    await store.revertTo(null);
    expect(await store.earliestBlock()).toBe(0);
    await commit(0, 2);
    expect((await query("{ counters(block: {number: 0}) { id } }")).data).toEqual({
      counters: [{ id: "a" }, { id: "b" }],
    });
  });

  it("goes back only to blocks that are recorded, so that a reorganisation finds one", async () => {
    await open(HISTORY);
    await store.commit([changes(1, ["a"]), changes(5, ["a"])], testBlock(40));
    await store.pruned();
    expect([await store.earliestBlock(), (await store.recentBlocks(9)).map(({ number }) => number)]).toEqual([
      5,
      [40, 5],
    ]);
    await store.revertTo(testBlock(5));
  });

  it("changes no answer from the earliest block on, whatever the history", async () => {
    await open(HISTORY);
    await fc.assert(
      fc.asyncProperty(plan, async (blocks) => {
        await store.revertTo(null);
        const states = await commitPlan(blocks);
        await store.pruned();
        const earliest = await store.earliestBlock();
        expect(states.length - 1 - earliest).toBeLessThanOrEqual(HISTORY * 1.2);
        for (let number = earliest; number < states.length; number++) {
          const answer = await query(`{ counters(block: {number: ${number}}) { id value } }`);
          const counters = (answer.data?.counters ?? []) as unknown as { id: string; value: number }[];
          expect(Object.fromEntries(counters.map(({ id, value }) => [id, value]))).toEqual(states[number]);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe.each(DATABASES)("a pruner on %s", (on) => {
  it("finishes in small steps what was begun, also after a restart", async () => {
    const model = parseSchema(SCHEMA);
    const { choice, remove } = await testDatabase(on);
    const { driver } = await openDriver(choice);
    const { layout } = await openDeployment(driver, model, IDENTITY, STORE_OPTIONS);
    const changes = (n: number): BlockChanges =>
      changesAt(testBlock(n), [setEntity(model, "Counter", { id: "a", value: n })]);
    const blocks = Array.from({ length: 41 }, (_, n) => changes(n));
    await commitBlocks(driver, layout, blocks, testBlock(40), null);
    const versions = async (): Promise<number> => {
      const rows = await driver.single.query("versions", `select count(*)::text from ${layout.schema}.counter`);
      return Number(rows[0]?.[0]);
    };
    let transactions = 0;
    const counting: SqlDriver = {
      ...driver,
      write: (work) => {
        transactions++;
        return driver.write(work);
      },
    };
    const options = { driver: counting, layout, historyBlocks: HISTORY, step: 7, logger: STORE_OPTIONS.logger };

    const stopped = createPruner(options);
    stopped.committed(testBlock(40));
    await stopped.stop();
    expect([transactions, await versions()]).toEqual([1, 41]);
    const resumed = createPruner(options);
    resumed.committed(testBlock(40));
    await resumed.idle();
    // Thirty versions in steps of seven, the last of which finds fewer, after one more look at the state.
    expect([transactions, await versions()]).toEqual([1 + 1 + 5, 11]);
    await driver.close();
    await remove();
  });
});
