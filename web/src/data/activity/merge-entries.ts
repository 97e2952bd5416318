import type { ActivityEntry } from "./activity-entry.ts";

/** The newest of one kind, newest first. */
export interface KindPage {
  readonly entries: readonly ActivityEntry[];
  /** Whether there may be older ones: as many came as were asked for. */
  readonly full: boolean;
}

/** Entries of all kinds, newest first, and where the next page begins. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  /** Unix time from which on older entries are to be read, that second included; undefined at the end. */
  readonly next: number | undefined;
}

/**
 * Merges pages of single kinds, each the newest down from one time, into one page without gaps: it ends where the first
 * kind that has more to tell ends. That kind's last second is left for the next page, since more of it may follow.
 *
 * Undefined when everything that came of some kind is of one second, so that the page would be empty: ask for more. With
 * `canAsk` false, where the index gives no more of a kind, what came of that second has to do.
 */
export function mergeEntries(kinds: readonly KindPage[], canAsk = true): ActivityPage | undefined {
  const ends = kinds.filter(({ full }) => full).map(({ entries }) => entries.at(-1)?.timestamp ?? 0);
  const end = ends.length > 0 ? Math.max(...ends) : undefined;
  const from = (first: number) => newestFirst(kinds.flatMap(({ entries }) => entries.filter(since(first))));
  if (end === undefined) return { entries: from(0), next: undefined };
  const entries = from(end + 1);
  if (entries.length > 0) return { entries, next: end };
  return canAsk ? undefined : { entries: from(end), next: end - 1 };
}

function since(first: number): (entry: ActivityEntry) => boolean {
  return ({ timestamp }) => timestamp >= first;
}

/** Within one block the order says nothing, but it is always the same. */
function newestFirst(entries: ActivityEntry[]): readonly ActivityEntry[] {
  return entries.sort((a, b) => b.timestamp - a.timestamp || b.block - a.block || (a.id < b.id ? 1 : -1));
}
