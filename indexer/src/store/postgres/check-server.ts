import type { SqlSession } from "../driver.ts";
import { StoreError } from "../store-error.ts";
import type { ServerAddress } from "./server-address.ts";

/** Oldest release that everything works on. */
const MIN_VERSION = 14;

/** What matters of a server and its database. */
export interface ServerFacts {
  /** As `server_version_num`, such as 180004. */
  readonly version: number;
  readonly encoding: string;
  readonly mayCreate: boolean;
}

/** Reads what {@link checkServer} judges. */
export async function readServerFacts(session: SqlSession): Promise<ServerFacts> {
  const rows = await session.query(
    "looking at the server",
    `select current_setting('server_version_num')::text, current_setting('server_encoding')::text,
            has_database_privilege(current_database(), 'create')::text`,
  );
  const [version, encoding, mayCreate] = rows[0] ?? [];
  return { version: Number(version), encoding: encoding ?? "", mayCreate: mayCreate === "true" };
}

/** Throws `StoreError` when a server or database cannot hold a store. */
export function checkServer({ database, shown, user }: ServerAddress, facts: ServerFacts): void {
  const major = Math.floor(facts.version / 10_000);
  if (major < MIN_VERSION) {
    throw new StoreError(`${shown} runs PostgreSQL ${major}, which is too old: use ${MIN_VERSION} or later`);
  }
  if (facts.encoding !== "UTF8") {
    throw new StoreError(
      `the database "${database}" at ${shown} keeps text as ${facts.encoding}, which cannot hold every text: ` +
        `use one made with create database "${database}" encoding 'UTF8' template template0`,
    );
  }
  if (!facts.mayCreate) {
    throw new StoreError(
      `"${user}" may not create schemas in the database "${database}" at ${shown}: ` +
        `run grant create on database "${database}" to "${user}"`,
    );
  }
}
