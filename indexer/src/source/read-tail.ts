import { ChainChangedError } from "../errors/rpc-error.ts";
import type { Chain } from "./chain.ts";
import type { BlockHeader } from "./chain-types.ts";

/** Headers fetched at the same time. */
const CHUNK = 100;

/** Blocks of a range that a reorganisation may still replace, by number: each the next one's parent. */
export type Tail = Map<number, BlockHeader>;

/** Which blocks to link. */
export interface TailRequest {
  /** First block that may still change. */
  readonly from: number;
  readonly to: BlockHeader;
  /** The block before the range. */
  readonly parent: { readonly number: number; readonly hash: string } | null;
}

function headerOf({ hash, logsBloom, number, parentHash, timestamp }: BlockHeader): BlockHeader {
  return { number, hash, parentHash, timestamp, ...(logsBloom === undefined ? {} : { logsBloom }) };
}

async function fetchMissing(chain: Chain, numbers: readonly number[], headers: Tail): Promise<void> {
  for (let start = 0; start < numbers.length; start += CHUNK) {
    const chunk = numbers.slice(start, start + CHUNK);
    for (const [index, header] of (await Promise.all(chunk.map((number) => chain.header(number)))).entries()) {
      if (header === null) throw new ChainChangedError(`Block ${chunk[index]} is gone, though later ones were there.`);
      headers.set(header.number, header);
    }
  }
}

/**
 * Links the newest blocks of a range: those that were `read` already, and the headers of the others. Servers behind one
 * address do not all have the same newest blocks, so that what one says of a block need not fit what another says of the next.
 * @throws ChainChangedError when blocks are of different histories.
 */
export async function readTail(chain: Chain, request: TailRequest, read: Iterable<BlockHeader>): Promise<Tail> {
  const { from, parent, to } = request;
  const headers: Tail = new Map();
  for (const block of read) if (block.number >= from) headers.set(block.number, headerOf(block));
  headers.set(to.number, to);
  const numbers = Array.from({ length: Math.max(0, to.number - from + 1) }, (_, index) => from + index);
  await fetchMissing(
    chain,
    numbers.filter((number) => !headers.has(number)),
    headers,
  );
  for (const number of numbers) {
    const before = headers.get(number - 1) ?? (parent?.number === number - 1 ? parent : null);
    const parentHash = headers.get(number)?.parentHash;
    if (before !== null && before.hash !== parentHash) {
      throw new ChainChangedError(
        `Block ${number - 1} is ${before.hash}, but block ${number} is one after ${parentHash}.`,
      );
    }
  }
  return headers;
}

/** Refuses blocks that are other ones than the tail's. @throws ChainChangedError */
export function checkTail(tail: Tail, blocks: Iterable<BlockHeader>): void {
  for (const { hash, number } of blocks) {
    const known = tail.get(number);
    if (known !== undefined && known.hash !== hash) {
      throw new ChainChangedError(`Block ${number} is ${hash}, but was ${known.hash}.`);
    }
  }
}
