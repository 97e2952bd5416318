import { setTimeout as sleep } from "node:timers/promises";
import { IndexerError } from "../errors/indexer-error.ts";
import type { Progress, ProgressTracker } from "../runtime/progress.ts";
import type { Chain } from "../source/chain.ts";
import type { BlockPointer } from "../store/store.ts";

/** Pause, in milliseconds, before a chain that went back is looked at again. */
const RECHECK_MS = 20;

/** The wait is over without the block. */
export class WaitError extends IndexerError {
  override name = "WaitError";
}

function whereItStands({ head, problem }: Progress): string {
  const at = head === null ? "nothing is indexed yet" : `indexed up to block ${head.number}`;
  return problem === null ? at : `${at}; ${problem}`;
}

/** What is waited on. */
export type WatchedProgress = Pick<ProgressTracker, "read" | "onUpdate">;

/**
 * Waits until `isThere` holds; `what` names it in messages, such as `Block 7`.
 * @throws WaitError when the subgraph fails or `timeoutMs` milliseconds pass.
 */
export function waitUntil(
  tracker: WatchedProgress,
  what: string,
  isThere: (progress: Progress) => boolean,
  timeoutMs: number,
): Promise<void> {
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
        finish(new WaitError(`${what} will not be indexed, the subgraph failed: ${reason}`));
      } else if (isThere(progress)) finish(null);
    };
    const timer = setTimeout(() => {
      const where = whereItStands(tracker.read());
      finish(new WaitError(`${what} was not indexed within ${timeoutMs} ms: ${where}.`));
    }, timeoutMs);
    // A wait keeps no process alive: what it waits for does, until that is closed.
    timer.unref();
    const unsubscribe = tracker.onUpdate(check);
    check(tracker.read());
  });
}

/** Waits until `block` can be queried. @throws WaitError like {@link waitUntil}. */
export function waitForBlock(tracker: WatchedProgress, block: number, timeoutMs: number): Promise<void> {
  return waitUntil(tracker, `Block ${block}`, ({ head }) => head !== null && head.number >= block, timeoutMs);
}

/**
 * Waits until the block that is the chain's last one now can be queried, or everything of it that the subgraph wants.
 * @throws WaitError like {@link waitUntil}; RpcError when the chain does not answer.
 */
export async function waitForHead(tracker: WatchedProgress, chain: Chain, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs;
  const latest = await latestBlock(chain);
  const isThere = ({ chainHead, head, target }: Progress): boolean => {
    if (head === null || chainHead === null || target === null) return false;
    const isSeen = chainHead.hash === latest.hash || chainHead.number > latest.number;
    return isSeen && head.number >= Math.min(target, latest.number) && head.number <= chainHead.number;
  };
  for (;;) {
    const left = Math.max(0, until - performance.now());
    await waitUntil(tracker, `The chain's last block, ${latest.number},`, isThere, left);
    // What was indexed may be of another history: a local chain can be taken back.
    const { head } = tracker.read();
    if (head !== null && (await chain.header(head.number))?.hash === head.hash) return;
    await sleep(RECHECK_MS);
  }
}

async function latestBlock(chain: Chain): Promise<BlockPointer> {
  const latest = await chain.header("latest");
  if (latest === null) throw new WaitError("The chain has no blocks.");
  return latest;
}
