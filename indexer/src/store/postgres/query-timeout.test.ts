import { expect, it } from "vitest";
import { createTestDatabase, hasServer } from "../../../test-subgraphs/support/postgres/test-database.ts";
import { parseSchema } from "../../schema/parse-schema.ts";
import { openStore } from "../open-store.ts";
import { STORE_OPTIONS } from "../store.fixture.ts";

it.runIf(hasServer())("ends statements of queries that take too long, and only those", async () => {
  const database = await createTestDatabase();
  const store = await openStore({
    ...STORE_OPTIONS,
    schema: parseSchema("type A @entity { id: ID! }"),
    database: { kind: "server", url: database.url },
    queryTimeoutMs: 50,
  });
  const ended = expect.objectContaining({ name: "SqlError", sqlState: "57014" });
  const sleep = "select pg_sleep(0.2)::text";
  await expect(store.queryOnce(false)("sleeping", sleep)).rejects.toEqual(ended);
  await expect(store.query((session) => session.query("sleeping", sleep))).rejects.toEqual(ended);
  // The connection is still good.
  expect(await store.queryOnce(true)("waking", "select 'up'")).toEqual([["up"]]);
  expect(await store.query((session) => session.query("waking", "select 'up'"))).toEqual([["up"]]);
  await store.close();
  await database.drop();
});
