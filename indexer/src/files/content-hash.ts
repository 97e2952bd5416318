import { createHash } from "node:crypto";
import type { CID } from "multiformats/cid";

/** Node's names of hash functions, by their multihash code. */
const HASHES: Readonly<Record<number, string>> = { 17: "sha1", 18: "sha256", 19: "sha512" };
/** The multihash code of content that is its own hash. */
const IDENTITY = 0;

/** Whether a content id's hash function is one that is known here. */
export function isCheckable({ multihash }: CID): boolean {
  return multihash.code === IDENTITY || HASHES[multihash.code] !== undefined;
}

/** Whether a block is the one that a content id names. */
export function isBlockOf({ multihash }: CID, block: Uint8Array): boolean {
  const hash = HASHES[multihash.code];
  const digest = hash === undefined ? block : createHash(hash).update(block).digest();
  return Buffer.compare(digest, multihash.digest) === 0;
}
