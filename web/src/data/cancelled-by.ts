import type { Address } from "../lib/address.ts";
import { readAddress } from "./read-answer.ts";

/** Who ended terms before their time: an account by its own right, or the members by a vote; null if nobody did. */
export type CancelledBy = Address | "vote" | null;

/** Reads who cancelled terms of the network that votes by `governor`. Throws `IndexAnswerError`. */
export function readCancelledBy(
  { cancelledBy }: { readonly cancelledBy: { readonly id: unknown } | null },
  governor: unknown,
): CancelledBy {
  if (cancelledBy === null) return null;
  const account = readAddress(cancelledBy.id, "Terms.cancelledBy");
  return account === readAddress(governor, "NetworkToken.governor") ? "vote" : account;
}
