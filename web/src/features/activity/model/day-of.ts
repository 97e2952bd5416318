import type { ActivityEntry } from "../../../data/activity/activity-entry.ts";
import { formatDate } from "../../../lib/format.ts";

/** What happened on one day, newest first. */
export interface Day {
  /** As it is written: `22 Nov 2026`. */
  readonly date: string;
  readonly entries: readonly ActivityEntry[];
}

/** Entries, newest first, by the reader's days. */
export function byDay(entries: readonly ActivityEntry[]): readonly Day[] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const date = formatDate(entry.timestamp);
    const day = days.get(date);
    if (day) day.push(entry);
    else days.set(date, [entry]);
  }
  return [...days].map(([date, ofDay]) => ({ date, entries: ofDay }));
}
