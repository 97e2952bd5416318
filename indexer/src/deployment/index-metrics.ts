import type { Progress } from "../runtime/progress.ts";
import { counter, gauge, type Metric } from "../server/metrics/metric.ts";
import type { HandlerCounters } from "./measure-handlers.ts";
import type { MethodCounters } from "./measure-rpc.ts";
import type { StoreCounters } from "./measure-store.ts";

/** Everything that is counted while a deployment is indexed. */
export interface IndexCounters {
  readonly progress: Progress;
  readonly handlers: ReadonlyMap<string, Readonly<HandlerCounters>>;
  readonly store: Readonly<StoreCounters>;
  readonly methods: ReadonlyMap<string, Readonly<MethodCounters>>;
}

function handlerMetrics(handlers: IndexCounters["handlers"]): readonly Metric[] {
  return [...handlers].flatMap(([handler, { runs, seconds }]) => [
    counter("indexer_handlers_total", "Handlers run", runs, { handler }),
    counter("indexer_handler_seconds_total", "Time spent in handlers", seconds, { handler }),
  ]);
}

function rpcMetrics(methods: IndexCounters["methods"]): readonly Metric[] {
  return [...methods].flatMap(([method, { errors, requests, seconds }]) => [
    counter("indexer_rpc_requests_total", "JSON-RPC requests", requests, { method }),
    counter("indexer_rpc_errors_total", "JSON-RPC requests without a usable answer", errors, { method }),
    counter("indexer_rpc_seconds_total", "Time until JSON-RPC answers", seconds, { method }),
  ]);
}

function storeMetrics(store: IndexCounters["store"]): readonly Metric[] {
  return [
    counter("indexer_commits_total", "Transactions committed", store.commits),
    counter("indexer_commit_seconds_total", "Time spent committing", store.commitSeconds),
    counter("indexer_entities_written_total", "Entity versions written or ended", store.entitiesWritten),
    counter("indexer_entity_reads_total", "Times that entities were not in memory but read", store.reads),
    counter("indexer_entity_read_seconds_total", "Time spent reading entities", store.readSeconds),
    counter("indexer_reorganisations_total", "Reorganisations undone", store.reverts),
    counter("indexer_reverted_blocks_total", "Blocks undone by reorganisations", store.revertedBlocks),
    gauge("indexer_deepest_reorganisation_blocks", "Blocks undone by the deepest reorganisation", store.deepestRevert),
  ];
}

/** What indexing has done, for Prometheus. */
export function indexMetrics({ handlers, methods, progress, store }: IndexCounters): readonly Metric[] {
  const { blocks, chainHead, head, problem, status } = progress;
  return [
    counter("indexer_blocks_total", "Blocks committed", blocks),
    ...handlerMetrics(handlers),
    ...rpcMetrics(methods),
    ...storeMetrics(store),
    gauge("indexer_head_block", "Last block indexed, -1 before the first", head?.number ?? -1),
    gauge("indexer_head_timestamp_seconds", "Time of the last block indexed, in Unix seconds", head?.timestamp ?? 0),
    gauge("indexer_chain_head_block", "Last block of the chain, -1 while unknown", chainHead?.number ?? -1),
    gauge("indexer_failed", "1 when indexing has stopped because of a failure", status === "failed" ? 1 : 0),
    gauge("indexer_blocked", "1 while the chain or the database cannot be reached", problem === null ? 0 : 1),
  ];
}
