import type { Indexer } from "@weft/indexer";

/** Answers a query, or throws what is wrong with it. */
export function query<T>(indexer: Indexer, document: string, variables?: Record<string, unknown>): Promise<T> {
  return indexer.queryData<T>(document, variables);
}
