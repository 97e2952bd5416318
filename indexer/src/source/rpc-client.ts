import { setTimeout as sleep } from "node:timers/promises";
import { RpcError } from "../errors/rpc-error.ts";
import { LIMIT_EXCEEDED, type RpcRequest, type RpcResponse, sendBatch } from "./send-batch.ts";

/** Most requests in one HTTP POST; public servers refuse larger batches. */
const MAX_BATCH = 100;
/** Tries of a request whose failure may pass: with the delays below, about 3 seconds. */
const MAX_ATTEMPTS = 5;
/** Milliseconds before the second try; doubles with every further one. */
const FIRST_RETRY_DELAY_MS = 200;
const DEFAULT_TIMEOUT_MS = 30_000;

/** How a request may fail. */
export interface RequestOptions {
  /** Tries in all; 1 for requests whose caller has a better answer to an error than asking again. */
  readonly attempts?: number;
}

/** A JSON-RPC server. */
export interface RpcClient {
  /**
   * Asks the server; requests of the same moment share one HTTP POST.
   * @throws RpcError when there is no answer, or an error.
   */
  request(method: string, params: readonly unknown[], options?: RequestOptions): Promise<unknown>;
  /** Requests sent so far, repetitions included. */
  requestCount(): number;
  /** Gives up what is under way. */
  close(): void;
}

/** Where and how to reach a JSON-RPC server. */
export interface RpcClientOptions {
  readonly url: string;
  readonly timeoutMs?: number;
}

interface Waiting {
  readonly request: RpcRequest;
  readonly resolve: (response: RpcResponse) => void;
  readonly reject: (error: unknown) => void;
}

function unwrap(method: string, response: RpcResponse): unknown {
  if (response.error === undefined) return response.result ?? null;
  const { code, message, data } = response.error;
  throw new RpcError(method, `${message} (code ${code})`, { retryable: LIMIT_EXCEEDED.includes(code), code, data });
}

/** Opens a JSON-RPC server over HTTP. */
export function createRpcClient(options: RpcClientOptions): RpcClient {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const closing = new AbortController();
  let queue: Waiting[] = [];
  let nextId = 1;
  let count = 0;
  /** Some servers take fewer, or one at a time. */
  let batchSize = MAX_BATCH;

  async function post(waiting: readonly Waiting[]): Promise<void> {
    count += waiting.length;
    const requests = waiting.map((item) => item.request);
    try {
      const responses = await sendBatch(options.url, requests, { timeoutMs, signal: closing.signal });
      if (typeof responses === "string") {
        const half = Math.floor(waiting.length / 2);
        batchSize = Math.min(batchSize, responses === "no batches" ? 1 : half);
        postAll(waiting);
        return;
      }
      for (const [index, item] of waiting.entries()) {
        const response = responses[index];
        if (response !== undefined) item.resolve(response);
      }
    } catch (error) {
      for (const item of waiting) item.reject(error);
    }
  }

  function postAll(waiting: readonly Waiting[]): void {
    const size = batchSize;
    for (let start = 0; start < waiting.length; start += size) void post(waiting.slice(start, start + size));
  }

  function flush(): void {
    const waiting = queue;
    queue = [];
    postAll(waiting);
  }

  function ask(method: string, params: readonly unknown[]): Promise<RpcResponse> {
    return new Promise((resolve, reject) => {
      if (queue.length === 0) setImmediate(flush);
      queue.push({ request: { jsonrpc: "2.0", id: nextId++, method, params }, resolve, reject });
    });
  }

  async function request(
    method: string,
    params: readonly unknown[],
    { attempts = MAX_ATTEMPTS }: RequestOptions = {},
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return unwrap(method, await ask(method, params));
      } catch (error) {
        const again = error instanceof RpcError && error.retryable && attempt < attempts && !closing.signal.aborted;
        if (!again) throw error;
        await sleep(FIRST_RETRY_DELAY_MS * 2 ** (attempt - 1), undefined, { signal: closing.signal });
      }
    }
  }

  return { request, requestCount: () => count, close: () => closing.abort() };
}
