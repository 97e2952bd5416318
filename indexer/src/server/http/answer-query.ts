import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import type { QueryAnswer } from "../../graphql/execute.ts";
import type { QueryMetrics } from "../metrics/query-metrics.ts";
import type { ServedDeployment } from "../served-subgraph.ts";
import type { DocumentCache } from "./document-cache.ts";
import { type GraphqlRequest, parsePostedRequest } from "./graphql-request.ts";
import { HttpError, overloaded } from "./http-error.ts";
import type { Admission, LoadLimit } from "./load-limit.ts";
import { readBody } from "./read-body.ts";
import { send } from "./send.ts";

/** What answers are made with. */
export interface AnswerContext {
  readonly load: LoadLimit;
  readonly documents: DocumentCache;
  readonly metrics: QueryMetrics;
  readonly logger: Logger;
}

/** Whoever answers a request; the headers go with the answer. */
export type Answerer = (
  request: GraphqlRequest,
) => Promise<{ readonly answer: object; readonly headers: Readonly<Record<string, string>> }>;

/** Methods and headers that graph-node names on answers. */
const GRAPHQL_HEADERS = {
  "access-control-allow-headers": "Content-Type, User-Agent",
  "access-control-allow-methods": "GET, OPTIONS, POST",
};

/** A syntax error as graph-node shows it: an answer like others, with the place. */
function syntaxAnswer(error: GraphQLError): QueryAnswer {
  const { locations, message } = error;
  return { errors: [{ ...(locations === undefined ? {} : { locations }), message }] };
}

/** Answers queries about the deployment that `find` finds when it is their turn; null stands for one that is not there. */
export function deploymentAnswerer(
  { documents, metrics }: AnswerContext,
  asked: string,
  find: () => ServedDeployment | null,
): Answerer {
  return async ({ operationName, query, variables }) => {
    const deployment = find();
    if (deployment === null) {
      return { answer: { errors: [{ message: `deployment \`${asked}\` does not exist` }] }, headers: {} };
    }
    let { head } = deployment.status();
    const started = performance.now();
    let answer: QueryAnswer;
    try {
      const document = documents.parse(query);
      answer = await deployment.engine.execute({ document, variables, operationName }, (answered) => {
        head = answered;
      });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      answer = syntaxAnswer(error);
    }
    metrics.observe((performance.now() - started) / 1000, answer.errors !== undefined);
    return {
      answer,
      headers: {
        // Nothing is signed here, so no answer can be attested.
        "graph-attestable": "false",
        ...(head === null
          ? {}
          : {
              "graph-indexed": JSON.stringify({ hash: head.hash, number: head.number, timestamp: head.timestamp }),
            }),
      },
    };
  };
}

async function answerAdmitted(
  admission: Admission,
  response: ServerResponse,
  read: () => Promise<GraphqlRequest>,
  answerer: Answerer,
): Promise<void> {
  const request = await read();
  // Whoever has gone meanwhile wants no answer any more.
  const result = await admission.run(async () => (response.destroyed ? null : answerer(request)));
  if (result === null) return;
  const bytes = Buffer.from(JSON.stringify(result.answer));
  admission.hold(bytes.length);
  send(response, 200, "application/json", bytes, { ...GRAPHQL_HEADERS, ...result.headers });
}

/**
 * Answers one GraphQL request, as soon as it is its turn.
 * @throws HttpError when the request is malformed or the server is busy.
 */
export async function answerQuery(
  context: AnswerContext,
  response: ServerResponse,
  read: (admission: Admission) => Promise<GraphqlRequest>,
  answerer: Answerer,
): Promise<void> {
  const admission = context.load.admit();
  if (admission === null) {
    context.metrics.countRefused();
    throw overloaded("it answers as many queries as it can");
  }
  // An answer is in memory until the client has it, or is gone.
  response.once("close", admission.release);
  await answerAdmitted(admission, response, () => read(admission), answerer);
}

/** Reads a GraphQL request from a POST. @throws HttpError when it is none. */
export async function readPost(request: IncomingMessage, admission: Admission): Promise<GraphqlRequest> {
  if (request.headers["content-type"] === undefined) throw new HttpError(400, "Content-Type header is required");
  return parsePostedRequest(await readBody(request, admission));
}
