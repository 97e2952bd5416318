import type { Hash } from "viem";
import type { Explanation } from "./explain-error.ts";

/** Where a transaction is, from the first thought to the pages that show what it did. */
export type TransactState =
  | { readonly name: "idle" }
  /** Asking the chain whether it would go through. */
  | { readonly name: "checking" }
  /** The chain says it would go through. */
  | { readonly name: "ready" }
  | { readonly name: "would-fail"; readonly why: Explanation }
  | { readonly name: "no-wallet" }
  | { readonly name: "wrong-network"; readonly chainId: number | undefined }
  /** The wallet is asking its owner. */
  | { readonly name: "signing" }
  /** Sent, in no block yet. */
  | { readonly name: "pending"; readonly hash: Hash }
  /** In a block that the index has not read yet; `late` when that takes longer than usual. */
  | { readonly name: "confirmed"; readonly hash: Hash; readonly block: number; readonly late: boolean }
  /** In a block that the pages show. */
  | { readonly name: "indexed"; readonly hash: Hash; readonly block: number }
  /** The owner declined: nothing was sent. */
  | { readonly name: "rejected"; readonly why: Explanation }
  /** Not sent, or in a block and undone; `hash` says which. */
  | { readonly name: "failed"; readonly why: Explanation; readonly hash?: Hash };

/** Name of a state. */
export type TransactStateName = TransactState["name"];

/** Whether something is under way, so that the same act must not be started twice. */
export function isBusy(state: TransactState): boolean {
  return state.name === "signing" || state.name === "pending" || state.name === "confirmed";
}
