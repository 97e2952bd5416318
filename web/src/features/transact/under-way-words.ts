import { formatCount } from "../../lib/format.ts";
import type { SentLive } from "./sent/sent-transaction.ts";

/** What is said while a transaction is in no block yet. */
export function pendingWords(live: SentLive): string {
  return live.unreachable
    ? "Sent. The chain does not answer now; this goes on by itself once it does."
    : "Sent, waiting for a block.";
}

/** What is said while the index has not read the block of a transaction. */
export function confirmedWords(block: number, { index = "usual", indexBlock }: SentLive): string {
  const begin = `In block ${formatCount(block)}, updating the pages.`;
  if (index === "usual") return begin;
  const where =
    indexBlock === undefined
      ? "The index does not answer now"
      : `The index is at block ${formatCount(indexBlock)}, ${formatCount(block - indexBlock)} behind`;
  if (index === "late") return `${begin} ${where}; what you did is on the chain.`;
  return `${begin} ${where}. What you did is on the chain and nothing is lost: don’t send it again. Come back later, or tell who runs the index.`;
}
