import type { Hash } from "viem";
import type { Explanation } from "./explain-error.ts";
import type { SentLive } from "./sent/sent-transaction.ts";

/** Where an act is, from the first thought to the pages that show what it did. */
export type TransactState =
  | { readonly name: "idle" }
  /** Asking the chain whether it would go through. */
  | { readonly name: "checking" }
  /** The chain says it would go through. */
  | ReadyState
  | { readonly name: "would-fail"; readonly why: Explanation }
  | { readonly name: "no-wallet" }
  | { readonly name: "wrong-network"; readonly chainId: number | undefined }
  /** The wallet is asking its owner: for words, a transaction, or a bundle of them. */
  | { readonly name: "signing"; readonly what: "permit" | "call" | "bundle" }
  /** Sent, in no block yet. `hash` is not known of a bundle. */
  | { readonly name: "pending"; readonly hash: Hash | undefined; readonly live: SentLive }
  /** In a block that the index has not read yet. */
  | { readonly name: "confirmed"; readonly hash: Hash; readonly block: number; readonly live: SentLive }
  /** In a block that the pages show. */
  | { readonly name: "indexed"; readonly hash: Hash; readonly block: number; readonly done: string | undefined }
  /** The owner declined: nothing was sent. */
  | { readonly name: "rejected"; readonly why: Explanation }
  /** Not sent, or in a block and undone; `hash` says which. */
  | { readonly name: "failed"; readonly why: Explanation; readonly hash?: Hash };

/** The chain says that an act would go through. */
export interface ReadyState {
  readonly name: "ready";
  /** Network fee of what was tried, in wei of the native coin; undefined when it is not known. */
  readonly fee: bigint | undefined;
  /** Whether all signatures were tried; else only the first. */
  readonly whole: boolean;
}

/** Name of a state. */
export type TransactStateName = TransactState["name"];

/** Whether something is under way, so that the same act must not be started twice. */
export function isBusy(state: TransactState): boolean {
  return state.name === "signing" || state.name === "pending" || state.name === "confirmed";
}
