import { ManifestError } from "../errors/manifest-error.ts";
import { RpcError } from "../errors/rpc-error.ts";
import type { Manifest, Mapping } from "../manifest/manifest.ts";
import { needsTraces } from "../runtime/data-source.ts";
import type { Chain } from "../source/chain.ts";
import { redactUrl } from "../values/redact-url.ts";

function firstHandler(mapping: Mapping): string {
  const called = mapping.blockHandlers.find((handler) => handler.filter.kind === "call");
  return mapping.callHandlers[0]?.handler ?? called?.handler ?? "";
}

/**
 * Makes sure that the chain's server traces calls if a handler of the subgraph needs that.
 * @throws ManifestError when it does not; RpcError when it does not answer.
 */
export async function checkTraces(manifest: Manifest, chain: Chain, rpcUrl: string): Promise<void> {
  const needy = [...manifest.dataSources, ...manifest.templates.values()].find(needsTraces);
  if (needy === undefined) return;
  try {
    await chain.probeTraces();
  } catch (cause) {
    if (!(cause instanceof RpcError) || cause.code === null || cause.retryable) throw cause;
    throw new ManifestError(
      needy.name,
      `the handler \`${firstHandler(needy)}\` runs on calls, which needs traces, but ${redactUrl(rpcUrl)} answers neither ` +
        "trace_filter, trace_block nor debug_traceBlockByHash. Use a node that traces (Erigon, Nethermind, Reth, anvil, " +
        "or geth with --http.api debug), or turn the handler into an event handler.",
      { cause },
    );
  }
}
