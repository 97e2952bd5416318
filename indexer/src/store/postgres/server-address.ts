import { StoreError } from "../store-error.ts";

const SCHEMES = ["postgres:", "postgresql:"];

/** Where a PostgreSQL server is. */
export interface ServerAddress {
  /** Everything, the password included: never to be shown. */
  readonly url: string;
  /** What may be shown: user, host, port and database. */
  readonly shown: string;
  readonly database: string;
  readonly user: string;
}

/** Reads `postgres://user:password@host:port/database`; throws `StoreError`, which never holds the password. */
export function parseServerAddress(url: string): ServerAddress {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // The URL itself stays out of the message: what is wrong may be an unescaped password.
    throw new StoreError(
      "the database URL cannot be read: write postgres://user:password@host:port/database, with %XX for special signs in the password",
    );
  }
  if (!SCHEMES.includes(parsed.protocol)) {
    throw new StoreError(`the database URL starts with ${parsed.protocol}// but must start with postgres://`);
  }
  const user = decode(parsed.username) || process.env.PGUSER || process.env.USER || "";
  const database = decode(parsed.pathname.slice(1)) || process.env.PGDATABASE || user;
  const host = parsed.searchParams.get("host") ?? (parsed.host || "localhost");
  return { url, shown: `postgres://${user === "" ? "" : `${user}@`}${host}/${database}`, database, user };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new StoreError(
      "the database URL holds a % that no two hexadecimal digits follow: write %25 for a percent sign",
    );
  }
}
