import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { RandomNumbers } from "../../test-subgraphs/support/random-numbers.ts";
import { startRpcProxy } from "../../test-subgraphs/support/rpc-proxy.ts";
import { createHeldHead, createLies, isOfRange } from "./lies.fixture.ts";

/** Longest delay of an answer, in milliseconds. */
const MAX_DELAY_MS = 80;
/**
 * Part of the answers about the logs of several blocks that lack some or bring others. There are few of these, since blocks come slowly, and
 * what looks after them is never needed otherwise.
 */
const RANGE_TROUBLE = 0.5;
/** Bytes that a huge answer has too many. */
const HUGE = 4_000_000;

/** A server that fails, delays and lies. */
export interface TroubledProxy {
  readonly url: string;
  /** Requests so far. */
  requests(): number;
  /** From now on it does what it should. */
  calmDown(): void;
  close(): Promise<void>;
}

type Reply = (body: unknown, response: ServerResponse) => void | Promise<void>;

function sendText(status: number, type: string, text: string): Reply {
  return (_, response) => {
    response.writeHead(status, { "content-type": type });
    response.end(text);
  };
}

const sendJson =
  (change: (body: unknown) => string): Reply =>
  (body, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(change(body));
  };

/** Ends the connection in the middle of the answer. */
const cut: Reply = (body, response) => {
  const text = JSON.stringify(body);
  response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
};

function otherId(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(otherId);
  const { id, ...rest } = body as { readonly id: number };
  return { ...rest, id: id + 1 };
}

/** What goes wrong with a whole answer. */
const ACCIDENTS: readonly Reply[] = [
  sendText(
    429,
    "application/json",
    JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: 429, message: "slow" } }),
  ),
  sendText(429, "text/plain", "slow down"),
  sendText(503, "text/html", "<html>busy</html>"),
  sendText(200, "text/html", "<html>this is fine</html>"),
  sendText(200, "application/json", "[]"),
  (_, response) => void response.destroy(),
  cut,
  sendJson((body) => JSON.stringify(Array.isArray(body) ? body.toReversed() : body)),
  sendJson((body) => JSON.stringify(Array.isArray(body) ? body.slice(1) : body)),
  sendJson((body) => JSON.stringify(otherId(body))),
  sendJson((body) => JSON.stringify(body) + " ".repeat(HUGE)),
];

/** Starts a server before the chain at `target`, of whose answers the part `trouble` (0 to 1) goes wrong in some way. */
export async function startTroubledProxy(
  target: { readonly url: string; ask(method: string, params: readonly unknown[]): Promise<unknown> },
  random: RandomNumbers,
  trouble: number,
): Promise<TroubledProxy> {
  const proxy = await startRpcProxy(target.url);
  const { reply: sendAsIs } = proxy;
  const lie = createLies(target.ask, random);
  const holdHead = createHeldHead(target.ask, random);
  let calm = false;
  let requests = 0;
  proxy.answer = async (request) => {
    requests++;
    if (calm) return null;
    if (random.chance(trouble)) await sleep(random.whole(0, MAX_DELAY_MS));
    const held = await holdHead(request);
    if (held !== null) return held;
    return random.chance(isOfRange(request) ? RANGE_TROUBLE : trouble) ? lie(request) : null;
  };
  proxy.reply = (body, response) =>
    (!calm && random.chance(trouble / 2) ? random.pick(ACCIDENTS) : sendAsIs)(body, response);
  return {
    url: proxy.url,
    requests: () => requests,
    calmDown() {
      calm = true;
    },
    close: proxy.close,
  };
}
