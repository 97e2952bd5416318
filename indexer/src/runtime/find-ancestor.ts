import type { Chain } from "../source/chain.ts";
import type { Store, StoredBlock } from "../store/store.ts";

/** How far back a reorganisation is followed, in recorded blocks; an older one starts over. */
const MAX_DEPTH = 10_000;
/** Blocks looked up on the chain at the same time. */
const CHUNK = 50;

/** The newest recorded block that is still on the chain; null when none is. */
export async function findAncestor(store: Store, chain: Chain): Promise<StoredBlock | null> {
  const recorded = await store.recentBlocks(MAX_DEPTH);
  for (let start = 0; start < recorded.length; start += CHUNK) {
    const chunk = recorded.slice(start, start + CHUNK);
    const headers = await Promise.all(chunk.map((block) => chain.header(block.number)));
    const found = chunk.find((block, index) => headers[index]?.hash === block.hash);
    if (found !== undefined) return found;
  }
  return null;
}
