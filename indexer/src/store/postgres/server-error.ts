import { DatabaseUnavailableError, SqlError, StoreError } from "../store-error.ts";
import type { ServerAddress } from "./server-address.ts";

/** What the network says when a server is away or goes away. */
const NETWORK_CODES = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"],
  ...["ENOTFOUND", "ENOENT"],
]);

/**
 * SQLSTATEs of troubles that pass: broken connections (08), missing resources such as disk and connections (53), shutdown
 * and start of the server (57P), a standby that takes no writes until it is promoted (25006), deadlocks and conflicts (40).
 */
const PASSING_STATES = /^(08|53|57P0[1-4]|25006|40)/;

/** Messages of the client for connections that broke without a code. */
const BROKEN =
  /connection terminated|connection error|not queryable|timeout exceeded|timeout expired|connection timeout/i;

/** A failed statement as `SqlError`, of which passing trouble is its own kind. */
export function toSqlError(label: string, error: unknown): Error {
  if (error instanceof SqlError || error instanceof StoreError) return error;
  const state = sqlStateOf(error);
  return isPassing(error) ? new DatabaseUnavailableError(label, state, error) : new SqlError(label, state, error);
}

/** Says why a server could not be connected to and what to do about it. */
export function toConnectError(address: ServerAddress, error: unknown): Error {
  const { database, shown, user } = address;
  if (error instanceof StoreError || error instanceof SqlError) return error;
  const state = sqlStateOf(error);
  const advice = adviceFor(state, user, database);
  if (advice !== null)
    return new StoreError(`${shown} refused the connection: ${messageOf(error)}. ${advice}`, { cause: error });
  if (!isPassing(error)) return new SqlError(`connecting to ${shown}`, state, error);
  return new DatabaseUnavailableError(
    `connecting to ${shown}`,
    state,
    new Error(`${messageOf(error)}. Is the server running, and the address right?`, { cause: error }),
  );
}

function adviceFor(state: string | null, user: string, database: string): string | null {
  switch (state) {
    case "28P01":
      return `Mend the password of "${user}" in the database URL.`;
    case "28000":
      return `Let "${user}" log in from here (pg_hba.conf), or use another user.`;
    case "3D000":
      return `Create it: create database "${database}" encoding 'UTF8' template template0`;
    case "42501":
      return `Grant it: grant connect, create on database "${database}" to "${user}"`;
    default:
      return null;
  }
}

function sqlStateOf(error: unknown): string | null {
  const code = codeOf(error);
  return code !== null && /^[0-9A-Z]{5}$/.test(code) && !NETWORK_CODES.has(code) ? code : null;
}

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null && (NETWORK_CODES.has(code) || PASSING_STATES.test(code))) return true;
  // Several addresses of one host fail together.
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  return error instanceof Error && BROKEN.test(error.message);
}

function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
