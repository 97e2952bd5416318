import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";
import { DAG_PB, RAW, writeUnixfsFile } from "../../src/files/unixfs.ts";

const SHA_256 = 0x12;

/** The content id of a block. */
export function cidOf(block: Uint8Array, codec: number): CID {
  const digest = create(SHA_256, createHash("sha256").update(block).digest());
  return codec === DAG_PB ? CID.createV0(digest) : CID.createV1(codec, digest);
}

/** The content id that `ipfs add` gives a small file. */
export function fileCid(content: string | Uint8Array): string {
  return cidOf(writeUnixfsFile(Buffer.from(content)), DAG_PB).toString();
}

/** The content id that `ipfs add --raw-leaves` gives a small file. */
export function rawCid(content: string | Uint8Array): string {
  return cidOf(Buffer.from(content), RAW).toString();
}

/** An IPFS gateway and node in one. */
export interface Gateway {
  readonly url: string;
  /** Contents by content id and path; others are not found. */
  readonly files: Map<string, Uint8Array>;
  /** Blocks by content id. */
  readonly blocks: Map<string, Uint8Array>;
  /** What was asked for: method and path. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Starts an IPFS gateway on a free port. */
export async function startGateway(): Promise<Gateway> {
  const files = new Map<string, Uint8Array>();
  const blocks = new Map<string, Uint8Array>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://gateway");
    requests.push(`${request.method} ${request.url}`);
    const id = url.searchParams.get("arg") ?? url.pathname.replace(/^\/ipfs\//, "");
    const wantsBlock = url.searchParams.get("format") === "raw" || url.pathname.endsWith("/block/get");
    const body = (wantsBlock ? blocks : files).get(id);
    response.writeHead(body === undefined ? 404 : 200);
    response.end(body ?? "not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    blocks,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
