import { IndexerError } from "../errors/indexer-error.ts";

/** A value that does not have the form or type its field asks for. */
export class ValueError extends IndexerError {
  override name = "ValueError";
}
