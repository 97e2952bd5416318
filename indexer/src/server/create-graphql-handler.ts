import type { IncomingMessage, ServerResponse } from "node:http";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import type { ExecutionArgs, ExecutionResult } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { QueryEngine } from "../graphql/execute.ts";

/** Counts of answered queries, for `/metrics`. */
export interface QueryCounters {
  queries: number;
  /** Answers with at least one error. */
  errors: number;
  /** Time spent on answers. */
  seconds: number;
}

/** Handles GraphQL over HTTP at one path, with GraphiQL for browsers; everything GraphiQL needs comes from this process. */
export function createGraphqlHandler(
  path: string,
  engine: QueryEngine,
  counters: QueryCounters,
): (request: IncomingMessage, response: ServerResponse) => void {
  const yoga = createYoga({
    schema: engine.apiSchema,
    graphqlEndpoint: path,
    landingPage: false,
    logging: false,
    // Messages are written for whoever asks: they name what is wrong with the query.
    maskedErrors: false,
    cors: { origin: "*", credentials: false, methods: ["GET", "OPTIONS", "POST"] },
    renderGraphiQL,
    graphiql: { title: "Subgraph" },
    plugins: [queryEnginePlugin(engine, counters)],
  });
  return (request, response) => {
    void yoga(request, response);
  };
}

/** Lets the query engine answer in place of graphql-js; it checks queries itself, as leniently as graph-node. */
function queryEnginePlugin(engine: QueryEngine, counters: QueryCounters): Plugin {
  const execute = async (args: ExecutionArgs): Promise<ExecutionResult> => {
    const started = performance.now();
    const answer = await engine.execute({
      document: args.document,
      variables: args.variableValues ?? {},
      operationName: args.operationName ?? null,
    });
    counters.queries += 1;
    counters.seconds += (performance.now() - started) / 1000;
    if (answer.errors !== undefined) counters.errors += 1;
    // As on graph-node, an answer with errors is still an answer. Yoga reads the status from the extension and drops it.
    return { ...answer, extensions: { http: { status: 200 } } } as unknown as ExecutionResult;
  };
  return {
    onValidate: ({ setResult }) => setResult([]),
    onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(execute),
  };
}
