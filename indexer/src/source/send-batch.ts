import { RpcError } from "../errors/rpc-error.ts";
import { redactUrl } from "../values/redact-url.ts";

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

/** HTTP statuses after which another try may succeed. */
function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
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
  try {
    return { status: response.status, answer: JSON.parse(text) };
  } catch (cause) {
    throw new RpcError(method, `${redactUrl(url)} answered HTTP ${response.status} without JSON`, {
      retryable: isPassing(response.status),
      cause,
    });
  }
}

function isResponse(value: unknown): value is RpcResponse {
  return typeof value === "object" && value !== null && ("result" in value || "error" in value);
}

/**
 * Posts requests and returns their answers in the order of the requests; null when the server takes no batches.
 * @throws RpcError when there is no complete answer.
 */
export async function sendBatch(
  url: string,
  requests: readonly RpcRequest[],
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<readonly RpcResponse[] | null> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  const { answer, status } = await post(url, requests, signal);
  if (requests.length === 1) {
    const single = Array.isArray(answer) ? answer[0] : answer;
    if (isResponse(single)) return [single];
    throw new RpcError(label(requests), "the answer is no JSON-RPC response", { retryable: true });
  }
  if (!Array.isArray(answer)) {
    if (!isPassing(status)) return null;
    throw new RpcError(label(requests), `${redactUrl(url)} answered HTTP ${status}`, { retryable: true });
  }
  const byId = new Map(answer.filter(isResponse).map((response) => [response.id, response]));
  return requests.map((request) => {
    const response = byId.get(request.id);
    if (response === undefined) {
      throw new RpcError(request.method, "the batch came back without an answer to it", { retryable: true });
    }
    return response;
  });
}
