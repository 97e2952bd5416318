import type { Hex } from "viem";
import { numberToHex } from "viem/utils";
import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import { createBlockTracer, expectList } from "./block-tracer.ts";
import type { BlockId } from "./chain.ts";
import { rpcObject } from "./parse-rpc.ts";
import { parseTrace } from "./parse-traces.ts";
import type { RpcClient } from "./rpc-client.ts";
import type { TracedCall } from "./traced-call.ts";

/** Most addresses in one `trace_filter`. */
const MAX_ADDRESSES = 500;
/** Blocks traced at the same time, to bound memory. */
const BLOCK_CHUNK = 10;

/** How a server traces: over ranges, block by block, or only in geth's way. */
type Mode = "filter" | "block" | "debug";

/** Reads the calls that transactions made. */
export interface CallTracer {
  /** Finds out how the server traces. @throws RpcError when it does not, or does not answer. */
  probe(): Promise<void>;
  /** Successful calls to `addresses` (lower case) from block `from` to block `to`, in the order of the chain. */
  calls(addresses: readonly Hex[], from: number, to: BlockId): Promise<readonly TracedCall[]>;
}

/** Whether the server itself says no, other than for want of time or because it is busy. */
function isRefusal(error: unknown): error is RpcError {
  return error instanceof RpcError && !error.retryable && error.code !== null;
}

/** Traces through JSON-RPC. */
export function createCallTracer(rpc: RpcClient): CallTracer {
  const { debugBlock, traceBlock } = createBlockTracer(rpc);
  let mode: Mode | null = null;

  async function blockHash(number: number): Promise<Hex> {
    const raw = await rpc.request("eth_getBlockByNumber", [numberToHex(number), false]);
    if (raw === null) throw new ChainChangedError(`Block ${number} disappeared while its calls were read.`);
    return rpcObject("eth_getBlockByNumber", raw).hex("hash");
  }

  /** Over a range, halved for as long as the server finds it too wide. */
  async function filterRange(addresses: readonly Hex[], from: number, to: number): Promise<readonly TracedCall[]> {
    const params = [{ fromBlock: numberToHex(from), toBlock: numberToHex(to), toAddress: addresses }];
    try {
      const traces = expectList("trace_filter", await rpc.request("trace_filter", params, { attempts: 1 }));
      return traces.map(parseTrace).filter((call) => call !== null);
    } catch (error) {
      if (!(error instanceof RpcError) || error.code === null || from === to) throw error;
      const middle = Math.floor((from + to) / 2);
      return [...(await filterRange(addresses, from, middle)), ...(await filterRange(addresses, middle + 1, to))];
    }
  }

  async function blockwise(from: number, to: BlockId): Promise<readonly TracedCall[]> {
    const trace = mode === "debug" ? debugBlock : traceBlock;
    const calls: TracedCall[] = [];
    for (let start = from; start <= to.number; start += BLOCK_CHUNK) {
      const numbers = Array.from({ length: Math.min(BLOCK_CHUNK, to.number - start + 1) }, (_, index) => start + index);
      const chunk = await Promise.all(
        numbers.map(async (number) => trace(number === to.number ? to : { number, hash: await blockHash(number) })),
      );
      calls.push(...chunk.flat());
    }
    return calls;
  }

  async function attempt(candidate: Mode, block: BlockId): Promise<void> {
    if (candidate === "filter") {
      const number = numberToHex(block.number);
      await rpc.request("trace_filter", [{ fromBlock: number, toBlock: number, toAddress: [] }]);
    }
    if (candidate === "debug") await debugBlock(block);
    else await traceBlock(block);
  }

  return {
    async probe() {
      const latest = rpcObject("eth_getBlockByNumber", await rpc.request("eth_getBlockByNumber", ["latest", false]));
      const block = { number: latest.count("number"), hash: latest.hex("hash") };
      let refusal: RpcError | null = null;
      for (const candidate of ["filter", "block", "debug"] as const) {
        try {
          await attempt(candidate, block);
          mode = candidate;
          return;
        } catch (error) {
          if (!isRefusal(error)) throw error;
          refusal = error;
        }
      }
      throw refusal ?? new RpcError("trace_block", "the server does not trace", { retryable: false });
    },
    async calls(addresses, from, to) {
      if (addresses.length === 0) return [];
      if (mode === null) await this.probe();
      const wanted = new Set(addresses);
      if (mode !== "filter") return (await blockwise(from, to)).filter((call) => wanted.has(call.to));
      const parts: TracedCall[] = [];
      for (let start = 0; from < to.number && start < addresses.length; start += MAX_ADDRESSES) {
        parts.push(...(await filterRange(addresses.slice(start, start + MAX_ADDRESSES), from, to.number - 1)));
      }
      // By its hash and against its transactions: a server that lags has the range's last block last.
      const last = await traceBlock(to);
      return [...parts, ...last].filter((call) => wanted.has(call.to));
    },
  };
}
