import type { SqlRow, SqlSession } from "../store/driver.ts";
import type { DatabaseChoice } from "../store/open-driver.ts";
import { openDriver } from "../store/open-driver.ts";

/** Everything that is stored of the one deployment of a database. */
export interface StoredEverything {
  /** Rows of every table of entities, by the table's name: all versions, as `column=value`. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Dynamic data sources in the order of their creation. */
  readonly dataSources: readonly SqlRow[];
  readonly errors: readonly string[];
  readonly fatalError: unknown;
  readonly head: string | null;
  /** First block whose history is kept. */
  readonly earliest: number;
  /** Recorded blocks: number, hash, parent's hash, timestamp. */
  readonly blocks: readonly SqlRow[];
}

/** Columns that differ between runs: rows of these tables are counted, and buckets say in which block their end was noticed. */
function isOfTheRun(table: string, column: string): boolean {
  if (/_(hour|day)$/.test(table)) return column === "vid" || column === "block$";
  return table === "errors$" && column === "vid";
}

async function readTable(session: SqlSession, schema: string, table: string): Promise<readonly string[]> {
  const columns = await session.query(
    "reading columns",
    "select column_name::text from information_schema.columns where table_schema = $1::text and table_name = $2::text order by ordinal_position",
    [schema, table],
  );
  const names = columns.map(([name]) => name ?? "").filter((name) => !isOfTheRun(table, name));
  const rows = await session.query(
    "reading a table",
    `select ${names.map((name) => `"${name}"::text`).join(", ")} from ${schema}."${table}"`,
  );
  return rows.map((row) => names.map((name, index) => `${name}=${row[index]}`).join(" ")).sort();
}

async function read(session: SqlSession): Promise<StoredEverything> {
  const found = await session.query(
    "reading tables",
    "select table_schema::text, table_name::text from information_schema.tables where table_schema like 'sgd%' order by 1, 2",
  );
  const schemas = [...new Set(found.map(([schema]) => schema ?? ""))];
  const [schema] = schemas;
  if (schema === undefined || schemas.length > 1) throw new Error(`deployments are stored in [${schemas.join(", ")}]`);
  const names = found.map(([, table]) => table ?? "").filter((table) => !table.endsWith("$"));
  const tables: Record<string, readonly string[]> = {};
  for (const name of names) tables[name] = await readTable(session, schema, name);
  const [head] = await session.query(
    "reading the head",
    `select number::text, fatal_error::text, earliest::text from ${schema}."head$"`,
  );
  return {
    tables,
    dataSources: await session.query(
      "reading data sources",
      `select "block$"::text, template, params::text, context::text from ${schema}."data_sources$" order by vid`,
    ),
    errors: await readTable(session, schema, "errors$"),
    fatalError: head?.[1] == null ? null : JSON.parse(head[1]),
    head: head?.[0] ?? null,
    earliest: Number(head?.[2] ?? 0),
    blocks: await session.query(
      "reading blocks",
      `select number::text, hash, parent_hash, timestamp::text from ${schema}."blocks$" order by number`,
    ),
  };
}

/** What is left of a table's rows when the history before a block is: which versions are deleted when depends on the run. */
export function sinceBlock(rows: readonly string[], block: number): readonly string[] {
  return rows.filter((row) => {
    const end = /block_range=\[\d+,(\d+)\)/.exec(row)?.[1];
    return end === undefined || Number(end) > block;
  });
}

/** Reads a database that no indexer has open. */
export async function readEverything(database: DatabaseChoice): Promise<StoredEverything> {
  const { driver } = await openDriver(database);
  try {
    return await driver.read(read);
  } finally {
    await driver.close();
  }
}
