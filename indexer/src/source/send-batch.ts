import { RpcError } from "../errors/rpc-error.ts";
import { redactUrl } from "../values/redact-url.ts";

/** JSON-RPC codes of servers that want a pause: EIP-1474's, and HTTP's. */
export const LIMIT_EXCEEDED: readonly number[] = [-32005, 429];
const TOO_LARGE = 413;
const TOO_MANY = 429;
/** Most characters of a refusal that are kept for logs. */
const MAX_QUOTED = 200;

/** A JSON-RPC request. */
export interface RpcRequest {
  readonly jsonrpc: "2.0";
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A JSON-RPC answer. */
export interface RpcResponse {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** HTTP statuses after which another try may succeed; a page that comes with success is from something before the server. */
function isPassing(status: number): boolean {
  return status === 200 || status === 408 || status === 429 || status >= 500;
}

/** HTTP statuses by which a server says that it does not know whoever asks. */
function isRefused(status: number): boolean {
  return status === 401 || status === 403;
}

function label(requests: readonly RpcRequest[]): string {
  const [first] = requests;
  const name = first?.method ?? "batch";
  return requests.length > 1 ? `${name} (+${requests.length - 1})` : name;
}

async function post(
  url: string,
  requests: readonly RpcRequest[],
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const method = label(requests);
  const body = JSON.stringify(requests.length === 1 ? requests[0] : requests);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body, signal });
    text = await response.text();
  } catch (cause) {
    throw new RpcError(method, `no answer from ${redactUrl(url)}`, { retryable: true, cause });
  }
  if (isRefused(response.status)) {
    throw new RpcError(
      method,
      `${redactUrl(url)} answered HTTP ${response.status}. Check that the key in its address is right, in force and allows this.`,
      { retryable: false, details: { answer: text.slice(0, MAX_QUOTED) } },
    );
  }
  if (response.status === TOO_MANY) {
    throw new RpcError(method, `${redactUrl(url)} answered HTTP ${TOO_MANY}: it wants a pause`, { retryable: true });
  }
  if (response.status === TOO_LARGE) return { status: TOO_LARGE, answer: null };
  try {
    return { status: response.status, answer: JSON.parse(text) };
  } catch (cause) {
    throw new RpcError(method, `${redactUrl(url)} answered HTTP ${response.status} without JSON`, {
      retryable: isPassing(response.status),
      cause,
    });
  }
}

/** A JSON-RPC answer; null for anything else. What servers add to or leave out of an error does not matter. */
function parseResponse(value: unknown): RpcResponse | null {
  if (typeof value !== "object" || value === null) return null;
  const { error, id = null, result } = value as { error?: unknown; id?: unknown; result?: unknown };
  if (typeof id !== "number" && id !== null) return null;
  if (error === undefined || error === null) return "result" in value ? { id, result } : null;
  if (typeof error !== "object") return null;
  const { code, data, message } = error as { code?: unknown; data?: unknown; message?: unknown };
  return { id, error: { code: Number(code), message: String(message), data } };
}

/** The answer to one request that was sent alone. */
function single(url: string, request: RpcRequest, status: number, answer: unknown): RpcResponse {
  if (status === TOO_LARGE) {
    throw new RpcError(
      request.method,
      `${redactUrl(url)} answered HTTP ${TOO_LARGE}: the request or its answer is too large`,
      {
        retryable: false,
        tooLarge: true,
      },
    );
  }
  const response = parseResponse(Array.isArray(answer) ? answer[0] : answer);
  if (response === null) {
    throw new RpcError(request.method, `${redactUrl(url)} answered HTTP ${status}, but no JSON-RPC response`, {
      retryable: isPassing(status),
    });
  }
  // Servers that could not read a request say so without its id.
  if (response.id === request.id || (response.id === null && response.error !== undefined)) return response;
  throw new RpcError(request.method, `the answer is one to request ${response.id}, not to ${request.id}`, {
    retryable: true,
  });
}

/** What a server makes of a batch that it does not answer: it takes none, or only smaller ones. */
export type BatchRefusal = "no batches" | "smaller batches";

/**
 * Posts requests and returns their answers in the order of the requests, or how the server refuses to take them together.
 * @throws RpcError when there is no complete answer.
 */
export async function sendBatch(
  url: string,
  requests: readonly RpcRequest[],
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<readonly RpcResponse[] | BatchRefusal> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  const { answer, status } = await post(url, requests, signal);
  const [first] = requests;
  if (first !== undefined && requests.length === 1) return [single(url, first, status, answer)];
  if (status === TOO_LARGE) return "smaller batches";
  if (!Array.isArray(answer)) {
    const error = parseResponse(answer)?.error;
    const isBusy = error === undefined ? status !== 200 && isPassing(status) : LIMIT_EXCEEDED.includes(error.code);
    if (!isBusy) return "no batches";
    throw new RpcError(
      label(requests),
      `${redactUrl(url)} answered HTTP ${status}, ${error?.message ?? "no responses"}`,
      {
        retryable: true,
      },
    );
  }
  const responses = answer.map(parseResponse).filter((response) => response !== null);
  const byId = new Map(responses.map((response) => [response.id, response]));
  return requests.map((request) => {
    const response = byId.get(request.id);
    if (response === undefined) {
      throw new RpcError(request.method, "the batch came back without an answer to it", { retryable: true });
    }
    return response;
  });
}
