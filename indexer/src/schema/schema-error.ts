import { IndexerError } from "../errors/indexer-error.ts";

/** A `schema.graphql` that cannot be indexed; the message names the type and field and says what to change. */
export class SchemaError extends IndexerError {
  override name = "SchemaError";
}
