/** Longest founding, in seconds; the contract's bound (`NetworkToken`). */
const LONGEST = 30 * 86_400;
/** A block may be older than this machine's clock says. */
const MARGIN = 3_600;
const SUGGESTED_DAYS = 14;
/** The end of this day is within the bound at any hour. */
const LAST_DAY = 29;

/** Days on which a founding can end, as a date field writes them: `2026-12-07`. */
export interface FoundingDays {
  readonly first: string;
  readonly last: string;
  readonly suggested: string;
}

/** Days on which a founding that begins at the Unix time `now` can end. */
export function foundingDays(now: number): FoundingDays {
  return { first: dayAfter(now, 1), last: dayAfter(now, LAST_DAY), suggested: dayAfter(now, SUGGESTED_DAYS) };
}

/**
 * The last second of a day here, Unix time, not later than the contract takes; undefined when the day is none of those on which
 * a founding can end.
 */
export function foundingEnd(day: string, now: number): number | undefined {
  const { first, last } = foundingDays(now);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < first || day > last) return undefined;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const end = Math.floor(new Date(year, month - 1, date + 1).getTime() / 1000) - 1;
  // In whole hours, so that it stays the same for a while.
  const latest = Math.floor((now + LONGEST - MARGIN) / MARGIN) * MARGIN;
  return Math.min(end, latest);
}

function dayAfter(now: number, days: number): string {
  const today = new Date(now * 1000);
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
  const digits = (number: number, length: number): string => String(number).padStart(length, "0");
  return `${digits(day.getFullYear(), 4)}-${digits(day.getMonth() + 1, 2)}-${digits(day.getDate(), 2)}`;
}
