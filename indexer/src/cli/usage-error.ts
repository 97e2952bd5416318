import { IndexerError } from "../errors/indexer-error.ts";

/** A command line that makes no sense. */
export class UsageError extends IndexerError {
  override name = "UsageError";
}
