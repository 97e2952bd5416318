import type { Hash } from "viem";
import type { Explanation } from "../explain-error.ts";
import type { TransactState } from "../transact-state.ts";
import { hashOf, type Sent, type SentFailure } from "./sent-transaction.ts";

const FAILURES: Readonly<Record<SentFailure, Explanation>> = {
  reverted: {
    title: "The chain undid this transaction",
    detail: "It was in a block, but something had changed since it was checked. Only the network fee was spent.",
    next: "Check again: the reason will be shown before you sign.",
  },
  cancelled: {
    title: "You cancelled this transaction in your wallet",
    detail: "Nothing of it happened.",
    next: "Start again whenever you like.",
  },
  replaced: {
    title: "Another transaction took the place of this one",
    detail: "Your wallet sent something else under the same number. Nothing of this one happened.",
    next: "Look into your wallet’s history, then start again if you still want it.",
  },
  dropped: {
    title: "The chain does not know this transaction any more",
    detail: "It was dropped before a block took it, or the chain was started anew. Nothing of it happened so far.",
    next: "Look into your wallet: as long as it waits there, it may still go through. Otherwise start again.",
  },
  "not-included": {
    title: "The wallet did not bring this to the chain",
    detail: "No block has taken any part of it, and none will.",
    next: "Start again whenever you like.",
  },
};

/** What an end without effect means, in words. */
export function explainFailure(failure: SentFailure): Explanation {
  return FAILURES[failure];
}

/** Where an act is by what was sent last for it. */
export function stateOfSent(sent: Sent): TransactState {
  const { phase, live, block = 0, done } = sent;
  const hash = hashOf(sent);
  switch (phase) {
    case "pending":
      return { name: "pending", hash, live };
    case "confirmed":
      return { name: "confirmed", hash: hash as Hash, block, live };
    case "indexed":
      return { name: "indexed", hash: hash as Hash, block, done };
    case "failed":
      return { name: "failed", why: FAILURES[sent.failure ?? "dropped"], ...(hash ? { hash } : {}) };
  }
}
