import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { CREATE_CLOCK } from "./clock.ts";
import type { SqlDriver, SqlRow, SqlSession } from "./driver.ts";
import { copyFreshCluster, freshCluster } from "./fresh-cluster.ts";
import { lockDataDir } from "./lock-data-dir.ts";
import { createPreparedStatements } from "./prepared-statements.ts";
import { startDatabase } from "./start-database.ts";
import { SqlError, StoreError } from "./store-error.ts";

/** The OID of `text`: parameters go to the database as they are. */
const TEXT_OID = 25;

type PgliteSession = SqlSession & { readonly copy: NonNullable<SqlSession["copy"]> };

const QUERY_OPTIONS = {
  rowMode: "array",
  parsers: { [TEXT_OID]: (text: string) => text },
  serializers: { [TEXT_OID]: (text: string) => text },
} as const;

/**
 * Opens PostgreSQL in this process (PGlite): in memory, or in `dataDir`, which then belongs to this process alone.
 * Transactions run one after the other, in the order in which they were asked for.
 */
export async function openPglite(dataDir: string | undefined): Promise<SqlDriver> {
  const unlock = dataDir === undefined ? null : await lockDataDir(dataDir);
  try {
    const database = await createDatabase(dataDir);
    await database.exec(CREATE_CLOCK);
    const prepared = preparedQuery(database);
    const claims = new Set<number>();
    return {
      isLasting: dataDir !== undefined,
      isExclusive: true,
      analyzesItself: false,
      single: sessionOf(database),
      once: (again) => (again ? prepared : sessionOf(database).query),
      write: (work) => inTransaction(database, "begin", work),
      read: (work) => inTransaction(database, "set transaction read only", work),
      // The directory's lock keeps other processes away, and nothing lies between here and the database.
      async claim(site) {
        if (claims.has(site)) throw new StoreError("this deployment is being indexed already, by this process");
        claims.add(site);
        return () => claims.delete(site);
      },
      hasClaim: (site) => claims.has(site),
      resume: async () => undefined,
      // Servers do this in the background, of which there is none here.
      vacuum: (table) => sessionOf(database).execute("vacuuming", `vacuum ${table}`),
      close: async () => {
        await database.close();
        await unlock?.();
      },
    };
  } catch (error) {
    await unlock?.();
    throw error;
  }
}

async function createDatabase(dataDir: string | undefined): Promise<PGlite> {
  try {
    if (dataDir === undefined) return await startDatabase({ loadDataDir: await freshCluster() });
    if (!existsSync(join(dataDir, "PG_VERSION"))) await createCluster(dataDir);
    return await startDatabase({ dataDir });
  } catch (error) {
    throw new SqlError(
      `opening the database${dataDir === undefined ? "" : ` in ${dataDir}`}`,
      sqlStateOf(error),
      error,
    );
  }
}

/** Makes the files of a database elsewhere and moves them into place: a process killed meanwhile leaves nothing half made. */
async function createCluster(dataDir: string): Promise<void> {
  const draft = `${resolve(dataDir)}.draft`;
  await rm(draft, { recursive: true, force: true });
  await copyFreshCluster(draft);
  await rename(draft, dataDir);
}

async function inTransaction<T>(
  database: PGlite,
  mode: "begin" | "set transaction read only",
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    const session = inOrder(sessionOf(transaction));
    if (mode !== "begin") await session.execute("starting a snapshot", mode);
    return work(session);
  });
}

function preparedQuery(database: PGlite): SqlSession["query"] {
  const run = createPreparedStatements(database);
  return (label, text, parameters = []) => labelled(label, () => run(text, parameters));
}

/** Runs statements in the order in which they were asked for, also those that were asked for at once. */
function inOrder(session: PgliteSession): SqlSession {
  let last: Promise<unknown> = Promise.resolve();
  function next<T>(run: () => Promise<T>): Promise<T> {
    const turn = last.then(run);
    last = turn.catch(() => undefined);
    return turn;
  }
  return {
    query: (label, text, parameters) => next(() => session.query(label, text, parameters)),
    execute: (label, text) => next(() => session.execute(label, text)),
    copy: (label, table, columns, rows) => next(() => session.copy(label, table, columns, rows)),
  };
}

function sessionOf(target: PGlite | Transaction): PgliteSession {
  return {
    query: (label, text, parameters = []) =>
      labelled(label, async () => {
        const result = await target.query<(string | null)[]>(text, [...parameters], QUERY_OPTIONS);
        return result.rows as readonly SqlRow[];
      }),
    execute: (label, text) =>
      labelled(label, async () => {
        await target.exec(text);
      }),
    copy: (label, table, columns, rows) =>
      labelled(label, async () => {
        const blob = new Blob([rows]);
        await target.query(`copy ${table} (${columns.join(", ")}) from '/dev/blob'`, [], { blob });
      }),
  };
}

async function labelled<T>(label: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new SqlError(label, sqlStateOf(error), error);
  }
}

function sqlStateOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
