import type { Indexer } from "@weft/indexer";

/** Answers a query, or throws what is wrong with it. */
export async function query<T>(indexer: Indexer, document: string, variables?: Record<string, unknown>): Promise<T> {
  const { data, errors } = await indexer.query(document, variables);
  if (errors !== undefined || data === undefined) throw new Error(`The query failed: ${JSON.stringify(errors)}`);
  return data as T;
}
