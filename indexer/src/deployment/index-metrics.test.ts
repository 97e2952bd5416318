import { expect, test } from "vitest";
import { RpcError } from "../errors/rpc-error.ts";
import { createProgress } from "../runtime/progress.ts";
import { formatMetrics } from "../server/metrics/format-metrics.ts";
import type { RpcClient } from "../source/rpc-client.ts";
import { changesAt, openTestStore, setEntity, testBlock } from "../store/store.fixture.ts";
import { indexMetrics } from "./index-metrics.ts";
import { type HandlerCounters, measureHandlers } from "./measure-handlers.ts";
import { measureRpc } from "./measure-rpc.ts";
import { createStoreCounters, measureStore } from "./measure-store.ts";

test("what was asked of handlers, store and chain is counted under Prometheus' names", async () => {
  const { model, store: opened } = await openTestStore(`type Token @entity { id: ID!, name: String! }`);
  const counters = createStoreCounters();
  const store = measureStore(opened, counters);
  const token = (id: string) => setEntity(model, "Token", { id, name: id });
  await store.commit(
    [changesAt(testBlock(1), [token("a")]), changesAt(testBlock(2), [token("a"), token("b")])],
    testBlock(4),
  );
  await store.getMany("Token", ["a"]);
  await store.revertTo(testBlock(1));

  const handlers = new Map<string, HandlerCounters>();
  const progress = measureHandlers(createProgress(1), handlers);
  progress.countHandler("handleTransfer", 500);
  progress.countHandler("handleTransfer", 250);
  progress.update({ head: await store.head(), problem: "no answer" });

  const client: RpcClient = {
    request: async (method) => {
      if (method === "eth_call") throw new RpcError(method, "reverted", { retryable: false });
      return null;
    },
    requestCount: () => 0,
    close: () => undefined,
  };
  const rpc = measureRpc(client);
  await rpc.client.request("eth_chainId", []);
  await expect(rpc.client.request("eth_call", [])).rejects.toThrow("reverted");
  await store.close();

  const metrics = indexMetrics({ progress: progress.read(), handlers, store: counters, methods: rpc.methods });
  const text = formatMetrics(metrics);
  for (const line of [
    'indexer_handlers_total{handler="handleTransfer"} 2',
    'indexer_handler_seconds_total{handler="handleTransfer"} 0.75',
    "indexer_commits_total 1",
    "indexer_entities_written_total 3",
    "indexer_entity_reads_total 1",
    "indexer_reorganisations_total 1",
    "indexer_reverted_blocks_total 3",
    "indexer_deepest_reorganisation_blocks 3",
    'indexer_rpc_requests_total{method="eth_chainId"} 1',
    'indexer_rpc_errors_total{method="eth_chainId"} 0',
    'indexer_rpc_errors_total{method="eth_call"} 1',
    "indexer_head_block 1",
    "indexer_blocked 1",
    "indexer_failed 0",
  ]) {
    expect(text.split("\n")).toContain(line);
  }
  for (const { name, type } of metrics) expect(name.endsWith("_total"), name).toBe(type === "counter");
});
