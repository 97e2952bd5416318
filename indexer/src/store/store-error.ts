import { IndexerError } from "../errors/indexer-error.ts";

/** A write or read that the store refuses, such as a second insert of an immutable entity; another attempt fails the same way. */
export class StoreError extends IndexerError {
  override name = "StoreError";
}

/** A statement that the database refused. */
export class SqlError extends IndexerError {
  override name = "SqlError";
  /** What the statement was for. */
  readonly label: string;
  /** PostgreSQL's five-character error code, null when the failure did not come from the database. */
  readonly sqlState: string | null;

  constructor(label: string, sqlState: string | null, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`store: ${label} failed${sqlState === null ? "" : ` (SQLSTATE ${sqlState})`}: ${reason}`, {
      cause,
      details: { label, sqlState },
    });
    this.label = label;
    this.sqlState = sqlState;
  }
}

/**
 * The database cannot be reached, went away, or lacks room: passing trouble. Whoever writes calls `Store.resume` and goes
 * on from what that says is stored; whether the statement took effect is not known.
 */
export class DatabaseUnavailableError extends SqlError {
  override name = "DatabaseUnavailableError";
}
