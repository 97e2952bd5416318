import type { Hex } from "viem";
import { rpcObject } from "./parse-rpc.ts";
import { hasSelector, type TracedCall } from "./traced-call.ts";

/** Block and transaction of a trace. */
type Place = Pick<TracedCall, "blockHash" | "blockNumber" | "transactionHash" | "transactionIndex">;

/** The block that a Parity trace says it is from. */
export function blockHashOf(value: unknown): Hex {
  return rpcObject("trace_block", value).hex("blockHash");
}

/**
 * Reads a trace of `trace_filter` or `trace_block`; null when it is no successful call of a function: creations, rewards,
 * transfers of value, and what failed. Like graph-node, this looks at the call's own failure: one inside a call that
 * failed counts, and so does a delegate call, with the code's address as its target.
 */
export function parseTrace(value: unknown): TracedCall | null {
  const raw = rpcObject("trace_block", value);
  if (raw.text("type") !== "call" || raw.has("error") || !raw.has("result") || !raw.has("transactionHash")) return null;
  const action = raw.object("action");
  const input = action.hex("input");
  if (!hasSelector(input)) return null;
  return {
    from: action.hex("from"),
    to: action.hex("to"),
    input,
    output: raw.object("result").optionalHex("output") ?? "0x",
    blockHash: raw.hex("blockHash"),
    blockNumber: raw.count("blockNumber"),
    transactionHash: raw.hex("transactionHash"),
    transactionIndex: raw.count("transactionPosition"),
    path: raw.list("traceAddress").map(Number),
  };
}

const CALL_TYPES = new Set(["CALL", "CALLCODE", "DELEGATECALL", "STATICCALL"]);

/** Reads the calls of one transaction out of geth's `callTracer`, outermost first. */
export function parseCallFrames(value: unknown, place: Place): TracedCall[] {
  const calls: TracedCall[] = [];
  const waiting: { readonly frame: unknown; readonly path: readonly number[] }[] = [{ frame: value, path: [] }];
  // By hand instead of by recursion: frames may nest 1024 deep.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { frame, path } = next;
    const raw = rpcObject("debug_traceBlockByHash", frame);
    const input = raw.optionalHex("input") ?? "0x";
    if (CALL_TYPES.has(raw.text("type")) && !raw.has("error") && hasSelector(input)) {
      const output = raw.optionalHex("output") ?? "0x";
      calls.push({ from: raw.hex("from"), to: raw.hex("to"), input, output, ...place, path });
    }
    const inner = raw.has("calls") ? raw.list("calls") : [];
    waiting.push(...inner.map((call, index) => ({ frame: call, path: [...path, index] })).toReversed());
  }
  return calls;
}
