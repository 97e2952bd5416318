import { type Hex, hexToBigInt, numberToHex } from "viem";
import type { RandomNumbers } from "../../test-subgraphs/support/random-numbers.ts";
import type { PassingRequest } from "../../test-subgraphs/support/rpc-proxy.ts";

type Fields = Readonly<Record<string, unknown>>;
type Ask = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** What a server says instead of the truth: a JSON-RPC result or error; null where it has no lie for a request. */
export type Lie = (request: PassingRequest) => Promise<object | null>;

function isNewest({ method, params }: PassingRequest): boolean {
  return method === "eth_getBlockByNumber" && params[0] === "latest";
}

/** Whether logs of more than one block are asked for. */
export function isOfRange({ method, params }: PassingRequest): boolean {
  const filter = params[0] as Fields | undefined;
  return method === "eth_getLogs" && filter?.blockHash === undefined && filter?.fromBlock !== filter?.toBlock;
}

/**
 * Says from time to time that there is nothing new until several blocks have come: an indexer that looks as often as ours would otherwise
 * read one after the other, and never a range of them.
 */
export function createHeldHead(ask: Ask, random: RandomNumbers): Lie {
  let held: { readonly number: bigint; readonly until: bigint } | null = null;
  return async (request) => {
    if (!isNewest(request)) return null;
    const { number } = (await ask("eth_getBlockByNumber", ["latest", false])) as { readonly number: Hex };
    const height = hexToBigInt(number);
    if (held !== null && (height >= held.until || height < held.number)) held = null;
    else if (held === null && random.chance(HOLDS)) {
      held = { number: height, until: height + BigInt(random.whole(2, MAX_HELD)) };
    }
    if (held === null || held.number === height) return null;
    return { result: await ask("eth_getBlockByNumber", [numberToHex(held.number), request.params[1]]) };
  };
}

const UNKNOWN_BLOCK = { error: { code: -32000, message: "unknown block" } };
const NO_TRACE = { error: { code: -32000, message: "block not found" } };
const ERRORS = [
  { code: -32005, message: "limit exceeded" },
  { code: -32603, message: "internal error" },
  { code: -32000, message: "header not found" },
  { code: 429, message: "too many requests" },
];
const TOO_WIDE = [
  { code: -32005, message: "query returned more than 10000 results. Try with this block range [0x1, 0x2]." },
  { code: -32602, message: "Log response size exceeded." },
  { code: -32000, message: "block range is too wide" },
];

/** Most blocks that a lagging server is behind. */
const MAX_LAG = 4;
/** Most blocks that come to be while a server says that there is nothing new. */
const MAX_HELD = 6;
/** Part of the looks at the newest block from which on a server says so. */
const HOLDS = 0.25;

function isNumber(block: unknown): block is Hex {
  return typeof block === "string" && block.startsWith("0x");
}

/**
 * Everything that servers were seen to get wrong about a chain: they lag, contradict themselves, answer from a history that
 * is no more, or mix in what nobody asked for. None of it can be told from the truth by one answer alone.
 */
export function createLies(ask: Ask, random: RandomNumbers): Lie {
  /** Blocks that were answered before, by what was asked. */
  const answered = new Map<string, Fields[]>();

  async function lagging(number: Hex): Promise<Hex> {
    const behind = hexToBigInt(number) - BigInt(random.whole(1, MAX_LAG));
    return numberToHex(behind < 2n ? 2n : behind);
  }

  /** The true answer, kept for later. */
  async function block(number: unknown, full: unknown): Promise<Fields | null> {
    const result = (await ask("eth_getBlockByNumber", [number, full])) as Fields | null;
    if (result === null) return null;
    const key = `${String(result.number)} ${String(full)}`;
    const known = answered.get(key) ?? [];
    if (!known.some(({ hash }) => hash === result.hash)) answered.set(key, [...known, result]);
    return result;
  }

  async function lieAboutBlock([number, full]: readonly unknown[]): Promise<object | null> {
    if (number === "earliest") return null;
    const truth = await block(number, full);
    if (truth === null) return null;
    if (number === "latest") return { result: await block(await lagging(truth.number as Hex), full) };
    const old = (answered.get(`${String(number)} ${String(full)}`) ?? []).filter(({ hash }) => hash !== truth.hash);
    if (old.length > 0 && random.chance(0.6)) return { result: random.pick(old) };
    const transactions = truth.transactions as readonly unknown[];
    return random.pick([
      { result: null },
      { result: { ...truth, hash: `0x${"5a".repeat(32)}` } },
      { result: { ...truth, transactions: transactions.slice(1) } },
    ]);
  }

  async function lieAboutLogs(params: readonly unknown[]): Promise<object> {
    const [filter] = params as readonly [Fields];
    if (filter.blockHash !== undefined) return UNKNOWN_BLOCK;
    const logs = (await ask("eth_getLogs", params)) as readonly Fields[];
    const last = await lagging(filter.toBlock as Hex);
    const missing = logs.filter((log) => hexToBigInt(log.blockNumber as Hex) <= hexToBigInt(last));
    const [first] = logs;
    const stray = (changes: Fields): readonly Fields[] =>
      first === undefined ? [] : [...logs, { ...first, ...changes }];
    return random.pick<object>([
      { result: missing },
      { result: missing },
      { result: missing },
      { result: missing },
      { result: [...logs, ...logs] },
      { result: stray({ blockNumber: numberToHex(hexToBigInt(filter.toBlock as Hex) + 1n), logIndex: "0x77" }) },
      { result: stray({ address: `0x${"77".repeat(20)}`, logIndex: "0x77" }) },
      { result: stray({ removed: true }) },
      { result: stray({ blockHash: null }) },
      { error: random.pick(TOO_WIDE) },
    ]);
  }

  async function lieAboutTraces(params: readonly unknown[]): Promise<object> {
    const [filter] = params as readonly [Fields];
    const last = await lagging(filter.toBlock as Hex);
    const traces = (await ask("trace_filter", params)) as readonly Fields[];
    const missing = traces.filter((trace) => Number(trace.blockNumber) <= Number(last));
    return random.pick<object>([{ result: missing }, { error: random.pick(TOO_WIDE) }]);
  }

  async function lieAboutReceipt(params: readonly unknown[]): Promise<object> {
    const receipt = (await ask("eth_getTransactionReceipt", params)) as Fields | null;
    return random.pick([{ result: null }, { result: receipt && { ...receipt, blockHash: `0x${"5a".repeat(32)}` } }]);
  }

  return async (request) => {
    const { method, params } = request;
    if (isOfRange(request)) return lieAboutLogs(params);
    if (method !== "eth_getBlockByNumber" && random.chance(0.3)) return { error: random.pick(ERRORS) };
    switch (method) {
      case "eth_getBlockByNumber":
        return lieAboutBlock(params);
      case "eth_getLogs":
        return lieAboutLogs(params);
      case "eth_getTransactionReceipt":
        return lieAboutReceipt(params);
      case "trace_filter":
        return isNumber((params[0] as Fields).toBlock) ? lieAboutTraces(params) : null;
      case "trace_block":
        return random.pick([{ result: [] }, NO_TRACE]);
      case "eth_chainId":
        return null;
      default:
        return { error: random.pick(ERRORS) };
    }
  };
}
