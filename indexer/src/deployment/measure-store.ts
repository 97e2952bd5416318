import type { QueryableStore } from "../store/open-store.ts";

/** What indexing has asked of a store. */
export interface StoreCounters {
  commits: number;
  commitSeconds: number;
  entitiesWritten: number;
  /** Times that handlers had to wait for entities that were not in memory. */
  reads: number;
  readSeconds: number;
  /** Reorganisations that undid blocks. */
  reverts: number;
  revertedBlocks: number;
  /** Blocks that the deepest reorganisation undid. */
  deepestRevert: number;
}

/** Starts at nothing. */
export function createStoreCounters(): StoreCounters {
  return {
    commits: 0,
    commitSeconds: 0,
    entitiesWritten: 0,
    reads: 0,
    readSeconds: 0,
    reverts: 0,
    revertedBlocks: 0,
    deepestRevert: 0,
  };
}

/** The same store, whose writes are counted. */
export function measureStore(store: QueryableStore, counters: StoreCounters): QueryableStore {
  async function read<T>(reading: Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await reading;
    counters.reads++;
    counters.readSeconds += (performance.now() - started) / 1000;
    return result;
  }

  return {
    ...store,
    getMany: (type, keys) => read(store.getMany(type, keys)),
    findBy: (type, field, value) => read(store.findBy(type, field, value)),
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
