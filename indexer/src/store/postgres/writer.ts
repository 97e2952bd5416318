import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { LOCK_SPACE } from "../advisory-lock.ts";
import type { SqlDriver, SqlSession } from "../driver.ts";
import { DatabaseUnavailableError, StoreError } from "../store-error.ts";
import { clientOptions, SESSION_SETTINGS } from "./client-options.ts";
import { clientSession } from "./client-session.ts";
import { describeHolder, readHolder } from "./lock-holder.ts";
import type { ServerAddress } from "./server-address.ts";
import { toConnectError, toSqlError } from "./server-error.ts";

/** How long a claim is tried for: the server needs a moment to notice that a process was killed. */
const CLAIM_PATIENCE_MS = 2000;
const CLAIM_PAUSE_MS = 100;

/** The one connection that writes. It also holds the claim, so that whatever loses the claim cannot write any more. */
export interface Writer extends Pick<SqlDriver, "write" | "resume" | "close"> {
  /** Takes the lock of a deployment. Throws `StoreError` naming who has it. */
  claim(site: number): Promise<void>;
  readonly session: SqlSession;
}

interface Connection {
  readonly client: pg.Client;
  readonly session: SqlSession;
  /** Why it can be used no more; null while it can. */
  lost: Error | null;
}

/** Connects; throws `StoreError` or `DatabaseUnavailableError` saying why it cannot. */
export async function openWriter(address: ServerAddress): Promise<Writer> {
  let connection = await connect(address);
  let site: number | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** One after the other, as they were asked for. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function usable(): Connection {
    if (connection.lost === null) return connection;
    throw new DatabaseUnavailableError(`writing to ${address.shown}`, null, connection.lost);
  }

  async function transact<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const current = usable();
    const { session } = current;
    try {
      // Awaited: were it cancelled, what is sent behind it would take effect statement by statement.
      await session.execute("starting a transaction", "begin isolation level read committed read write");
      const result = await work(session);
      await session.execute("committing", "commit");
      return result;
    } catch (error) {
      await abandon(current, error);
      throw error;
    }
  }

  return {
    session: {
      query: (label, text, parameters) => usable().session.query(label, text, parameters),
      execute: (label, text) => usable().session.execute(label, text),
      copy: null,
    },
    write: (work) => inTurn(() => transact(work)),
    claim: (wanted) =>
      inTurn(async () => {
        await takeLock(usable(), wanted);
        site = wanted;
      }),
    resume: () =>
      inTurn(async () => {
        if (connection.lost === null || closed) return;
        const next = await connect(address);
        try {
          if (site !== null) await retakeLock(next, site, connection.client);
        } catch (error) {
          await end(next);
          throw error;
        }
        connection = next;
      }),
    close: () =>
      inTurn(async () => {
        closed = true;
        await end(connection);
      }),
  };
}

async function connect(address: ServerAddress): Promise<Connection> {
  const client = new pg.Client(clientOptions(address));
  const connection: Connection = { client, session: clientSession(client, true), lost: null };
  client.on("error", (error) => {
    connection.lost ??= error;
  });
  client.on("end", () => {
    connection.lost ??= new Error("the connection ended");
  });
  try {
    await client.connect();
    await connection.session.execute("setting up the connection", SESSION_SETTINGS);
    return connection;
  } catch (error) {
    await end(connection);
    throw toConnectError(address, error);
  }
}

async function end({ client }: Connection): Promise<void> {
  await client.end().catch(() => undefined);
}

/** Rolls back; a connection on which that fails, or that broke in the middle, is given up. */
async function abandon(connection: Connection, error: unknown): Promise<void> {
  if (error instanceof DatabaseUnavailableError && !connectionWorks(error)) connection.lost ??= error;
  if (connection.lost === null) {
    try {
      await connection.session.execute("rolling back", "rollback");
      return;
    } catch (cause) {
      connection.lost ??= toSqlError("rolling back", cause);
    }
  }
  await end(connection);
}

/** Trouble that the server itself told of, and after which the connection goes on: lack of room, conflicts. */
function connectionWorks({ sqlState }: DatabaseUnavailableError): boolean {
  return sqlState !== null && /^(53|40|25006)/.test(sqlState);
}

async function tryLock({ session }: Connection, site: number): Promise<boolean> {
  const rows = await session.query(
    "reserving the deployment",
    "select pg_try_advisory_lock($1::text::int4, $2::text::int4)::text",
    [String(LOCK_SPACE), String(site)],
  );
  return rows[0]?.[0] === "true";
}

async function takeLock(connection: Connection, site: number): Promise<void> {
  const deadline = performance.now() + CLAIM_PATIENCE_MS;
  while (!(await tryLock(connection, site))) {
    if (performance.now() > deadline) {
      const holder = await readHolder(connection.session, site);
      throw new StoreError(
        `this deployment is being indexed already, by ${describeHolder(holder)}: stop that one, or use another database`,
      );
    }
    await sleep(CLAIM_PAUSE_MS);
  }
}

/** Takes the lock back. The server may not have noticed yet that the connection before this one is gone: it is told. */
async function retakeLock(connection: Connection, site: number, before: pg.Client): Promise<void> {
  if (await tryLock(connection, site)) return;
  const holder = await readHolder(connection.session, site);
  const own = (before as unknown as { readonly processID: number | null }).processID;
  if (holder?.isOurs === true && holder.backend === own) {
    await connection.session.query("ending the lost connection", "select pg_terminate_backend($1::text::int4)::text", [
      String(own),
    ]);
  }
  throw new DatabaseUnavailableError(
    "reserving the deployment again",
    null,
    new Error(`meanwhile it is being indexed by ${describeHolder(holder)}`),
  );
}
