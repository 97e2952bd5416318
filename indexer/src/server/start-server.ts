import type { Logger } from "pino";
import type { AnswerContext } from "./http/answer-query.ts";
import { createDocumentCache } from "./http/document-cache.ts";
import { createKeptAnswers } from "./http/kept-answers.ts";
import { type Listener, listen } from "./http/listen.ts";
import { createLoadLimit, type LoadLimits } from "./http/load-limit.ts";
import type { Metric } from "./metrics/metric.ts";
import { createQueryMetrics } from "./metrics/query-metrics.ts";
import { createRouter } from "./router.ts";
import type { ServedSubgraph } from "./served-subgraph.ts";
import { statusAnswerer } from "./status/answer-status.ts";
import type { StatusChain } from "./status/status-root.ts";

/** Enough for hundreds of clients; a database answers only a few queries at once anyway. */
const LOAD_LIMITS: LoadLimits = { requests: 512, running: 32, bytes: 256 * 1024 * 1024 };

/** What `startServer` needs. */
export interface ServerOptions {
  readonly subgraph: ServedSubgraph;
  /** 0 takes any free port. */
  readonly port: number;
  /** Port of the indexing status API alone, as graph-node's 8030; null for none. */
  readonly statusPort: number | null;
  readonly host: string;
  /** What the status API reads from the chain itself. */
  readonly chain: StatusChain;
  readonly metrics: () => readonly Metric[];
  readonly logger: Logger;
  readonly limits?: Partial<LoadLimits>;
  /** Bytes of answers that are kept for queries that come again before anything changes; 0 keeps none. */
  readonly keptBytes: number;
}

/** A server that accepts requests. */
export interface RunningServer {
  /** Where the subgraph's GraphQL is. */
  readonly url: string;
  readonly port: number;
  /** Where the indexing status API is. */
  readonly statusUrl: string;
  /** Stops accepting requests and ends open connections. */
  close(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP: GraphQL by name and by id, the indexing status API, `/health`, `/ready` and `/metrics`.
 * @throws ServerError when it cannot listen.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { chain, host, logger, metrics, statusPort, subgraph } = options;
  const context: AnswerContext = {
    load: createLoadLimit({ ...LOAD_LIMITS, ...options.limits }),
    documents: createDocumentCache(),
    kept: createKeptAnswers(options.keptBytes),
    metrics: createQueryMetrics(),
    logger,
  };
  const routing = { subgraph, answerStatus: statusAnswerer(subgraph, chain), context, metrics, logger };
  const main = await listen(createRouter(routing), options.port, host);
  let status: Listener | null = null;
  try {
    status = statusPort === null ? null : await listen(createRouter(routing, true), statusPort, host);
  } catch (error) {
    await main.close();
    throw error;
  }
  return {
    url: `${main.origin}/subgraphs/name/${subgraph.name}`,
    port: main.port,
    statusUrl: status === null ? `${main.origin}/index-node/graphql` : `${status.origin}/graphql`,
    async close() {
      await Promise.all([main.close(), status?.close()]);
    },
  };
}
