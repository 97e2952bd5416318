import type { BlockPointer, FatalError, StoredBlock } from "../store/store.ts";

/** What the indexer is doing: catching up, following the chain's head, or stopped by a failure. */
export type IndexerState = "starting" | "syncing" | "synced" | "failed";

/** How far indexing is and what it has done since the start. */
export interface Progress {
  readonly status: IndexerState;
  /** Last committed block. */
  readonly head: StoredBlock | null;
  /** The chain's last block, null while unknown. */
  readonly chainHead: BlockPointer | null;
  /** Block that indexing is on its way to: the chain's last, or the last that any data source wants; null until that is known for `chainHead`. */
  readonly target: number | null;
  /** First block that matters to the subgraph. */
  readonly startBlock: number;
  readonly fatalError: FatalError | null;
  /** The first failure that the subgraph tolerated (`nonFatalErrors`): from its block on, the data may be wrong. */
  readonly nonFatalError: FatalError | null;
  /** What hinders indexing and is no mapping's failure, such as an RPC server that does not answer. */
  readonly problem: string | null;
  /** Since when there has been a problem without pause, in Unix milliseconds. */
  readonly problemSince: number | null;
  /** Blocks committed, those without events included. */
  readonly blocks: number;
  /** Handlers run. */
  readonly handlers: number;
  readonly handlerMilliseconds: number;
  /** Reorganisations that undid committed blocks. */
  readonly reorganisations: number;
}

/** Progress that its owner updates and others read. */
export interface ProgressTracker {
  read(): Progress;
  update(change: Partial<Progress>): void;
  countHandler(handler: string, milliseconds: number): void;
  /** Runs after every update; returns the unsubscribe function. */
  onUpdate(listener: (progress: Progress) => void): () => void;
}

/** Starts at nothing. */
export function createProgress(startBlock: number): ProgressTracker {
  let progress: Progress = {
    status: "starting",
    head: null,
    chainHead: null,
    target: null,
    startBlock,
    fatalError: null,
    nonFatalError: null,
    problem: null,
    problemSince: null,
    blocks: 0,
    handlers: 0,
    handlerMilliseconds: 0,
    reorganisations: 0,
  };
  const listeners = new Set<(progress: Progress) => void>();
  return {
    read: () => progress,
    update(change) {
      progress = { ...progress, ...change };
      const since = progress.problem === null ? null : (progress.problemSince ?? Date.now());
      progress = { ...progress, problemSince: since };
      for (const listener of listeners) listener(progress);
    },
    onUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    countHandler(_handler, milliseconds) {
      progress = {
        ...progress,
        handlers: progress.handlers + 1,
        handlerMilliseconds: progress.handlerMilliseconds + milliseconds,
      };
    },
  };
}
