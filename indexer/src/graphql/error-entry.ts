import { GraphQLError } from "graphql";
import { IndexerError } from "../errors/indexer-error.ts";
import { SqlError } from "../store/store-error.ts";
import { QueryError, type QueryLocation } from "./query-error.ts";

/** One of an answer's `errors`. */
export interface ErrorEntry {
  readonly message: string;
  readonly locations?: readonly QueryLocation[];
}

/** SQLSTATE of a statement that the server ended. */
const CANCELED = "57014";

/** SQLSTATEs of syntax errors and of too long words, which only the text of a search can have. */
const NO_SEARCH = ["42601", "54000"];

/** What an answer says about an error; throws what is a mistake of the program. */
export function errorEntry(error: unknown): ErrorEntry {
  if (error instanceof QueryError) {
    return { message: error.message, ...(error.location === null ? {} : { locations: [error.location] }) };
  }
  if (error instanceof SqlError) return { message: sqlMessage(error) };
  if (error instanceof GraphQLError || error instanceof IndexerError) return { message: error.message };
  // Recursion ends where the stack does, whatever the limits: that is the query's fault.
  if (error instanceof RangeError) return { message: `query is too large: ${error.message}` };
  throw error;
}

function sqlMessage(error: SqlError): string {
  if (error.sqlState === CANCELED) return "Query timed out";
  const reason = error.cause instanceof Error ? error.cause.message : "";
  if (!NO_SEARCH.includes(error.sqlState ?? "")) return `Store error: ${error.message}`;
  return `Invalid fulltext search query syntax. Error: ${reason}. Hint: Search terms with spaces need to be enclosed in single quotes`;
}
