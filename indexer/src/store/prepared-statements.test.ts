import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshCluster } from "./fresh-cluster.ts";
import { createPreparedStatements, type RunPrepared } from "./prepared-statements.ts";

let database: PGlite;
let run: RunPrepared;

beforeAll(async () => {
  database = await PGlite.create({ loadDataDir: await freshCluster() });
  run = createPreparedStatements(database);
});
afterAll(() => database.close());

async function kept(): Promise<number> {
  const { rows } = await database.query<{ n: number }>("select count(*)::int4 as n from pg_prepared_statements");
  return rows[0]?.n ?? -1;
}

it("prepares a statement once and runs it with other parameters", async () => {
  const before = await kept();
  const text = "select $1::text, n::text, null::text from generate_series(1, 2) n";
  expect(await run(text, ["é"])).toEqual([
    ["é", "1", null],
    ["é", "2", null],
  ]);
  expect(await run(text, [null])).toEqual([
    [null, "1", null],
    [null, "2", null],
  ]);
  expect(await run("select 1::text where false", [])).toEqual([]);
  expect(await kept()).toBe(before + 2);
});

it("forgets statements that fail, and works on", async () => {
  const before = await kept();
  for (const text of ["selec 1", "select (1 / $1::text::int4)::text"]) {
    for (let turn = 0; turn < 3; turn += 1) await expect(run(text, text.includes("$1") ? ["0"] : [])).rejects.toThrow();
  }
  expect(await run("select (1 / $1::text::int4)::text", ["1"])).toEqual([["1"]]);
  expect(await kept()).toBe(before + 1);
});

it("keeps no more than 200, the latest", async () => {
  for (let n = 0; n < 250; n += 1) expect(await run(`select '${n}'`, [])).toEqual([[String(n)]]);
  expect(await kept()).toBe(200);
  expect(await run("select '60'", [])).toEqual([["60"]]);
  expect(await kept()).toBe(200);
});

it("sees nothing of a transaction that is under way", async () => {
  await database.exec("create table t (x int4)");
  const seen: unknown[] = [];
  await Promise.all([
    database.transaction(async (transaction) => {
      await transaction.exec("insert into t values (1)");
      await transaction.query("select 1");
      await transaction.rollback();
    }),
    run("select count(*)::text from t", []).then((rows) => seen.push(rows)),
  ]);
  expect(seen).toEqual([[["0"]]]);
});
