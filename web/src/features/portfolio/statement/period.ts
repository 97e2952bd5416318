/** Periods that a statement can be asked for by name. */
export const PERIODS = ["this-month", "last-month", "this-year", "last-year", "all", "dates"] as const;

/** A period that a statement can be asked for by name; `dates` are the reader’s own. */
export type PeriodName = (typeof PERIODS)[number];

/** The words for each period. */
export const PERIOD_WORDS: Readonly<Record<PeriodName, string>> = {
  "this-month": "This month",
  "last-month": "Last month",
  "this-year": "This year",
  "last-year": "Last year",
  all: "Since the beginning",
  dates: "Own dates",
};

/** A period as days in the reader’s own time zone, both included: `2026-11-01`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** A period in Unix time, from its first second up to, but not with, `end`. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return startOfDay(text) !== undefined;
}

/** First second of a day in the reader’s time zone, Unix time; `later` days after it. Undefined for what is no day. */
export function startOfDay(text: string, later = 0): number | undefined {
  const [, year, month, day] = DAY_TEXT.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (dayText(date) !== text) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(day) + later).getTime() / 1000;
}

/** The day of a Unix time in the reader’s time zone: `2026-11-01`. */
export function dayOf(time: number): string {
  return dayText(new Date(time * 1000));
}

function dayText(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * The days of a named period, as of `now`; for `all` from the day of the first entry, `beginning`, both Unix time. Own days
 * that were not said are those of `all`.
 */
export function daysOf(
  name: PeriodName,
  own: { readonly from?: string | undefined; readonly to?: string | undefined },
  { now, beginning }: { readonly now: number; readonly beginning: number },
): Days {
  const today = new Date(now * 1000);
  const year = today.getFullYear();
  const month = today.getMonth();
  const days = (first: Date, last: Date): Days => ({ first: dayText(first), last: dayText(last) });
  switch (name) {
    case "this-month":
      return days(new Date(year, month, 1), today);
    case "last-month":
      return days(new Date(year, month - 1, 1), new Date(year, month, 0));
    case "this-year":
      return days(new Date(year, 0, 1), today);
    case "last-year":
      return days(new Date(year - 1, 0, 1), new Date(year - 1, 11, 31));
    case "all":
      return { first: dayOf(beginning), last: dayText(today) };
    case "dates":
      return { first: own.from ?? dayOf(beginning), last: own.to ?? dayText(today) };
  }
}

/** The period that days stand for; undefined when they are no days, or the last is before the first. */
export function periodOf({ first, last }: Days): Period | undefined {
  const start = startOfDay(first);
  const end = startOfDay(last, 1);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}
