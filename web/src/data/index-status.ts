import { queryOptions } from "@tanstack/react-query";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";
import { IndexAnswerError } from "./read-answer.ts";

const statusDocument = graphql(`
  query Status {
    _meta { block { number timestamp } hasIndexingErrors }
  }
`);

/** How far the index is. */
export interface IndexStatus {
  /** Newest block whose events are in the index. */
  readonly block: number;
  /** Unix time of that block; 0 if the index does not say. */
  readonly timestamp: number;
  readonly hasErrors: boolean;
}

/** Asks the index how far it is. Throws the errors of `queryGraphql` and `IndexAnswerError`. */
export async function fetchIndexStatus(signal?: AbortSignal): Promise<IndexStatus> {
  const { _meta: meta } = await queryGraphql(statusDocument, {}, { signal });
  if (!meta) throw new IndexAnswerError("_meta", meta, "the newest block");
  return { block: meta.block.number, timestamp: meta.block.timestamp ?? 0, hasErrors: meta.hasIndexingErrors };
}

/** The query of how far the index is; asked again every few seconds. */
export const indexStatusQueryOptions = queryOptions({
  queryKey: queryKeys.status(),
  queryFn: ({ signal }) => fetchIndexStatus(signal),
  refetchInterval: 3_000,
  staleTime: 0,
});
