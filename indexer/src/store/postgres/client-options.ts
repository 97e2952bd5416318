import { hostname } from "node:os";
import type pg from "pg";
import type { ServerAddress } from "./server-address.ts";

/** Milliseconds for a connection to come up. */
const CONNECT_TIMEOUT = 10_000;
/** Milliseconds of silence after which the network is asked whether the other side is still there. */
const KEEP_ALIVE_DELAY = 10_000;

/** What whoever looks into `pg_stat_activity` sees: which process this is. */
export const APPLICATION_NAME = `weft-indexer (process ${process.pid} on ${hostname()})`.slice(0, 63);

/**
 * Settings that roles or databases may have changed, as statements here need them. A machine that vanished without a word
 * must not keep its lock for hours: the server asks after half a minute.
 */
export const SESSION_SETTINGS = `
  set bytea_output = 'hex'; set timezone = 'UTC'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set jit = off; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3`;

/** How every connection is made. */
export function clientOptions(address: ServerAddress): pg.ClientConfig & { readonly pipeline: boolean } {
  return {
    connectionString: address.url,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
    // Statements that were asked for together travel together.
    pipeline: true,
  };
}
