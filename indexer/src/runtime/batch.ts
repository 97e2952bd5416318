import { HandlerError } from "../errors/mapping-error.ts";
import type { BlockChanges, Store, StoredBlock } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { EntityReader } from "./entities/entity-reader.ts";

/** Blocks, changes and time after which a batch is committed even while more is to come. */
const MAX_BLOCKS = 2000;
const MAX_CHANGES = 8000;
const MAX_AGE_MS = 2000;

/** Processed blocks that wait to be committed together, while those before them may still be on their way. */
export interface Batch {
  add(block: BlockChanges): void;
  isDue(): boolean;
  /**
   * Begins to commit everything and to move the head, once the commit before is through; `onCommit` runs when this one is. Resolves
   * when it has begun, until which nothing may be added.
   * @throws HandlerError when the store refuses what a block of the commit before wrote. The blocks before that one are committed
   * then; whatever came after it is forgotten, as after any other error of that commit.
   */
  beginCommit(head: StoredBlock, onCommit: () => void): Promise<void>;
  /** Waits until no commit is on its way. @throws as {@link Batch.beginCommit} does. */
  settle(): Promise<void>;
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

async function commitAll(store: Store, blocks: readonly BlockChanges[], head: StoredBlock): Promise<void> {
  try {
    await store.commit(blocks, head);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await commitSingly(store, blocks);
    throw error;
  }
}

/** Starts empty; `reader` learns what is on its way to the store and what has arrived. */
export function createBatch(store: Store, reader: EntityReader): Batch {
  let blocks: BlockChanges[] = [];
  let changes = 0;
  /** When the first of the waiting blocks came. */
  let since = 0;
  /** Resolves to what the commit on its way fails with; null stands for success. */
  let underWay: Promise<{ readonly error: unknown } | null> = Promise.resolve(null);

  function takeAll(): readonly BlockChanges[] {
    const waiting = blocks;
    blocks = [];
    changes = 0;
    return waiting;
  }

  /** Never throws: its failure is told to whoever commits next. */
  async function run(head: StoredBlock, onCommit: () => void): Promise<{ readonly error: unknown } | null> {
    try {
      await commitAll(store, takeAll(), head);
      reader.committed();
      onCommit();
      return null;
    } catch (error) {
      return { error };
    }
  }

  async function settle(): Promise<void> {
    const failure = await underWay;
    if (failure === null) return;
    // What was processed since went on from blocks that are not stored.
    takeAll();
    underWay = Promise.resolve(null);
    throw failure.error;
  }

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
    settle,
    async beginCommit(head, onCommit) {
      await settle();
      reader.committing();
      underWay = run(head, onCommit);
    },
  };
}
