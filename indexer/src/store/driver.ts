/** One row, in column order, each value as PostgreSQL's text (statements cast every column to `text`). */
export type SqlRow = readonly (string | null)[];

/** Where statements run, such as a transaction. Parameters are text: statements cast them (`$1::text::bytea`), so no driver has to know types. */
export interface SqlSession {
  /** Runs one statement; throws `SqlError` with the label and the SQLSTATE. */
  query(label: string, text: string, parameters?: readonly (string | null)[]): Promise<readonly SqlRow[]>;
  /** Runs several statements without parameters or result. */
  execute(label: string, text: string): Promise<void>;
}

/** A PostgreSQL database, in this process or on a server. */
export interface SqlDriver {
  /** Each statement for itself, which is fastest: enough wherever one statement tells all. */
  readonly single: SqlSession;
  /** Runs `work` in a transaction that commits when it returns and rolls back when it throws. */
  write<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** Runs `work` in a read-only transaction in which every statement sees the same state. */
  read<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
