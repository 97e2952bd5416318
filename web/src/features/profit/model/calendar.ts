/** Lengths of time that a chart can count by, shortest first. */
export const SPANS = ["hour", "day", "week", "month", "quarter", "year"] as const;

/** A length of time that a chart counts by. */
export type Span = (typeof SPANS)[number];

const HOUR = 3_600;
const DAY = 24 * HOUR;
const MONTHS: Partial<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/** When the span begins in which a Unix time lies, in UTC; weeks begin on Monday. */
export function startOf(span: Span, time: number): number {
  const months = MONTHS[span];
  if (months !== undefined) {
    const date = new Date(time * 1000);
    return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months) / 1000;
  }
  if (span === "hour") return time - (time % HOUR);
  const day = time - (time % DAY);
  // Day 0 of Unix time was a Thursday.
  return span === "day" ? day : day - ((day / DAY + 3) % 7) * DAY;
}

/** When the span that begins at `start` ends: the beginning of the next one. */
export function endOf(span: Span, start: number): number {
  const months = MONTHS[span];
  if (months !== undefined) {
    const date = new Date(start * 1000);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months) / 1000;
  }
  return start + (span === "hour" ? HOUR : span === "day" ? DAY : 7 * DAY);
}

const format = (options: Intl.DateTimeFormatOptions): ((start: number) => string) => {
  const formatter = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return (start) => formatter.format(new Date(start * 1000));
};

const DATE = format({ day: "numeric", month: "short", year: "numeric" });
const MONTH = format({ month: "short", year: "numeric" });

const LABELS: Readonly<Record<Span, (start: number) => string>> = {
  hour: format({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }),
  day: DATE,
  week: (start) => `Week of ${DATE(start)}`,
  month: MONTH,
  quarter: (start) => `${format({ month: "short" })(start)} to ${MONTH(endOf("quarter", start) - 1)}`,
  year: format({ year: "numeric" }),
};

/** How the span that begins at `start` is written: `22 Nov 2026`, `Week of 16 Nov 2026`, `Oct to Dec 2026`. */
export function spanLabel(span: Span, start: number): string {
  return LABELS[span](start);
}
