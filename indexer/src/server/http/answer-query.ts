import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import type { QueryAnswer } from "../../graphql/execute.ts";
import type { QueryMetrics } from "../metrics/query-metrics.ts";
import type { ServedDeployment } from "../served-subgraph.ts";
import type { DocumentCache } from "./document-cache.ts";
import { type GraphqlRequest, parsePostedRequest } from "./graphql-request.ts";
import { HttpError, overloaded } from "./http-error.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { Admission, LoadLimit } from "./load-limit.ts";
import { readBody } from "./read-body.ts";
import { type Reply, replyWith } from "./reply.ts";
import { send } from "./send.ts";

/** What answers are made with. */
export interface AnswerContext {
  readonly load: LoadLimit;
  readonly documents: DocumentCache;
  readonly kept: KeptAnswers;
  readonly metrics: QueryMetrics;
  readonly logger: Logger;
}

/** Whoever answers requests. */
export interface Answerer {
  /** An answer that is there, or under way, so that it need not wait for its turn; null when there is none. */
  readonly find: (request: GraphqlRequest) => Promise<Reply> | null;
  readonly answer: (request: GraphqlRequest) => Promise<Reply>;
}

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

/** What a deployment answers now. */
async function askDeployment(
  { documents, metrics }: AnswerContext,
  deployment: ServedDeployment,
  { operationName, query, variables }: GraphqlRequest,
): Promise<Reply> {
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
  // Nothing is signed here, so no answer can be attested.
  const headers = { "graph-attestable": "false" };
  if (head === null) return replyWith(answer, headers);
  const { hash, number, timestamp } = head;
  return replyWith(answer, { ...headers, "graph-indexed": JSON.stringify({ hash, number, timestamp }) });
}

/** Answers queries about the deployment that `find` finds when it is their turn; null stands for one that is not there. */
export function deploymentAnswerer(
  context: AnswerContext,
  asked: string,
  find: () => ServedDeployment | null,
): Answerer {
  const { kept, metrics } = context;
  return {
    find(request) {
      const deployment = find();
      const reply = deployment === null ? null : kept.find(deployment, request);
      if (reply !== null) metrics.countKept();
      return reply;
    },
    async answer(request) {
      const deployment = find();
      if (deployment === null) return replyWith({ errors: [{ message: `deployment \`${asked}\` does not exist` }] });
      const reply = askDeployment(context, deployment, request);
      kept.keep(deployment, request, reply);
      return reply;
    },
  };
}

async function answerAdmitted(
  admission: Admission,
  response: ServerResponse,
  read: () => Promise<GraphqlRequest>,
  answerer: Answerer,
): Promise<void> {
  const request = await read();
  const reply = await (answerer.find(request) ??
    admission.run(async () => {
      // Whoever has gone meanwhile wants no answer any more.
      if (response.destroyed) return null;
      return answerer.find(request) ?? answerer.answer(request);
    }));
  if (reply === null) return;
  admission.hold(reply.body.length);
  send(response, 200, "application/json", reply.body, { ...GRAPHQL_HEADERS, ...reply.headers });
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
