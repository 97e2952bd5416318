import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  /** Runs statements in it as superuser; resolves with the rows of the last. */
  run(sql: string): Promise<readonly (readonly unknown[])[]>;
  drop(): Promise<void>;
}

/** Whether this run has a PostgreSQL server; tests on one are skipped without. */
export function hasServer(): boolean {
  return inject("postgresUrl") !== null;
}

/** First release whose databases may sort by rules of ICU. */
const ICU_SINCE = 150_000;

let usual: Promise<string> | null = null;

/** Sorting by the rules of English: where order depends on the database instead of bytes, tests fail. */
async function usualOptions(serverUrl: string): Promise<string> {
  const rows = await runOn(serverUrl, "select current_setting('server_version_num')::int4");
  const icu = Number(rows[0]?.[0]) < ICU_SINCE ? "" : "locale_provider icu icu_locale 'en-US'";
  return `${icu} locale 'C' encoding 'UTF8'`;
}

/** Makes an empty database on the run's server, or on another. */
export async function createTestDatabase(
  options?: string,
  serverUrl: string | null = inject("postgresUrl"),
): Promise<TestDatabase> {
  if (serverUrl === null) throw new Error("this run has no PostgreSQL server");
  usual ??= usualOptions(serverUrl);
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(serverUrl, `create database ${name} template template0 ${options ?? (await usual)}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    run: (sql) => runOn(url.href, sql),
    drop: async () => {
      await runOn(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function runOn(url: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query({ text: sql, rowMode: "array" });
    return (Array.isArray(result) ? result.at(-1) : result).rows;
  } finally {
    await client.end();
  }
}
