import { expect, it } from "vitest";
import { changesAt, openTestStore, setEntity, testBlock } from "./store.fixture.ts";

it("has the planner know what tables hold once history is there, but for those that hold little", async () => {
  const { model, store } = await openTestStore(`
    type Many @entity(immutable: true) { id: ID!, text: String! }
    type Few @entity(immutable: true) { id: ID! }`);
  const text = "x".repeat(200);
  const many = Array.from({ length: 2_000 }, (_, index) => setEntity(model, "Many", { id: `m${index}`, text }));
  await store.commit([changesAt(testBlock(0), [...many, setEntity(model, "Few", { id: "f" })])], testBlock(0));

  const known = async (type: string) => {
    const { schema } = store.layout;
    const [row] = await store.queryOnce(false)(
      "reading statistics",
      "select reltuples::int8::text from pg_class where relname = $1 and relnamespace = $2::text::regnamespace",
      [type, schema],
    );
    return row?.[0];
  };
  expect(await known("many")).toBe("-1");
  await store.createQueryIndexes();
  expect([await known("many"), await known("few")]).toEqual(["2000", "-1"]);
  await store.close();
});
