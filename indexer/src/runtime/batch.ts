import { HandlerError } from "../errors/mapping-error.ts";
import type { BlockChanges, Store, StoredBlock } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { EntityReader } from "./entities/entity-reader.ts";

/** Blocks, changes and time after which a batch is committed even while more is to come. */
const MAX_BLOCKS = 2000;
const MAX_CHANGES = 8000;
const MAX_AGE_MS = 2000;

/** Processed blocks that wait to be committed together. */
export interface Batch {
  add(block: BlockChanges): void;
  isDue(): boolean;
  /**
   * Commits everything and moves the head.
   * @throws HandlerError when the store refuses what a block wrote; the blocks before it are committed then.
   */
  flush(head: StoredBlock): Promise<void>;
}

/** Commits blocks one by one, to learn which of them the store refuses. */
async function commitSingly(store: Store, blocks: readonly BlockChanges[]): Promise<void> {
  for (const block of blocks) {
    try {
      await store.commit([block], block.block);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      const { number, hash } = block.block;
      throw new HandlerError(cause.message, { block: { number, hash }, handler: null, cause });
    }
  }
}

/** Starts empty; `reader` learns when its changes are committed. */
export function createBatch(store: Store, reader: EntityReader): Batch {
  let blocks: BlockChanges[] = [];
  let changes = 0;
  /** When the first of the waiting blocks came. */
  let since = 0;
  return {
    add(block) {
      if (blocks.length === 0) since = performance.now();
      blocks.push(block);
      changes += block.changes.length;
    },
    isDue: () =>
      blocks.length >= MAX_BLOCKS ||
      changes >= MAX_CHANGES ||
      (blocks.length > 0 && performance.now() - since >= MAX_AGE_MS),
    async flush(head) {
      const waiting = blocks;
      blocks = [];
      changes = 0;
      try {
        await store.commit(waiting, head);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        await commitSingly(store, waiting);
        throw error;
      }
      reader.committed();
    },
  };
}
