import type { IndexStatus } from "../data/index-status.ts";
import { formatCount, formatDate, formatRelative } from "../lib/format.ts";

/** What is known about the index and the chain. */
export interface Freshness {
  readonly status: IndexStatus | undefined;
  /** Whether the last question to the index failed. */
  readonly failed: boolean;
  /** The chain's newest block. */
  readonly head: number | undefined;
  /** Unix time in seconds. */
  readonly now: number;
}

/** A few blocks are on their way at any time. */
const BLOCKS_ON_THE_WAY = 3;

/** Older figures than these are warned of on every page, in seconds: a busy index may lag for less. */
const OLD_SECONDS = 60;

/** Whether the figures on the page are older than they should be: what a visitor must know before acting on them. */
export function isStale({ status, failed, head, now }: Freshness): boolean {
  if (!status) return false;
  const behind = head === undefined ? 0 : head - status.block;
  return failed || status.hasErrors || (behind > BLOCKS_ON_THE_WAY && now - status.timestamp > OLD_SECONDS);
}

/** How fresh the figures are, in words. */
export function indexWords({ status, failed, head, now }: Freshness): {
  readonly tone: "good" | "bad" | "unknown";
  readonly text: string;
} {
  const from =
    status && status.timestamp > 0 ? ` Figures are from ${formatDate(status.timestamp, { time: true })}.` : "";
  if (failed) return { tone: "bad", text: `The index does not answer.${from}` };
  if (!status) return { tone: "unknown", text: "Asking the index how far it is" };
  if (status.hasErrors) {
    return { tone: "bad", text: `The index stopped at block ${formatCount(status.block)} because of an error.${from}` };
  }
  const behind = head === undefined ? 0 : head - status.block;
  if (behind > BLOCKS_ON_THE_WAY) {
    return { tone: "bad", text: `The index is ${formatCount(behind)} blocks behind.${from}` };
  }
  const newest = head !== undefined && behind <= 0 ? ", the newest" : "";
  const age = status.timestamp > 0 ? ` (${formatRelative(status.timestamp, Math.max(now, status.timestamp))})` : "";
  return { tone: "good", text: `Index at block ${formatCount(status.block)}${newest}${age}` };
}
