import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
/** Version 1, raw bytes, a SHA-256 digest of 32 bytes: see github.com/multiformats/cid. */
const RAW_SHA_256 = [0x01, 0x55, 0x12, 0x20];

/** The content id of a small file, in small base32 letters. */
export function contentIdOf(content: string): string {
  const bytes = [...RAW_SHA_256, ...createHash("sha256").update(content).digest()];
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = bits.match(/.{1,5}/g) ?? [];
  return `b${letters.map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("")}`;
}

/** An IPFS gateway. */
export interface Gateway {
  readonly url: string;
  /** Content ids that were asked for. */
  readonly requests: string[];
  /** Puts a file there and returns its content id. */
  publish(content: string): string;
  close(): Promise<void>;
}

/** Starts an IPFS gateway on a free port; what nobody published is not found. */
export async function startGateway(): Promise<Gateway> {
  const files = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const id = new URL(request.url ?? "/", "http://gateway").pathname.replace("/ipfs/", "");
    requests.push(id);
    const content = files.get(id);
    response.writeHead(content === undefined ? 404 : 200);
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ipfs`,
    requests,
    publish: (content) => {
      const id = contentIdOf(content);
      files.set(id, content);
      return id;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
