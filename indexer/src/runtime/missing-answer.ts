/**
 * Thrown into a handler that asks for something not in memory.
 *
 * Handlers run synchronously, while stores and chains answer later. So the handler is stopped, the answer fetched, and the
 * handler run again in a fresh instance: until it succeeds, it has changed nothing, and it asks the same questions again.
 */
export class MissingAnswer extends Error {
  override name = "MissingAnswer";
  /** Brings the answer into memory, where it stays until the block is done. */
  readonly fetch: () => Promise<void>;

  constructor(fetch: () => Promise<void>) {
    super("The answer must be fetched first.");
    this.fetch = fetch;
  }
}
