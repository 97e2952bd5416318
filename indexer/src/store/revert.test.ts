import fc from "fast-check";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueryEngine } from "../graphql/execute.ts";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "./open-store.ts";
import { changesAt, DATABASES, openTestStore, removeEntity, setEntity, testBlock } from "./store.fixture.ts";
import type { BlockChanges } from "./store.ts";

const SCHEMA = `
type Counter @entity { id: ID!, value: Int!, tags: [String!]! }
type Fact @entity(immutable: true) { id: ID!, value: Int! }
`;

/** What one block does: a new value or null (remove) for some of a few counters, in this order. */
type BlockPlan = readonly { readonly key: string; readonly value: number | null }[];

/** Values of all counters after a block. */
type State = Readonly<Record<string, number>>;

const blockPlan: fc.Arbitrary<BlockPlan> = fc.uniqueArray(
  fc.record({ key: fc.constantFrom("a", "b", "c", "d"), value: fc.option(fc.nat(9)) }),
  { selector: (change) => change.key, maxLength: 4 },
);

/** Blocks in the batches in which they are committed. */
const history = fc.array(fc.array(blockPlan, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

let model: SchemaModel;
let store: QueryableStore;

function blockChanges(number: number, plan: BlockPlan): BlockChanges {
  const counters = plan.map(({ key, value }) =>
    value === null
      ? removeEntity("Counter", key)
      : setEntity(model, "Counter", { id: key, value, tags: [key, String(value)] }),
  );
  return changesAt(testBlock(number), [...counters, setEntity(model, "Fact", { id: `f${number}`, value: number })]);
}

function applyPlan(state: State, plan: BlockPlan): State {
  const next: Record<string, number> = { ...state };
  for (const { key, value } of plan) {
    if (value === null) delete next[key];
    else next[key] = value;
  }
  return next;
}

/** Commits the batches from block `first` on; returns the state after each block. */
async function commitAll(first: number, batches: readonly BlockPlan[][], start: State): Promise<State[]> {
  const states: State[] = [];
  let number = first;
  let state = start;
  for (const batch of batches) {
    const blocks = batch.map((plan, index) => blockChanges(number + index, plan));
    number += batch.length;
    await store.commit(blocks, testBlock(number - 1));
    for (const plan of batch) {
      state = applyPlan(state, plan);
      states.push(state);
    }
  }
  return states;
}

async function stateAt(block: number | null): Promise<{ counters: State; facts: number }> {
  const at = block === null ? "" : `(block: { number: ${block} }, first: 1000)`;
  const answer = await createQueryEngine({ model, store }).execute({
    document: parse(`{ counters${at} { id value tags } facts${at} { id } }`),
    variables: {},
    operationName: null,
  });
  const data = answer.data as unknown as {
    counters: { id: string; value: number; tags: string[] }[];
    facts: unknown[];
  };
  for (const { id, value, tags } of data.counters) expect(tags).toEqual([id, String(value)]);
  return { counters: Object.fromEntries(data.counters.map(({ id, value }) => [id, value])), facts: data.facts.length };
}

describe.each(DATABASES)("on %s", (on) => {
  beforeAll(async () => {
    ({ model, store } = await openTestStore(SCHEMA, on));
  });
  afterAll(() => store.close());

  it("answers at any block what was true there, and reverting restores it", async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.nat(),
        fc.array(blockPlan, { minLength: 1, maxLength: 3 }),
        async (batches, pick, fork) => {
          await store.revertTo(null);
          const states = await commitAll(0, batches, {});
          for (const [number, counters] of states.entries()) {
            expect(await stateAt(number)).toEqual({ counters, facts: number + 1 });
          }
          const target = pick % states.length;
          await store.revertTo(testBlock(target));
          expect(await stateAt(null)).toEqual({ counters: states[target], facts: target + 1 });
          for (const number of states.slice(0, target + 1).keys()) {
            expect((await stateAt(number)).counters).toEqual(states[number]);
          }
          // Another branch grows from there as if the first had never been.
          const forked = await commitAll(target + 1, [[...fork]], states[target] ?? {});
          expect((await stateAt(null)).counters).toEqual(forked.at(-1));
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
