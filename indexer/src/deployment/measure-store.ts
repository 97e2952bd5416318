import type { QueryableStore } from "../store/open-store.ts";

/** What indexing has asked of a store. */
export interface StoreCounters {
  commits: number;
  commitSeconds: number;
  entitiesWritten: number;
  /** Reorganisations that undid blocks. */
  reverts: number;
  revertedBlocks: number;
  /** Blocks that the deepest reorganisation undid. */
  deepestRevert: number;
}

/** Starts at nothing. */
export function createStoreCounters(): StoreCounters {
  return { commits: 0, commitSeconds: 0, entitiesWritten: 0, reverts: 0, revertedBlocks: 0, deepestRevert: 0 };
}

/** The same store, whose writes are counted. */
export function measureStore(store: QueryableStore, counters: StoreCounters): QueryableStore {
  return {
    ...store,
    async commit(blocks, head) {
      const started = performance.now();
      await store.commit(blocks, head);
      counters.commits++;
      counters.commitSeconds += (performance.now() - started) / 1000;
      for (const { changes } of blocks) counters.entitiesWritten += changes.length;
    },
    async revertTo(to) {
      const head = await store.head();
      await store.revertTo(to);
      const depth = head === null ? 0 : head.number - (to?.number ?? -1);
      counters.reverts++;
      counters.revertedBlocks += depth;
      counters.deepestRevert = Math.max(counters.deepestRevert, depth);
    },
  };
}
