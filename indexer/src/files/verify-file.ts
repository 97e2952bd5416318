import type { CID } from "multiformats/cid";
import { isBlockOf, isCheckable } from "./content-hash.ts";
import { FileError } from "./file-error.ts";
import { DAG_PB, RAW, readUnixfs, type UnixfsNode, writeUnixfsFile } from "./unixfs.ts";

/** Gets a single block, unchecked. */
export type GetBlock = (cid: CID) => Promise<Uint8Array>;

/** Deepest tree of blocks that is followed; a file of 25 MB needs one level. */
const MAX_DEPTH = 8;

async function nodeOf(cid: CID, getBlock: GetBlock): Promise<UnixfsNode> {
  const block = await getBlock(cid);
  if (isBlockOf(cid, block)) return readUnixfs(block);
  throw new FileError(`What the gateway sent as block ${cid} has another hash.`);
}

function refuse(cid: CID): never {
  throw new FileError(`What the gateway sent as ${cid} has another hash.`);
}

/**
 * Makes sure that `content` is the file that `cid` names: its blocks are made of the content again and hashed, and where
 * that does not give the id, as for files of several blocks, the blocks that only hold links are fetched and checked too.
 * Ids with a hash function other than SHA-1 and SHA-2, or of a codec other than raw and UnixFS, cannot be checked and pass.
 * @throws FileError when it is another file.
 */
export async function verifyFile(cid: CID, content: Uint8Array, getBlock: GetBlock, depth = 0): Promise<void> {
  if (!isCheckable(cid) || (cid.code !== RAW && cid.code !== DAG_PB)) return;
  if (cid.code === RAW) return isBlockOf(cid, content) ? undefined : refuse(cid);
  if (isBlockOf(cid, writeUnixfsFile(content))) return;
  if (depth >= MAX_DEPTH) refuse(cid);
  const { blockSizes, data, isFile, links } = await nodeOf(cid, getBlock);
  const size = blockSizes.reduce((sum, blockSize) => sum + blockSize, data.length);
  if (!isFile || size !== content.length || links.length !== blockSizes.length) refuse(cid);
  if (Buffer.compare(data, content.subarray(0, data.length)) !== 0) refuse(cid);
  let start = data.length;
  for (const [index, link] of links.entries()) {
    const end = start + (blockSizes[index] ?? 0);
    await verifyFile(link.cid, content.subarray(start, end), getBlock, depth + 1);
    start = end;
  }
}

/**
 * The content id of what is at `path` below `cid`, block by block; null when it cannot be told, since a directory on the
 * way is sharded or hashed in an unknown way.
 * @throws FileError when a directory has no such entry.
 */
export async function resolvePath(cid: CID, path: readonly string[], getBlock: GetBlock): Promise<CID | null> {
  let current = cid;
  for (const name of path) {
    if (!isCheckable(current) || current.code !== DAG_PB) return null;
    const { data, links } = await nodeOf(current, getBlock);
    const found = links.find((link) => link.name === name);
    // Only sharded directories have data: a map of which shards there are.
    if (found === undefined && data.length > 0) return null;
    if (found === undefined) throw new FileError(`The directory ${current} has no entry "${name}".`);
    current = found.cid;
  }
  return current;
}
