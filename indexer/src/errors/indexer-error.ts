/** What an `IndexerError` carries beside its message. */
export interface IndexerErrorOptions {
  readonly cause?: unknown;
  /** Values that the message speaks of, for logs. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Root of every error the indexer throws on purpose: the message names the cause, carries the value and says what to do. */
export class IndexerError extends Error {
  override name = "IndexerError";
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, options: IndexerErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.details = options.details ?? {};
  }
}
