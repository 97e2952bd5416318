import type { Progress } from "./runtime/progress.ts";
import type { Metric } from "./server/indexer-status.ts";

/** What indexing has done, for Prometheus. */
export function indexMetrics(progress: Progress, rpcRequests: number): readonly Metric[] {
  const counter = (name: string, help: string, value: number): Metric => ({ name, help, type: "counter", value });
  const gauge = (name: string, help: string, value: number): Metric => ({ name, help, type: "gauge", value });
  return [
    counter("indexer_blocks_total", "Blocks committed", progress.blocks),
    counter("indexer_handlers_total", "Handlers run", progress.handlers),
    counter("indexer_handler_seconds_total", "Seconds spent in handlers", progress.handlerMilliseconds / 1000),
    counter("indexer_reorganisations_total", "Reorganisations undone", progress.reorganisations),
    counter("indexer_rpc_requests_total", "JSON-RPC requests sent", rpcRequests),
    gauge("indexer_head_block", "Last block indexed", progress.head?.number ?? -1),
    gauge("indexer_chain_head_block", "Last block of the chain", progress.chainHead?.number ?? -1),
    gauge("indexer_failed", "1 when indexing has stopped because of a failure", progress.status === "failed" ? 1 : 0),
  ];
}
