import { graphql } from "graphql";
import type { Answerer } from "../http/answer-query.ts";
import type { ServedSubgraph } from "../served-subgraph.ts";
import { type StatusChain, statusRoot } from "./status-root.ts";
import { statusSchema } from "./status-schema.ts";

/** Longest query, in characters: the whole API fits many times. */
const MAX_LENGTH = 20_000;

/** Answers the indexing status API, with graphql-js. */
export function statusAnswerer(subgraph: ServedSubgraph, chain: StatusChain): Answerer {
  return async ({ operationName, query, variables }) => {
    if (query.length > MAX_LENGTH) {
      return { answer: { errors: [{ message: `the query is longer than ${MAX_LENGTH} characters` }] }, headers: {} };
    }
    const answer = await graphql({
      schema: statusSchema,
      source: query,
      rootValue: statusRoot(subgraph, chain),
      variableValues: variables,
      operationName,
    });
    return { answer, headers: {} };
  };
}
