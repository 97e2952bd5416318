import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createQueryEngine } from "../graphql/execute.ts";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { createGraphqlHandler, type QueryCounters } from "./create-graphql-handler.ts";
import { formatMetrics } from "./format-metrics.ts";
import type { IndexerStatus, Metric } from "./indexer-status.ts";
import { ServerError } from "./server-error.ts";

/** Addresses that only this machine reaches; the server has no access control, so it offers no others. */
const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** Largest request body, in bytes; queries are text that people or programs write. */
const MAX_BODY = 1_000_000;

/** What `startServer` needs. */
export interface ServerOptions {
  /** Name of the subgraph, such as `weft`; one `/` may stand in it. */
  readonly name: string;
  readonly deploymentId: string;
  readonly store: QueryableStore;
  readonly model: SchemaModel;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly status: () => IndexerStatus;
  readonly metrics: () => readonly Metric[];
}

/** A server that accepts requests. */
export interface RunningServer {
  /** Where the subgraph's GraphQL is. */
  readonly url: string;
  readonly port: number;
  /** Stops accepting requests and ends open connections. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves a deployment over HTTP: GraphQL by name and by id, `/health` and `/metrics`. Throws `ServerError` when it cannot listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  if (!LOOPBACK.includes(options.host)) {
    throw new ServerError(
      `the server offers no access control, so it cannot listen on ${options.host}: use ${LOOPBACK.join(", ")}`,
    );
  }
  const server = createServer(createRouter(options));
  await listen(server, options.port, options.host);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}/subgraphs/name/${options.name}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createRouter(options: ServerOptions): Handler {
  const engine = createQueryEngine({ model: options.model, store: options.store });
  const counters: QueryCounters = { queries: 0, errors: 0, seconds: 0 };
  const routes = new Map<string, Handler>();
  for (const path of [`/subgraphs/name/${options.name}`, `/subgraphs/id/${options.deploymentId}`]) {
    routes.set(path, limitBody(createGraphqlHandler(path, engine, counters)));
    // graph-node shows GraphiQL there.
    routes.set(`${path}/graphql`, (_, response) => redirect(response, path));
  }
  routes.set("/", (_, response) =>
    sendJson(response, 200, { message: `Access the subgraph at /subgraphs/name/${options.name}` }),
  );
  routes.set("/health", (_, response) => sendHealth(response, options.status()));
  routes.set("/metrics", (_, response) => sendMetrics(response, options.metrics(), counters));
  return (request, response) => {
    const path = pathOf(request);
    const handler = routes.get(path);
    if (handler === undefined) sendNotFound(response, path, options.name);
    else handler(request, response);
  };
}

/** The request's path without query, trailing slash and empty segments. */
function pathOf(request: IncomingMessage): string {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  return `/${path
    .split("/")
    .filter((segment) => segment !== "")
    .join("/")}`;
}

function limitBody(handler: Handler): Handler {
  return (request, response) => {
    const length = Number(request.headers["content-length"] ?? "0");
    if (length > MAX_BODY) {
      response.setHeader("connection", "close");
      sendJson(response, 413, {
        error: `The request body has ${length} bytes, more than ${MAX_BODY}: split the query`,
      });
      return;
    }
    handler(request, response);
  };
}

function sendHealth(response: ServerResponse, status: IndexerStatus): void {
  const { head, chainHead } = status;
  const behind = head === null || chainHead === null ? null : Math.max(0, chainHead.number - head.number);
  sendJson(response, status.status === "failed" ? 503 : 200, { ...status, behind });
}

function sendMetrics(response: ServerResponse, metrics: readonly Metric[], counters: QueryCounters): void {
  const own: Metric[] = [
    { name: "graphql_queries_total", help: "Queries answered", type: "counter", value: counters.queries },
    {
      name: "graphql_query_errors_total",
      help: "Queries answered with an error",
      type: "counter",
      value: counters.errors,
    },
    { name: "graphql_query_seconds_total", help: "Seconds spent on answers", type: "counter", value: counters.seconds },
  ];
  response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  response.end(formatMetrics([...metrics, ...own]));
}

function sendNotFound(response: ServerResponse, path: string, name: string): void {
  const asked = /^\/subgraphs\/(?:name|id)\/(.+)$/.exec(path)?.[1];
  const error = asked === undefined ? `Nothing is at \`${path}\`` : `deployment \`${asked}\` does not exist`;
  sendJson(response, 404, { error: `${error}; the subgraph is at /subgraphs/name/${name}` });
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(302, { location: path });
  response.end();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "access-control-allow-origin": "*" });
  response.end(`${JSON.stringify(body)}\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "the port is in use: stop what uses it, or choose another" : error.message;
      reject(new ServerError(`cannot listen on ${host}:${port}: ${reason}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
