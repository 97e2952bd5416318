import { parse } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer } from "./execute.ts";

const ITEMS = 5_000;
/** Comparisons of texts for each item: some ten million in all, many times what the database can do before time is over. */
const CONDITIONS = 2_400;

let opened: { model: SchemaModel; store: QueryableStore };
beforeAll(async () => {
  opened = await openTestStore(`
    type Item @entity { id: ID!, text: String!, group: Group! }
    type Group @entity { id: ID!, items: [Item!]! @derivedFrom(field: "group") }`);
  const { model, store } = opened;
  const items = Array.from({ length: ITEMS }, (_, index) =>
    setEntity(model, "Item", { id: `i${index}`, text: "some words ".repeat(20), group: "g" }),
  );
  const changes = [setEntity(model, "Group", { id: "g" }), ...items];
  await store.commit([changesAt(testBlock(0), changes)], testBlock(0));
});
afterAll(() => opened.store.close());

const without = Array.from({ length: CONDITIONS }, (_, index) => `{ text_contains_nocase: "not there ${index}" }`);
const slow = `{ or: [${without.join(", ")}] }`;

async function ask(query: string, maxMilliseconds: number): Promise<{ answer: QueryAnswer; ended: number }> {
  const { model, store } = opened;
  let ended = 0;
  const queryOnce: QueryableStore["queryOnce"] = (again) => async (label, text, parameters) => {
    try {
      return await store.queryOnce(again)(label, text, parameters);
    } catch (error) {
      ended += 1;
      throw error;
    }
  };
  const engine = createQueryEngine({ model, store: { ...store, queryOnce }, limits: { maxMilliseconds } });
  return { answer: await engine.execute({ document: parse(query), variables: {}, operationName: null }), ended };
}

it("ends a statement in this process when its time is over", async () => {
  expect(await ask(`{ items(where: ${slow}) { id } }`, 1_000)).toEqual({
    answer: { errors: [{ message: "Query timed out" }] },
    ended: 1,
  });
});

it.each([
  ["among others", `{ a: groups { id } b: items(where: ${slow}) { id } c: groups { id } }`],
  ["behind a field", `{ groups { items(where: ${slow}) { id } } }`],
  ["in a filter on children", `{ groups(where: { items_: ${slow} }) { id } }`],
])("ends one %s, and answers the next query", async (_, query) => {
  expect((await ask(query, 1_000)).answer).toEqual({ errors: [{ message: "Query timed out" }] });
  expect((await ask("{ items(first: 1, orderBy: text) { id group { id } } }", 30_000)).answer).toEqual({
    data: { items: [{ id: "i0", group: { id: "g" } }] },
  });
});
