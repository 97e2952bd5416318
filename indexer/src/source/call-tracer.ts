import { setTimeout as sleep } from "node:timers/promises";
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

/** JSON-RPC code of servers that do not have a method. */
const METHOD_NOT_FOUND = -32601;
/** How often is looked for a way of tracing while what keeps from it may pass, and the milliseconds between. */
const MAX_PROBES = 4;
const PROBE_PAUSE_MS = 250;

/** How a server traces: over ranges, block by block, or only in geth's way. */
type Mode = "filter" | "block" | "debug";

/** Reads the calls that transactions made. */
export interface CallTracer {
  /** Finds out how the server traces. @throws RpcError when it does not, or does not answer. */
  probe(): Promise<void>;
  /**
   * Successful calls to `addresses` (lower case) from block `from` to block `to`, in the order of the chain. Blocks of `tail`, by
   * number, are traced one by one, by hash and against their transactions: a server that lags has ranges without its last blocks.
   */
  calls(
    addresses: readonly Hex[],
    from: number,
    to: BlockId,
    tail: ReadonlyMap<number, BlockId>,
  ): Promise<readonly TracedCall[]>;
}

/** Whether the server itself says no, other than for want of time or because it is busy. */
function isRefusal(error: unknown): error is RpcError {
  return error instanceof RpcError && !error.retryable && error.code !== null;
}

/** Whether what keeps from tracing may be over in a moment: the chain changed, or the server has the method and failed. */
function mayPass(error: unknown): boolean {
  return error instanceof ChainChangedError || (isRefusal(error) && error.code !== METHOD_NOT_FOUND);
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

  async function blockwise(
    from: number,
    to: BlockId,
    known: ReadonlyMap<number, BlockId>,
  ): Promise<readonly TracedCall[]> {
    const trace = mode === "debug" ? debugBlock : traceBlock;
    const calls: TracedCall[] = [];
    for (let start = from; start <= to.number; start += BLOCK_CHUNK) {
      const numbers = Array.from({ length: Math.min(BLOCK_CHUNK, to.number - start + 1) }, (_, index) => start + index);
      const chunk = await Promise.all(
        numbers.map(async (number) => {
          const block = number === to.number ? to : known.get(number);
          return trace(block ?? { number, hash: await blockHash(number) });
        }),
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

  async function findMode(): Promise<Mode> {
    const latest = rpcObject("eth_getBlockByNumber", await rpc.request("eth_getBlockByNumber", ["latest", false]));
    const block = { number: latest.count("number"), hash: latest.hex("hash") };
    let refusal: RpcError | null = null;
    for (const candidate of ["filter", "block", "debug"] as const) {
      try {
        await attempt(candidate, block);
        return candidate;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // One that may pass says more than those of methods that are not there.
        if (refusal === null || mayPass(error)) refusal = error;
      }
    }
    throw refusal ?? new RpcError("trace_block", "the server does not trace", { retryable: false });
  }

  return {
    async probe() {
      for (let left = MAX_PROBES - 1; ; left--) {
        try {
          mode = await findMode();
          return;
        } catch (error) {
          if (left === 0 || !mayPass(error)) throw error;
          await sleep(PROBE_PAUSE_MS);
        }
      }
    },
    async calls(addresses, from, to, tail) {
      if (addresses.length === 0) return [];
      if (mode === null) await this.probe();
      const wanted = new Set(addresses);
      if (mode !== "filter") return (await blockwise(from, to, tail)).filter((call) => wanted.has(call.to));
      const parts: TracedCall[] = [];
      const first = Math.max(from, Math.min(to.number, ...tail.keys()));
      for (let start = 0; from < first && start < addresses.length; start += MAX_ADDRESSES) {
        parts.push(...(await filterRange(addresses.slice(start, start + MAX_ADDRESSES), from, first - 1)));
      }
      const last = await blockwise(first, to, tail);
      return [...parts, ...last].filter((call) => wanted.has(call.to));
    },
  };
}
