import type { Chain } from "../source/chain.ts";
import type { Store, StoredBlock } from "../store/store.ts";

/** Blocks looked up on the chain at the same time. */
const CHUNK = 50;

/** Where a reorganisation goes back to. */
export interface Ancestor {
  /** The newest recorded block that is still on the chain; null to start over. */
  readonly ancestor: StoredBlock | null;
  /** Whether a block was replaced that has `finality` blocks or more above it: then everything starts over. */
  readonly tooDeep: boolean;
  /** Whether no block was found in place of a recorded one: the chain is shorter, or the server has not seen all of it. */
  readonly onlyShorter: boolean;
}

/** Looks for the newest recorded block that is still on the chain, among those that at most `finality` blocks lie above. */
export async function findAncestor(
  store: Pick<Store, "recentBlocks">,
  chain: Pick<Chain, "header">,
  head: StoredBlock,
  finality: number,
): Promise<Ancestor> {
  // As many as there can be in the window, and the one before it: if that one stayed, so did all below.
  const recorded = await store.recentBlocks(finality + 1);
  const isFinal = (block: StoredBlock): boolean => head.number - block.number >= finality;
  const firstFinal = recorded.findIndex(isFinal);
  const candidates = firstFinal === -1 ? recorded : recorded.slice(0, firstFinal + 1);
  let onlyShorter = true;
  for (let start = 0; start < candidates.length; start += CHUNK) {
    const chunk = candidates.slice(start, start + CHUNK);
    const headers = await Promise.all(chunk.map((block) => chain.header(block.number)));
    const found = chunk.findIndex((block, index) => headers[index]?.hash === block.hash);
    const replaced = headers.slice(0, found === -1 ? headers.length : found);
    if (replaced.some((header) => header !== null)) onlyShorter = false;
    const ancestor = chunk[found];
    if (ancestor !== undefined) return { ancestor, tooDeep: false, onlyShorter };
  }
  return { ancestor: null, tooDeep: firstFinal !== -1, onlyShorter };
}
