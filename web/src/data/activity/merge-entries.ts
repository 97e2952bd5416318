import type { ActivityEntry } from "./activity-entry.ts";

/** The newest of one kind, newest first. */
export interface KindPage {
  readonly entries: readonly ActivityEntry[];
  /** Whether there may be older ones: as many came as were asked for. */
  readonly full: boolean;
}

/** A place in what happened: newer blocks come first, within a block greater ids, as the index orders each kind. */
export type ActivityCursor = Pick<ActivityEntry, "block" | "id">;

/** Entries of all kinds, newest first, and where the next page begins. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  /** The entry behind which older ones are to be read; undefined at the end. */
  readonly next: ActivityCursor | undefined;
}

/**
 * Merges pages of single kinds, each the newest down from one place, into one page without gaps: it ends where the first
 * kind that has more to tell ends.
 */
export function mergeEntries(kinds: readonly KindPage[]): ActivityPage {
  const ends = kinds.flatMap(({ entries, full }) => (full ? entries.slice(-1) : []));
  const [end] = ends.sort(newestFirst);
  const entries = kinds.flatMap(({ entries }) => entries.filter((entry) => !end || newestFirst(entry, end) <= 0));
  return { entries: entries.sort(newestFirst), next: end && { block: end.block, id: end.id } };
}

/** Ids are bytes as hexadecimal digits, which sort like the bytes. */
function newestFirst(a: ActivityCursor, b: ActivityCursor): number {
  if (a.block !== b.block) return b.block - a.block;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}
