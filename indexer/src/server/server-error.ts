import { IndexerError } from "../errors/indexer-error.ts";

/** The HTTP server cannot start. */
export class ServerError extends IndexerError {
  override name = "ServerError";
}
