import pg from "pg";
import type { SqlDriver, SqlSession } from "../driver.ts";
import { DatabaseUnavailableError } from "../store-error.ts";
import { checkServer, readServerFacts } from "./check-server.ts";
import { clientOptions, SESSION_SETTINGS } from "./client-options.ts";
import { clientSession } from "./client-session.ts";
import type { ServerAddress } from "./server-address.ts";
import { toConnectError } from "./server-error.ts";
import { openWriter } from "./writer.ts";

/** Connections that read at the same time; further readers wait for one. */
const MAX_READERS = 8;

/** Whatever is read here is read in less time than workers take to start, which planners without statistics do not see. */
const READER_SETTINGS = "set max_parallel_workers_per_gather = 0";

/**
 * Opens a database on a PostgreSQL server: readers share a pool of connections, whatever is written goes through one of its own.
 * Throws `StoreError` when the server refuses or does not suit, `DatabaseUnavailableError` when it cannot be reached.
 */
export async function openPostgres(address: ServerAddress, queryTimeoutMs: number): Promise<SqlDriver> {
  const writer = await openWriter(address);
  try {
    checkServer(address, await readServerFacts(writer.session));
  } catch (error) {
    await writer.close();
    throw error;
  }
  const pool = createPool(address, 0);
  const queries = createPool(address, queryTimeoutMs);
  return {
    isLasting: true,
    isExclusive: false,
    analyzesItself: true,
    single: pooledSession(pool, address, true),
    once: (again) => pooledSession(queries, address, again).query,
    write: writer.write,
    read: (work) => readTransaction(queries, address, work),
    async claim(site) {
      await writer.claim(site);
      // Goes with the connection.
      return () => undefined;
    },
    hasClaim: () => false,
    resume: writer.resume,
    vacuum: async () => undefined,
    async close() {
      await Promise.all([pool.end(), queries.end()]);
      await writer.close();
    },
  };
}

/** Connections whose statements end after `timeoutMs`; 0 lets them run. */
function createPool(address: ServerAddress, timeoutMs: number): pg.Pool {
  const pool = new pg.Pool({
    ...clientOptions(address),
    max: MAX_READERS,
    onConnect: async (client: pg.ClientBase) => {
      // Broken connections are met where they are used.
      client.on("error", () => undefined);
      await client.query(`${SESSION_SETTINGS}; set statement_timeout = ${timeoutMs}; ${READER_SETTINGS}`);
    },
  } as pg.PoolConfig);
  pool.on("error", () => undefined);
  return pool;
}

async function connect(pool: pg.Pool, address: ServerAddress): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toConnectError(address, error);
  }
}

function pooledSession(pool: pg.Pool, address: ServerAddress, prepared: boolean): SqlSession {
  return {
    query: (label, text, parameters) =>
      borrow(pool, address, (client) => clientSession(client, prepared).query(label, text, parameters)),
    execute: (label, text) => borrow(pool, address, (client) => clientSession(client, prepared).execute(label, text)),
    copy: null,
  };
}

function readTransaction<T>(
  pool: pg.Pool,
  address: ServerAddress,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  return borrow(pool, address, async (client) => {
    const session = clientSession(client, false);
    // What follows waits in the same connection: if this fails, so does it.
    const begun = session.execute("starting a snapshot", "begin isolation level repeatable read read only");
    try {
      const [result] = await Promise.all([work(session), begun]);
      return result;
    } finally {
      await session.execute("ending a snapshot", "rollback");
    }
  });
}

/** Lends a connection of the pool; one that broke is not lent again. */
async function borrow<T>(
  pool: pg.Pool,
  address: ServerAddress,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connect(pool, address);
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(error instanceof DatabaseUnavailableError);
    throw error;
  }
}
