import type { initGraphQLTada, ResultOf, VariablesOf } from "gql.tada";
import type { introspection } from "../generated/graphql-env.d.ts";

/** How the index writes its scalars in JSON: amounts are decimal strings, bytes are hex. */
interface Scalars {
  readonly BigInt: string;
  readonly BigDecimal: string;
  readonly Bytes: `0x${string}`;
  readonly Int8: string;
  readonly Timestamp: string;
}

/**
 * A GraphQL document, checked against the index's schema when types are checked.
 *
 * At run time it is the text it was written as: the page ships no GraphQL parser.
 */
export const graphql = ((text: string) => text) as unknown as initGraphQLTada<{
  introspection: introspection;
  scalars: Scalars;
  disableMasking: true;
}>;

export type { ResultOf, VariablesOf };
