import { expect, test } from "vitest";
import { countEntities } from "./count-entities.ts";
import { changesAt, openTestStore, removeEntity, setEntity, testBlock } from "./store.fixture.ts";

test("counts each entity of the last block once, and none that is gone", async () => {
  const { model, store } = await openTestStore(`
    type Token @entity { id: ID!, name: String! }
    type Transfer @entity(immutable: true) { id: ID! }
  `);
  const count = () => store.query((session) => countEntities(session, store.layout));
  expect(await count()).toBe(0n);
  const set = (id: string, name: string) => setEntity(model, "Token", { id, name });
  await store.commit(
    [
      changesAt(testBlock(1), [set("a", "A"), set("b", "B"), setEntity(model, "Transfer", { id: "t" })]),
      changesAt(testBlock(2), [set("a", "A again"), removeEntity("Token", "b"), set("c", "C")]),
    ],
    testBlock(2),
  );
  expect(await count()).toBe(3n);
  await store.close();
});
