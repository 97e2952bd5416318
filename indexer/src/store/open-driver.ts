import type { SqlDriver } from "./driver.ts";
import { openPglite } from "./open-pglite.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import { parseServerAddress } from "./postgres/server-address.ts";

/** Milliseconds that a statement of a query may take on a server. */
const QUERY_TIMEOUT_MS = 30_000;

/** Where entities live: in this process, in memory or in a directory that is made if absent, or on a PostgreSQL server. */
export type DatabaseChoice =
  | { readonly kind: "memory" }
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "server"; readonly url: string }
  /** One that is open already, see {@link shareDatabase}. */
  | { readonly kind: "open"; readonly driver: SqlDriver; readonly shown: string };

/** Opens a database; `shown` names it without secrets. Throws like `openStore`. */
export async function openDriver(
  database: DatabaseChoice,
  queryTimeoutMs = QUERY_TIMEOUT_MS,
): Promise<{ readonly driver: SqlDriver; readonly shown: string }> {
  if (database.kind === "open") return database;
  if (database.kind === "server") {
    const address = parseServerAddress(database.url);
    return { driver: await openPostgres(address, queryTimeoutMs), shown: address.shown };
  }
  const path = database.kind === "directory" ? database.path : undefined;
  return { driver: await openPglite(path), shown: path ?? "memory" };
}
