import type { IncomingMessage, ServerResponse } from "node:http";
import { parse as parseQueryString } from "node:querystring";
import type { Logger } from "pino";
import { healthOf, readinessOf } from "./health.ts";
import { type AnswerContext, type Answerer, answerQuery, deploymentAnswerer, readPost } from "./http/answer-query.ts";
import { checkApiVersion } from "./http/api-version.ts";
import { graphiqlPage } from "./http/graphiql-page.ts";
import { parseUrlRequest } from "./http/graphql-request.ts";
import { HttpError } from "./http/http-error.ts";
import { send, sendJson } from "./http/send.ts";
import { parseSubgraphPath, pathSegments, type SubgraphPath } from "./http/subgraph-path.ts";
import { formatMetrics } from "./metrics/format-metrics.ts";
import type { Metric } from "./metrics/metric.ts";
import { processMetrics } from "./metrics/process-metrics.ts";
import type { ServedDeployment, ServedSubgraph } from "./served-subgraph.ts";

/** What requests are answered with. */
export interface RouterOptions {
  readonly subgraph: ServedSubgraph;
  /** Answers the indexing status API. */
  readonly answerStatus: Answerer;
  readonly context: AnswerContext;
  /** What indexing counts, beside what the server itself does. */
  readonly metrics: () => readonly Metric[];
  readonly logger: Logger;
}

/** Answers one request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const STATUS_PATH = "/index-node/graphql";

/** A request with its address taken apart. */
interface Routed {
  readonly method: string;
  readonly segments: readonly string[];
  readonly parameters: ReturnType<typeof parseQueryString>;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function route(request: IncomingMessage, response: ServerResponse): Routed {
  const [path = "/", parameters = ""] = (request.url ?? "/").split("?", 2);
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  return { method, segments: pathSegments(path), parameters: parseQueryString(parameters), request, response };
}

/** The deployment a path means; null when there is none. @throws HttpError while it is being opened again. */
function findDeployment(subgraph: ServedSubgraph, { by, value }: SubgraphPath): ServedDeployment | null {
  const current = subgraph.current();
  const isCurrent = by === "name" ? value === subgraph.name : value === current?.manifest.deploymentId;
  if (isCurrent && current === null) {
    throw new HttpError(503, "The chain was restarted and is being indexed again", { "retry-after": "1" });
  }
  if (isCurrent) return current;
  const pending = subgraph.pending();
  return by === "id" && value === pending?.manifest.deploymentId ? pending : null;
}

/** Browsers ask this before they let a page ask; any header is allowed, where graph-node allows two. */
function answerPreflight({ request, response }: Routed): void {
  send(response, 200, "text/html", "", {
    "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "Content-Type, User-Agent",
    "access-control-allow-methods": "GET, OPTIONS, POST",
    "access-control-max-age": "86400",
  });
}

function redirect(response: ServerResponse, location: string): void {
  send(response, 302, "text/plain; charset=utf-8", "Redirecting...", { location });
}

function refuseMethod({ method, response }: Routed): void {
  sendJson(response, 405, { error: `${method} is not answered here: use POST` }, { allow: "GET, HEAD, OPTIONS, POST" });
}

async function answerEndpoint(
  context: AnswerContext,
  routed: Routed,
  target: { readonly page: boolean; readonly endpoint: string; readonly title: string },
  answerer: Answerer,
): Promise<void> {
  const { method, parameters, request, response } = routed;
  if (method === "OPTIONS") return answerPreflight(routed);
  if (method === "POST") return answerQuery(context, response, (admission) => readPost(request, admission), answerer);
  if (method !== "GET") return refuseMethod(routed);
  if (target.page) {
    return send(response, 200, "text/html; charset=utf-8", await graphiqlPage(target.endpoint, target.title));
  }
  if (parameters.query === undefined) return redirect(response, `${target.endpoint}/graphql`);
  return answerQuery(context, response, async () => parseUrlRequest(parameters), answerer);
}

async function answerSubgraph(options: RouterOptions, routed: Routed, path: SubgraphPath): Promise<void> {
  const { context, subgraph } = options;
  const version = routed.parameters["api-version"];
  if (typeof version === "string") checkApiVersion(version);
  const target = { page: path.page, endpoint: path.endpoint, title: path.value };
  const answerer = deploymentAnswerer(context, path.value, () => findDeployment(subgraph, path));
  await answerEndpoint(context, routed, target, answerer);
}

/** The status API shows its GraphiQL at the path that takes queries, as graph-node's own port has no other. */
function answerStatusApi(options: RouterOptions, routed: Routed, endpoint: string): Promise<void> {
  const page = routed.parameters.query === undefined;
  return answerEndpoint(options.context, routed, { page, endpoint, title: "Indexing status" }, options.answerStatus);
}

function answerNotFound({ subgraph }: RouterOptions, { request, response }: Routed): void {
  sendJson(response, 404, {
    message: "Not found",
    error: `Nothing is at \`${request.url}\`; the subgraph is at /subgraphs/name/${subgraph.name}`,
  });
}

function answerMetrics({ context, metrics }: RouterOptions, { response }: Routed): void {
  const all = [...metrics(), ...context.metrics.read(context.load.requests()), ...processMetrics()];
  send(response, 200, "text/plain; version=0.0.4; charset=utf-8", formatMetrics(all));
}

async function answer(options: RouterOptions, routed: Routed): Promise<void> {
  const { response, segments } = routed;
  const { subgraph } = options;
  const path = parseSubgraphPath(segments);
  if (path !== null) return answerSubgraph(options, routed, path);
  switch (`/${segments.join("/")}`) {
    case "/":
      return sendJson(response, 200, {
        message:
          "Access deployed subgraphs by deployment ID at /subgraphs/id/<ID> or by name at /subgraphs/name/<NAME>",
        subgraph: `/subgraphs/name/${subgraph.name}`,
      });
    case "/health": {
      const health = healthOf(subgraph, Date.now());
      return sendJson(response, health.status, health.body);
    }
    case "/ready": {
      const readiness = readinessOf(subgraph);
      return sendJson(response, readiness.status, readiness.body);
    }
    case "/metrics":
      return answerMetrics(options, routed);
    case STATUS_PATH:
      return answerStatusApi(options, routed, STATUS_PATH);
    default:
      return answerNotFound(options, routed);
  }
}

/** What only graph-node's own status port answers. */
async function answerStatusPort(options: RouterOptions, routed: Routed): Promise<void> {
  const path = `/${routed.segments.join("/")}`;
  if (path === "/graphql" || path === STATUS_PATH) return answerStatusApi(options, routed, path);
  if (path === "/") return redirect(routed.response, "/graphql");
  return sendJson(routed.response, 404, { message: "Not found", error: `The status API is at /graphql` });
}

function fail(logger: Logger, response: ServerResponse, error: unknown): void {
  if (error instanceof HttpError) {
    sendJson(response, error.status, { error: error.message }, error.headers);
    return;
  }
  // Whoever went away in the middle of a request needs no answer, and it is no defect.
  if (response.destroyed) return;
  logger.error({ err: error }, "a request could not be answered");
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { error: "Internal error: see the indexer's log" });
}

/** Answers requests on the main port, or with `statusOnly` those on the status port. */
export function createRouter(options: RouterOptions, statusOnly = false): Handler {
  const answerAny = statusOnly ? answerStatusPort : answer;
  return (request, response) => {
    const answering = answerAny(options, route(request, response));
    answering.catch((error: unknown) => fail(options.logger, response, error));
  };
}
