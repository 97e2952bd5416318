import { IndexerError } from "../errors/indexer-error.ts";

/** A build that can be read, but of which something would fail. */
export class CheckError extends IndexerError {
  override name = "CheckError";
}
