import { parse } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import type { StoredBlock } from "../store/store.ts";
import { createQueryEngine, type QueryAnswer, type QueryEngine } from "./execute.ts";

const DOCUMENT = parse("{ items { id } }");

let opened: { model: SchemaModel; store: QueryableStore };
/** Whatever happens to the store was done by somebody else, for all that the engine is told. */
let engine: QueryEngine;
const statements: string[] = [];

beforeAll(async () => {
  opened = await openTestStore("type Item @entity { id: ID! }");
  const { model, store } = opened;
  const queryOnce: QueryableStore["queryOnce"] = (again) => (label, text, parameters) => {
    statements.push(text);
    return store.queryOnce(again)(label, text, parameters);
  };
  engine = createQueryEngine({ model, store: { ...store, queryOnce, changeCount: () => 1 } });
});
afterAll(() => opened.store.close());

async function ask(): Promise<{ answer: QueryAnswer; head: number | undefined; asked: readonly string[] }> {
  let seen: StoredBlock | undefined;
  statements.length = 0;
  const answer = await engine.execute({ document: DOCUMENT, variables: {}, operationName: null }, (head) => {
    seen = head;
  });
  return { answer, head: seen?.number, asked: [...statements] };
}

async function commit(number: number): Promise<void> {
  const item = setEntity(opened.model, "Item", { id: String(number) });
  await opened.store.commit([changesAt(testBlock(number), [item])], testBlock(number));
}

it("asks for the state once, and again when another process has changed it", async () => {
  expect((await ask()).answer.errors?.[0]?.message).toContain("has not started syncing yet");
  await commit(0);
  expect(await ask()).toMatchObject({ answer: { data: { items: [{ id: "0" }] } }, head: 0 });

  const { answer, asked, head } = await ask();
  expect({ answer, head }).toEqual({ answer: { data: { items: [{ id: "0" }] } }, head: 0 });
  expect(asked).toHaveLength(1);
  expect(asked[0]).not.toContain("errors$");

  await commit(1);
  expect(await ask()).toMatchObject({ answer: { data: { items: [{ id: "0" }, { id: "1" }] } }, head: 1 });
  await opened.store.revertTo(testBlock(0));
  expect(await ask()).toMatchObject({ answer: { data: { items: [{ id: "0" }] } }, head: 0 });
});

it("learns of a failure that another process met", async () => {
  await opened.store.setFatalError({ message: "broken", block: testBlock(0), handler: "handle" });
  expect((await ask()).answer).toEqual({ errors: [{ message: "indexing_error" }] });
  await opened.store.setFatalError(null);
  expect((await ask()).answer.errors).toBeUndefined();
});
