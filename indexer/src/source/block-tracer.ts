import type { Hex } from "viem";
import { numberToHex } from "viem/utils";
import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import type { BlockId } from "./chain.ts";
import { rpcObject } from "./parse-rpc.ts";
import { blockHashOf, parseCallFrames, parseTrace } from "./parse-traces.ts";
import type { RpcClient } from "./rpc-client.ts";
import type { TracedCall } from "./traced-call.ts";

/** Reads the calls of single blocks; both ways refuse a trace of another block, or of fewer transactions than there are. */
export interface BlockTracer {
  /** With Parity's `trace_block`. */
  traceBlock(block: BlockId): Promise<readonly TracedCall[]>;
  /** With geth's `debug_traceBlockByHash`. */
  debugBlock(block: BlockId): Promise<readonly TracedCall[]>;
}

/** The list that a method must answer. @throws RpcError */
export function expectList(method: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new RpcError(method, "the answer is no list", { retryable: true });
}

/** Traces through JSON-RPC. */
export function createBlockTracer(rpc: RpcClient): BlockTracer {
  /** Transactions of a block, in order: a trace without those of each is not the whole. */
  async function transactions(block: BlockId): Promise<readonly Hex[]> {
    const raw = await rpc.request("eth_getBlockByHash", [block.hash, false]);
    if (raw === null)
      throw new ChainChangedError(`Block ${block.number} (${block.hash}) is not on the chain any more.`);
    return rpcObject("eth_getBlockByHash", raw).list("transactions") as readonly Hex[];
  }

  async function traceBlock(block: BlockId): Promise<readonly TracedCall[]> {
    const traces = expectList("trace_block", await rpc.request("trace_block", [numberToHex(block.number)]));
    const stray = traces.map(blockHashOf).find((hash) => hash !== block.hash);
    if (stray !== undefined) {
      throw new ChainChangedError(`Block ${block.number} is ${block.hash}, but a trace of it says ${stray}.`);
    }
    const traced = new Set(traces.map((trace) => rpcObject("trace_block", trace).optionalHex("transactionHash")));
    const missing = (await transactions(block)).find((hash) => !traced.has(hash));
    if (missing !== undefined) {
      throw new RpcError("trace_block", `transaction ${missing} of block ${block.number} has no trace`, {
        retryable: true,
      });
    }
    return traces.map(parseTrace).filter((call) => call !== null);
  }

  async function debugBlock(block: BlockId): Promise<readonly TracedCall[]> {
    const method = "debug_traceBlockByHash";
    const [traces, hashes] = await Promise.all([
      rpc.request(method, [block.hash, { tracer: "callTracer" }]).then((raw) => expectList(method, raw)),
      transactions(block),
    ]);
    if (traces.length !== hashes.length) {
      throw new RpcError(method, `${traces.length} traces for the ${hashes.length} transactions of ${block.number}`, {
        retryable: true,
      });
    }
    return traces.flatMap((trace, transactionIndex) => {
      const raw = rpcObject(method, trace);
      const transactionHash = raw.optionalHex("txHash") ?? hashes[transactionIndex] ?? "0x";
      const place = { blockHash: block.hash, blockNumber: block.number, transactionHash, transactionIndex };
      return parseCallFrames(raw.has("result") ? raw.value("result") : trace, place);
    });
  }

  return { traceBlock, debugBlock };
}
