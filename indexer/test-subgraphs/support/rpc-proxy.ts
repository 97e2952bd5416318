import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A JSON-RPC request on its way to a chain. */
export interface PassingRequest {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A server between an indexer and a chain. */
export interface RpcProxy {
  readonly url: string;
  /** How often a method was asked for. */
  count(method: string): number;
  /** Answers in place of the chain: with a JSON-RPC `result` or `error`; null lets the request through. */
  answer: (request: PassingRequest) => Promise<object | null>;
  /** Sends the body that answers one HTTP request, an array for a batch. */
  reply: (body: unknown, response: ServerResponse) => void | Promise<void>;
  close(): Promise<void>;
}

function sendJson(body: unknown, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** Starts a server that passes everything on to the chain at `target` until {@link RpcProxy.answer} says otherwise. */
export async function startRpcProxy(target: string): Promise<RpcProxy> {
  const counts = new Map<string, number>();

  async function respond(request: PassingRequest): Promise<unknown> {
    counts.set(request.method, (counts.get(request.method) ?? 0) + 1);
    const own = await proxy.answer(request);
    if (own !== null) return { jsonrpc: "2.0", id: request.id, ...own };
    const body = JSON.stringify(request);
    const answer = await fetch(target, { method: "POST", headers: { "content-type": "application/json" }, body });
    return answer.json();
  }

  const server = createServer(async (request, response) => {
    if (request.method !== "POST") {
      // Whoever would like to speak another protocol than HTTP.
      response.writeHead(405).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as PassingRequest | PassingRequest[];
    try {
      const answer = Array.isArray(body) ? await Promise.all(body.map(respond)) : await respond(body);
      await proxy.reply(answer, response);
    } catch {
      // The chain is down: so is what stands before it.
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const proxy: RpcProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: (method) => counts.get(method) ?? 0,
    answer: async () => null,
    reply: sendJson,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
