import { IndexerError, type IndexerErrorOptions } from "./indexer-error.ts";

/**
 * A mapping did something it must not: the same block fails in the same way every time.
 * Everything the failing block wrote is dropped and the subgraph stops.
 */
export class MappingError extends IndexerError {
  override name = "MappingError";
}

/** A {@link MappingError} with the block and handler in which it happened. */
export class HandlerError extends IndexerError {
  override name = "HandlerError";
  readonly block: { readonly number: number; readonly hash: string };
  readonly handler: string | null;

  constructor(
    message: string,
    options: IndexerErrorOptions & {
      readonly block: { readonly number: number; readonly hash: string };
      readonly handler: string | null;
    },
  ) {
    super(message, options);
    this.block = options.block;
    this.handler = options.handler;
  }
}
