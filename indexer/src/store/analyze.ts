import type { SqlSession } from "./driver.ts";
import type { Layout } from "./layout.ts";

/** Bytes from which on a table is worth counting: what holds for a few rows says nothing of those that come later. */
const MIN_SIZE = 128 * 1024;

/**
 * Gathers what the planner wants to know of the tables that hold something, for a database where nothing does so by itself. Without it, the
 * planner guesses from the size of files.
 */
export async function analyzeTables(session: SqlSession, { schema }: Layout): Promise<void> {
  const rows = await session.query(
    "finding tables to analyze",
    `select c.oid::regclass::text from pg_class c
     where c.relkind = 'r' and c.relnamespace = $1::text::regnamespace and pg_relation_size(c.oid) >= ${MIN_SIZE}`,
    [schema],
  );
  if (rows.length > 0) await session.execute("analyzing tables", `analyze ${rows.map(([name]) => name).join(", ")}`);
}
