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

/**
 * Makes an empty database on the run's server, or on another. It sorts by the rules of English unless `options` say
 * otherwise: where order depends on the database instead of bytes, tests fail.
 */
export async function createTestDatabase(
  options = "locale_provider icu icu_locale 'en-US' locale 'C' encoding 'UTF8'",
  serverUrl: string | null = inject("postgresUrl"),
): Promise<TestDatabase> {
  if (serverUrl === null) throw new Error("this run has no PostgreSQL server");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(serverUrl, `create database ${name} template template0 ${options}`);
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
