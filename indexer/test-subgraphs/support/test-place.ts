import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StartIndexerOptions } from "../../src/index.ts";
import { createTestDatabase } from "./postgres/test-database.ts";

/** Where a test's indexers store. */
export interface TestPlace {
  /** Of an indexer whose data may end with it: memory where that is possible, which is fastest. */
  readonly options: Pick<StartIndexerOptions, "dataDir" | "databaseUrl">;
  /** Of an indexer that is to find its data again. */
  readonly lasting: Pick<StartIndexerOptions, "dataDir" | "databaseUrl">;
  /** The latter for the command line. */
  readonly args: readonly string[];
  /** Ends all connections, as a server does that is restarted; does nothing to a database without any. */
  disconnect(): Promise<void>;
  remove(): Promise<void>;
}

const END_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

/** Memory or a directory for PGlite, or an empty database on the run's server. */
export async function createTestPlace(on: "PGlite" | "server"): Promise<TestPlace> {
  if (on === "server") {
    const database = await createTestDatabase();
    const options = { databaseUrl: database.url };
    return {
      options,
      lasting: options,
      args: ["--database-url", database.url],
      disconnect: async () => void (await database.run(END_CONNECTIONS)),
      remove: database.drop,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "indexer-"));
  return {
    options: {},
    lasting: { dataDir: folder },
    args: ["--data-dir", folder],
    disconnect: async () => undefined,
    remove: () => rm(folder, { recursive: true }),
  };
}
