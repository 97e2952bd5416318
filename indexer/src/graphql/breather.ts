import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds for which one query may keep everything else of the process waiting between two of its statements. */
const LONGEST_BREATH_MS = 10;

/**
 * Lets others have a turn when the last one is a while ago; null when it is not, so that nobody waits for nothing. A database in this process
 * answers without leaving the present turn, so that a query of a thousand statements would keep requests, and indexing, from being heard of
 * until its end.
 */
export function createBreather(): () => Promise<void> | null {
  let last = performance.now();
  async function breathe(): Promise<void> {
    await nextTurn();
    last = performance.now();
  }
  return () => (performance.now() - last < LONGEST_BREATH_MS ? null : breathe());
}
