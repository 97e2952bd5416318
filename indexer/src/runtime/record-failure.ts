import { HandlerError } from "../errors/mapping-error.ts";
import { ChainChangedError } from "../errors/rpc-error.ts";
import type { Chain } from "../source/chain.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import type { FatalError, Store, StoredBlock } from "../store/store.ts";
import type { Batch } from "./batch.ts";

async function failedHeader(chain: Chain, error: HandlerError): Promise<BlockHeader> {
  const header = await chain.header(error.block.number);
  if (header?.hash === error.block.hash) return header;
  throw new ChainChangedError(`Block ${error.block.number}, in which a handler failed, is not on the chain any more.`);
}

/** Whether there is no block before one; chains need not begin with block 0. */
async function isFirst(chain: Chain, { number }: BlockHeader): Promise<boolean> {
  return number === 0 || (await chain.header("earliest"))?.number === number;
}

/** Commits the blocks before a failure; returns the failure of one of them if the store refuses what it wrote. */
async function commitBefore(batch: Batch, parent: StoredBlock): Promise<HandlerError | null> {
  try {
    await batch.beginCommit(parent, () => undefined);
    await batch.settle();
    return null;
  } catch (error) {
    if (error instanceof HandlerError) return error;
    throw error;
  }
}

/**
 * Records a mapping's failure: the blocks before it are committed, the failing one counts as processed but leaves nothing.
 * When the store refuses one of those blocks, that is the failure: what came after it never was.
 * The failure is written before the head moves, so that a crash between the two cannot hide it.
 */
export async function recordFailure(
  store: Store,
  chain: Chain,
  batch: Batch,
  error: HandlerError,
): Promise<{ readonly fatalError: FatalError; readonly head: BlockHeader }> {
  const failed = await failedHeader(chain, error);
  const stored = await store.head();
  if (stored === null ? !(await isFirst(chain, failed)) : stored.number < failed.number - 1) {
    const parent = await chain.header(failed.number - 1);
    if (parent?.hash !== failed.parentHash) {
      throw new ChainChangedError(`Block ${failed.number - 1} changed while a failure after it was recorded.`);
    }
    const earlier = await commitBefore(batch, parent);
    if (earlier !== null) return recordFailure(store, chain, batch, earlier);
  }
  const fatalError = { message: error.message, block: error.block, handler: error.handler };
  await store.setFatalError(fatalError);
  await store.commit([], failed);
  return { fatalError, head: failed };
}
