import { useSyncExternalStore } from "react";

let lastBlock = 0;
const listeners = new Set<() => void>();

/** Remembers the block of the reader's own newest transaction. */
export function noteTransaction(block: number): void {
  lastBlock = Math.max(lastBlock, block);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether figures read at a block are older than the reader's own last transaction. */
export function useBeforeLastTransaction(block: number | undefined): boolean {
  const last = useSyncExternalStore(subscribe, () => lastBlock);
  return block !== undefined && block < last;
}
