import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  MaxIntrospectionDepthRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { createIntrospectionRoom } from "../../graphql/introspect.ts";
import { introspectionFields, renameIntrospection } from "../../graphql/introspection-schema.ts";
import { QueryError } from "../../graphql/query-error.ts";
import type { Answerer } from "../http/answer-query.ts";
import type { GraphqlRequest } from "../http/graphql-request.ts";
import { replyWith } from "../http/reply.ts";
import type { ServedSubgraph } from "../served-subgraph.ts";
import { type StatusChain, statusRoot } from "./status-root.ts";
import { statusSchema } from "./status-schema.ts";

/** Most tokens of a query: the whole API fits, and so does what tools ask about it. */
const MAX_TOKENS = 1_000;
/** Most blocks that one query may ask the chain for. */
const MAX_BLOCKS = 20;

/** The rule on depth follows a fragment as often as it is mentioned, which doubles with each level of them: answers are counted instead. */
const RULES = specifiedRules.filter((rule) => rule !== MaxIntrospectionDepthRule);

const openRoom = createIntrospectionRoom(statusSchema);

const executableSchema = withIntrospection(statusSchema.toConfig());

function withIntrospection(config: ReturnType<GraphQLSchema["toConfig"]>): GraphQLSchema {
  const own = config.query?.toConfig();
  if (own === undefined) throw new TypeError("the status API has no Query");
  const query = new GraphQLObjectType({ ...own, fields: { ...own.fields, ...introspectionFields } });
  return new GraphQLSchema({ ...config, query, types: config.types.filter((type) => type !== config.query) });
}

function parseDocument(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    throw new GraphQLError(`the query cannot be read: ${String(error)}`);
  }
}

/** The chain, which answers so many times. */
function limited(chain: StatusChain): StatusChain {
  let left = MAX_BLOCKS;
  const take = (): void => {
    left -= 1;
    if (left < 0) throw new QueryError(`query asks for more than ${MAX_BLOCKS} blocks of the chain: split the query`);
  };
  return {
    async blockHash(number) {
      take();
      return chain.blockHash(number);
    },
    async block(hash) {
      take();
      return chain.block(hash);
    },
  };
}

async function answer(
  subgraph: ServedSubgraph,
  chain: StatusChain,
  { operationName, query, variables }: GraphqlRequest,
): Promise<ExecutionResult> {
  const document = parseDocument(query);
  const errors = validate(statusSchema, document, RULES);
  if (errors.length > 0) return { errors };
  const { context, check } = openRoom();
  const result = await execute({
    schema: executableSchema,
    document: renameIntrospection(document, statusSchema),
    rootValue: statusRoot(subgraph, limited(chain)),
    contextValue: context,
    variableValues: variables,
    operationName,
  });
  check();
  return result;
}

/** Answers the indexing status API, with graphql-js. */
export function statusAnswerer(subgraph: ServedSubgraph, chain: StatusChain): Answerer {
  return {
    find: () => null,
    async answer(request) {
      try {
        return replyWith(await answer(subgraph, chain, request));
      } catch (error) {
        if (error instanceof GraphQLError) return replyWith({ errors: [error] });
        if (error instanceof QueryError) return replyWith({ errors: [{ message: error.message }] });
        throw error;
      }
    },
  };
}
