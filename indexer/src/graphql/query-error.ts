import { type ASTNode, getLocation } from "graphql";
import { IndexerError } from "../errors/indexer-error.ts";

/** Place of a mistake in a query's text, counted from 1. */
export interface QueryLocation {
  readonly line: number;
  readonly column: number;
}

/** A query that cannot be answered; the message is meant for whoever wrote it. */
export class QueryError extends IndexerError {
  override name = "QueryError";
  readonly location: QueryLocation | null;

  constructor(message: string, node?: ASTNode, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    const place = node?.loc;
    this.location = place === undefined ? null : getLocation(place.source, place.start);
  }
}

/** A query whose selections, fragments or filters lie too deep in one another. */
export function tooDeep(limit: number): QueryError {
  return new QueryError(`query has a depth that exceeds the limit of \`${limit}\``);
}
