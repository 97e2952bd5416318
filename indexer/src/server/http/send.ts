import type { ServerResponse } from "node:http";

/** Answers larger than this, in bytes, are given up when the client stops taking them. */
const WATCHED_SIZE = 65_536;
/** Milliseconds in which a client must take some of a large answer. */
const SEND_TIMEOUT_MS = 30_000;

/** Lets pages of any origin read an answer, the block it belongs to included. */
const ANY_ORIGIN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "graph-indexed, graph-attestable, retry-after",
};

/** Sends a whole answer; a client that is gone gets nothing. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed) return;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  if (bytes.length > WATCHED_SIZE) response.setTimeout(SEND_TIMEOUT_MS, () => response.destroy());
  response.writeHead(status, { ...ANY_ORIGIN, "content-type": type, "content-length": bytes.length, ...headers });
  response.end(bytes);
}

/** Sends a value as JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, "application/json", `${JSON.stringify(value)}\n`, headers);
}
