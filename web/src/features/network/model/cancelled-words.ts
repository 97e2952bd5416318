import type { CancelledBy } from "../../../data/cancelled-by.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { displayName } from "../../../lib/names.ts";

/** Stands behind “cancelled”. */
export function cancelledByWords(snapshot: OwnershipSnapshot, by: NonNullable<CancelledBy>): string {
  return by === "vote" ? "by vote" : `by ${displayName(snapshot, by)}`;
}

/** Begins a sentence that goes on with what is ended: “Ada Okafor cancelled”. */
export function whoCancelled(snapshot: OwnershipSnapshot, by: CancelledBy): string {
  if (by === "vote") return "By vote, members ended";
  return `${by === null ? "Somebody" : displayName(snapshot, by)} cancelled`;
}
