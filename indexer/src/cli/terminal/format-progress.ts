import type { IndexerStatus } from "../../index.ts";

/** Progress at a moment, in milliseconds of any clock. */
export interface ProgressSample {
  readonly at: number;
  readonly status: IndexerStatus;
}

/** What happened between two looks at an indexer. */
export interface ProgressRate {
  readonly blocksPerSecond: number;
  readonly handlersPerSecond: number;
  /** Seconds until the chain's head, null while unknown or reached. */
  readonly secondsLeft: number | null;
}

/** Speed between two samples, and the time left at that speed. */
export function progressRate(before: ProgressSample, now: ProgressSample): ProgressRate {
  const seconds = Math.max((now.at - before.at) / 1000, 0.001);
  const blocksPerSecond = (now.status.blocks - before.status.blocks) / seconds;
  const { chainHead, head, startBlock, target } = now.status;
  const end = target ?? chainHead?.number ?? null;
  const left = end === null ? 0 : end - (head?.number ?? startBlock - 1);
  return {
    blocksPerSecond,
    handlersPerSecond: (now.status.handlers - before.status.handlers) / seconds,
    secondsLeft: left > 0 && blocksPerSecond > 0 ? left / blocksPerSecond : null,
  };
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** One line that says how far indexing is. */
export function formatProgress(status: IndexerStatus, rate: ProgressRate): string {
  const { chainHead, head, problem } = status;
  const block = `block ${head?.number ?? "-"} of ${chainHead?.number ?? "-"}`;
  if (status.status === "failed") return `failed at ${block}: ${status.fatalError?.message ?? problem ?? "unknown"}`;
  if (problem !== null) return `${block}, waiting: ${problem}`;
  if (status.status === "synced") return `${block}, following the chain`;
  const speed = `${Math.round(rate.blocksPerSecond)} blocks/s, ${Math.round(rate.handlersPerSecond)} events/s`;
  const left = rate.secondsLeft === null ? "" : `, ${duration(rate.secondsLeft)} left`;
  return `${block}, ${speed}${left}`;
}
