import type { Hex } from "viem";
import type { Block } from "./chain-types.ts";

/** Transactions kept in memory: some ten megabytes. */
const MAX_TRANSACTIONS = 20_000;

/** Whole blocks that were read lately, by their hash: what a hash names never changes. */
export interface RecentBlocks {
  get(hash: Hex): Block | undefined;
  set(block: Block): void;
}

/** Starts empty; beyond `maxTransactions`, blocks that were read first go first. */
export function createRecentBlocks(maxTransactions = MAX_TRANSACTIONS): RecentBlocks {
  const blocks = new Map<Hex, Block>();
  let size = 0;
  // A block without transactions takes room too.
  const sizeOf = (block: Block): number => block.transactions.size + 1;
  return {
    get: (hash) => blocks.get(hash),
    set(block) {
      const before = blocks.get(block.hash);
      if (before !== undefined) size -= sizeOf(before);
      blocks.set(block.hash, block);
      size += sizeOf(block);
      for (const [hash, oldest] of blocks) {
        if (size <= maxTransactions) return;
        blocks.delete(hash);
        size -= sizeOf(oldest);
      }
    },
  };
}
