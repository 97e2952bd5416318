/** One row, in column order, each value as PostgreSQL's text (statements cast every column to `text`). */
export type SqlRow = readonly (string | null)[];

/** Where statements run, such as a transaction. Parameters are text: statements cast them (`$1::text::bytea`), so no driver has to know types. */
export interface SqlSession {
  /**
   * Runs one statement; throws `SqlError` with the label and the SQLSTATE. Statements that do not need each other's results
   * may be asked for at once: they run in that order.
   */
  query(label: string, text: string, parameters?: readonly (string | null)[]): Promise<readonly SqlRow[]>;
  /** Runs several statements without parameters or result. */
  execute(label: string, text: string): Promise<void>;
  /**
   * Appends rows, in the text format of `copy`, to columns of a table, faster than `insert` where parameters are what costs; null where
   * it is not. Names are quoted already.
   */
  readonly copy: ((label: string, table: string, columns: readonly string[], rows: string) => Promise<void>) | null;
}

/** A PostgreSQL database, in this process or on a server. Everything throws `DatabaseUnavailableError` while a server is away. */
export interface SqlDriver {
  /** Whether anything is there after the process ends; what is not needs no log to recover it from. */
  readonly isLasting: boolean;
  /** Whether it serves one at a time, so that a transaction keeps everybody else waiting, those who only read as well. */
  readonly isExclusive: boolean;
  /** Whether the planner's statistics are kept up to date in the background. */
  readonly analyzesItself: boolean;
  /** Each statement for itself, which is fastest: enough for reading wherever one statement tells all. */
  readonly single: SqlSession;
  /** Runs `work` in a transaction that commits when it returns and rolls back when it throws. One runs after the other. */
  write<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /** One statement on behalf of a query from outside, with its time limit; texts that come `again` are kept prepared where that helps. */
  readonly once: (again: boolean) => SqlSession["query"];
  /** Runs `work` in a read-only transaction in which every statement sees the same state and has the time limit of queries. */
  read<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /**
   * Reserves the data of the deployment `site` for this driver's transactions, until it is closed or loses its connection.
   * Throws `StoreError` naming who has it. The result gives it back, where the driver goes on without its store.
   */
  claim(site: number): Promise<() => void>;
  /** Whether a store of this process has claimed `site` on this driver; on a server, advisory locks tell instead. */
  hasClaim(site: number): boolean;
  /** Makes writing possible again after a lost connection, with the same claim; does nothing otherwise. */
  resume(): Promise<void>;
  /** Makes the room of a table's deleted rows usable again where the database does not do so by itself. */
  vacuum(table: string): Promise<void>;
  close(): Promise<void>;
}
