import type { CID } from "multiformats/cid";
import { isBlockOf, isCheckable } from "./content-hash.ts";
import { FileError } from "./file-error.ts";
import { type FileId, parseFileId } from "./file-id.ts";
import { type IpfsStore, MAX_FILE_BYTES } from "./file-store.ts";
import { httpBody } from "./http-body.ts";
import { resolvePath, verifyFile } from "./verify-file.ts";

/** Largest block that IPFS passes on, with room. */
const MAX_BLOCK_BYTES = 4 * 1024 * 1024;

const RAW_BLOCK = "application/vnd.ipld.raw";

/** How a server is asked: as a gateway (`GET …/ipfs/<cid>`) or as a node's RPC API (`POST …/api/v0/cat`). */
interface Api {
  file(id: FileId, signal: AbortSignal): Promise<Uint8Array>;
  block(cid: CID, signal: AbortSignal): Promise<Uint8Array>;
}

function pathOf(id: FileId): string {
  return [id.cid.toString(), ...id.path.map(encodeURIComponent)].join("/");
}

function gatewayApi(url: string): Api {
  const root = url.endsWith("/ipfs") ? url : `${url}/ipfs`;
  return {
    file: (id, signal) => httpBody(`${root}/${pathOf(id)}`, { limit: MAX_FILE_BYTES, signal }),
    block: (cid, signal) =>
      httpBody(`${root}/${cid}?format=raw`, { limit: MAX_BLOCK_BYTES, signal, accept: RAW_BLOCK }),
  };
}

function rpcApi(url: string): Api {
  const root = url.slice(0, url.indexOf("/api/v0") + "/api/v0".length);
  const post = (method: string, id: string, limit: number, signal: AbortSignal) =>
    httpBody(`${root}/${method}?arg=${encodeURIComponent(id)}`, { limit, signal, method: "POST" });
  return {
    file: (id, signal) => post("cat", id.text, MAX_FILE_BYTES, signal),
    block: (cid, signal) => post("block/get", cid.toString(), MAX_BLOCK_BYTES, signal),
  };
}

function parse(text: string): FileId {
  const id = parseFileId(text);
  if (id === null) throw new FileError(`"${text}" is no content id.`);
  return id;
}

/**
 * IPFS through the server at `url`: a gateway, or a node's RPC API when the address has `/api/v0`.
 * What it sends is checked against the content id, see {@link verifyFile}; only files in sharded directories are not.
 */
export function createIpfsStore(url: string): IpfsStore {
  const trimmed = url.replace(/\/+$/, "");
  const api = trimmed.includes("/api/v0") ? rpcApi(trimmed) : gatewayApi(trimmed);
  return {
    async read(text, signal) {
      const id = parse(text);
      const getBlock = (cid: CID) => api.block(cid, signal);
      const content = await api.file(id, signal);
      const cid = await resolvePath(id.cid, id.path, getBlock);
      if (cid !== null) await verifyFile(cid, content, getBlock);
      return content;
    },
    async block(text, signal) {
      const { cid } = parse(text);
      const block = await api.block(cid, signal);
      if (isCheckable(cid) && !isBlockOf(cid, block)) {
        throw new FileError(`What the gateway sent as block ${cid} has another hash.`);
      }
      return block;
    },
  };
}
