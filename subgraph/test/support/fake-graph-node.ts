import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { sha256 } from "multiformats/hashes/sha2";

/** What a node was told, in order. */
export interface RpcCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The two endpoints that a deployment talks to: the IPFS node's API and the graph node's admin port, in one server. */
export interface FakeGraphNode {
  readonly url: string;
  /** Uploaded files, by hash. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly calls: readonly RpcCall[];
  close(): Promise<void>;
}

/** Starts one that knows the names; like graph-node, it creates none twice and deploys to no other. */
export async function startFakeGraphNode(knownNames: readonly string[] = []): Promise<FakeGraphNode> {
  const files = new Map<string, Buffer>();
  const calls: RpcCall[] = [];
  const names = new Set(knownNames);

  const server = createServer((request, response) => {
    const answer = request.url?.startsWith("/api/v0/") ? answerIpfs : answerAdmin;
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });

  async function answerIpfs(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("content-type", "application/json");
    if (!request.url?.startsWith("/api/v0/add")) {
      const hash = new URL(request.url ?? "", "http://ipfs").searchParams.get("arg");
      response.end(JSON.stringify({ Pins: [hash] }));
      return;
    }
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(await buffer(request), { headers }).formData();
    for (const file of form.values()) {
      const bytes = typeof file === "string" ? Buffer.from(file) : Buffer.from(await file.arrayBuffer());
      const hash = CID.createV1(raw.code, await sha256.digest(bytes)).toString();
      files.set(hash, bytes);
      response.write(`${JSON.stringify({ Name: hash, Hash: hash, Size: String(bytes.length) })}\n`);
    }
    response.end();
  }

  async function answerAdmin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { id, method, params } = JSON.parse(await text(request));
    calls.push({ method, params });
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ jsonrpc: "2.0", id, ...outcomeOf(method, params.name) }));
  }

  function outcomeOf(method: string, name: string): object {
    const known = names.has(name);
    const refuse = (message: string) => ({ error: { code: 1, message } });
    if (method === "subgraph_create") {
      names.add(name);
      return known ? refuse(`subgraph name \`${name}\` already exists`) : { result: { id: "1" } };
    }
    return known ? { result: { playground: ":8000/p", queries: ":8000/q" } } : refuse("subgraph name not found");
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    calls,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
