import { IndexerError } from "./errors/indexer-error.ts";
import type { Progress, ProgressTracker } from "./runtime/progress.ts";

/** The wait is over without the block. */
export class WaitError extends IndexerError {
  override name = "WaitError";
}

function whereItStands({ head, problem }: Progress): string {
  const at = head === null ? "nothing is indexed yet" : `indexed up to block ${head.number}`;
  return problem === null ? at : `${at}; ${problem}`;
}

/**
 * Waits until `block` can be queried.
 * @throws WaitError when the subgraph fails or `timeoutMs` milliseconds pass.
 */
export function waitForBlock(tracker: ProgressTracker, block: number, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error: WaitError | null) => {
      unsubscribe();
      clearTimeout(timer);
      if (error === null) resolve();
      else reject(error);
    };
    const check = (progress: Progress) => {
      if (progress.status === "failed") {
        const reason = progress.fatalError?.message ?? progress.problem ?? "unknown";
        finish(new WaitError(`Block ${block} will not be indexed, the subgraph failed: ${reason}`));
      } else if (progress.head !== null && progress.head.number >= block) finish(null);
    };
    const timer = setTimeout(() => {
      const where = whereItStands(tracker.read());
      finish(new WaitError(`Block ${block} was not indexed within ${timeoutMs} ms: ${where}.`));
    }, timeoutMs);
    const unsubscribe = tracker.onUpdate(check);
    check(tracker.read());
  });
}
