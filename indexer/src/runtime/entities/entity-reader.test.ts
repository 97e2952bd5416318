import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../../../test-subgraphs/support/memory-store.ts";
import type { EntityChange, Store } from "../../store/store.ts";
import type { EntityKey } from "../../values/value.ts";
import { MissingAnswer } from "../missing-answer.ts";
import { createEntityReader, type EntityReader } from "./entity-reader.ts";

/** More than are kept beyond a block. */
const MANY = 60_000;

test("holds everything that was loaded for a block until it ends, absent entities too", async () => {
  const store = { getMany: async () => new Map() } as unknown as Store;
  const reader = createEntityReader(store, false);
  const keys = Array.from({ length: MANY }, (_, index) => `k${index}`);
  await reader.load("Thing", keys);
  expect(keys.filter((key) => reader.current("Thing", key) !== null)).toEqual([]);
  reader.endBlock();
  expect(() => reader.current("Thing", "k0")).toThrow("The answer must be fetched first.");
});

/** Asks again and again until nothing is missing, as a handler that is run again does; `meanwhile` happens on the first answer's way. */
async function ask<T>(question: () => T, meanwhile: () => void): Promise<T> {
  for (;;) {
    try {
      return question();
    } catch (error) {
      if (!(error instanceof MissingAnswer)) throw error;
      const fetching = error.fetch();
      meanwhile();
      await fetching;
    }
  }
}

const OWNERS = ["ann", "bob"];
const KEYS = ["a", "b", "c"];

interface Ownership {
  readonly key: EntityKey;
  /** Null removes the thing. */
  readonly owner: string | null;
}

function toChange({ key, owner }: Ownership): EntityChange {
  if (owner === null) return { kind: "remove", type: "Thing", key };
  return { kind: "set", type: "Thing", key, data: new Map([["owner", owner]]) };
}

function applyTo(truth: Map<EntityKey, string>, { key, owner }: Ownership): void {
  if (owner === null) truth.delete(key);
  else truth.set(key, owner);
}

const change: fc.Arbitrary<Ownership> = fc.record({
  key: fc.constantFrom(...KEYS),
  owner: fc.constantFrom(...OWNERS, null),
});

const question = fc.record({
  about: fc.constantFrom(...KEYS, ...OWNERS),
  arrival: fc.constantFrom("before", "meanwhile", "never"),
});

/** A block: what it looks up and when a commit arrives, what it changes, and whether a commit begins after it. */
const block = fc.record({
  questions: fc.array(question, { maxLength: 4 }),
  changes: fc.uniqueArray(change, { maxLength: 3, selector: ({ key }) => key }),
  commits: fc.boolean(),
});

/** Asks who owns a thing, or what someone owns. */
async function checkAnswer(
  reader: EntityReader,
  truth: ReadonlyMap<EntityKey, string>,
  about: string,
  meanwhile: () => void,
): Promise<void> {
  if (OWNERS.includes(about)) {
    const keys = await ask(() => reader.keysBy("Thing", "owner", about), meanwhile);
    expect([...keys].sort()).toEqual(KEYS.filter((key) => truth.get(key) === about));
  } else {
    const entity = await ask(() => reader.current("Thing", about), meanwhile);
    expect(entity?.get("owner")).toBe(truth.get(about));
  }
}

test("shows what blocks did in their order, whatever of it has arrived in the store, and whenever that happens", async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(block, { maxLength: 12 }), async (empty, blocks) => {
      const store = createMemoryStore();
      const truth = new Map<EntityKey, string>();
      if (!empty) {
        truth.set("a", "ann");
        store.entities.set("Thing a", new Map([["owner", "ann"]]));
      }
      const reader = createEntityReader(store as unknown as Store, empty);
      let waiting: EntityChange[] = [];
      let underWay: EntityChange[] | null = null;
      const arrive = (): void => {
        if (underWay === null) return;
        store.apply(underWay);
        underWay = null;
        reader.committed();
      };
      for (const { changes, commits, questions } of blocks) {
        for (const { about, arrival } of questions) {
          if (arrival === "before") arrive();
          await checkAnswer(reader, truth, about, () => {
            if (arrival === "meanwhile") arrive();
          });
        }
        const applied = changes.map(toChange);
        for (const one of changes) applyTo(truth, one);
        reader.apply(applied);
        waiting.push(...applied);
        reader.endBlock();
        if (!commits) continue;
        arrive();
        reader.committing();
        underWay = waiting;
        waiting = [];
      }
    }),
    { numRuns: 200 },
  );
});
