import type { DocumentNode } from "graphql";
import { IndexerError } from "./errors/indexer-error.ts";
import type { QueryAnswer } from "./graphql/execute.ts";

/** What a typed document carries for the type checker alone, as code generators write it. */
interface Typed<Data, Variables> {
  readonly __apiType?: (variables: Variables) => Data;
}

/** Variables of a query by name. */
export type QueryVariables = Readonly<Record<string, unknown>>;

/** Data of a query whose type nobody told. */
export type QueryData = NonNullable<QueryAnswer["data"]>;

/** A query as text, or as `graphql-tag` and code generators make it. */
// biome-ignore lint/complexity/noBannedTypes: code generators make documents that extend String
export type UntypedDocument = string | DocumentNode | String;

/** A query. A `TypedDocumentNode` or `TypedDocumentString` tells the types of its data and variables. */
export type QueryDocument<Data = QueryData, Variables = QueryVariables> =
  | string
  | (Exclude<UntypedDocument, string> & Typed<Data, Variables>);

/** A query was answered with errors; the message lists them. */
export class QueryFailedError extends IndexerError {
  override name = "QueryFailedError";
  readonly errors: NonNullable<QueryAnswer["errors"]>;

  constructor(errors: NonNullable<QueryAnswer["errors"]>) {
    super(`The query failed: ${errors.map(({ message }) => message).join("; ")}`);
    this.errors = errors;
  }
}

/** The parsed document; `parse` reads text. @throws GraphQLError when the text is no GraphQL. */
export function toDocument(document: UntypedDocument, parse: (text: string) => DocumentNode): DocumentNode {
  return typeof document === "string" || document instanceof String ? parse(String(document)) : document;
}
