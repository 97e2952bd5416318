import type { ChartPoint, ChartSeries } from "../../../components/charts/chart-data.ts";
import { sumOf } from "../../../components/charts/stack-values.ts";
import type { MoneyPart, MoneyPoint } from "../../../data/money-series.ts";
import type { Range } from "../search.ts";
import { type Span, startOf } from "./calendar.ts";
import { bucketsOf, runningTotals, spanFor } from "./money-buckets.ts";

/** Bars that fit side by side on a phone. */
const MOST_BARS = 60;
const DAY = 86_400;

/** The words for how far back a chart looks. */
export const RANGE_WORDS: Readonly<Record<Range, string>> = {
  hours: "48 hours",
  quarter: "90 days",
  all: "All time",
};

const LENGTHS: Readonly<Partial<Record<Range, number>>> = { hours: 2 * DAY, quarter: 90 * DAY };

/** What the chart’s time column is called. */
export const SPAN_WORDS: Readonly<Record<Span, string>> = {
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
};

/** A part of money with its mark. */
export type MoneySeries = ChartSeries & { readonly key: MoneyPart };

/** What a chart of money shows. */
export interface MoneyView {
  readonly series: readonly MoneySeries[];
  readonly points: readonly ChartPoint[];
  readonly span: Span;
  /** All that is shown, in wei. */
  readonly total: bigint;
}

/** What a chart counts by at least. */
export function leastSpan(range: Range): "hour" | "day" {
  return range === "hours" ? "hour" : "day";
}

/** From when on a chart shows money, Unix time, at the beginning of an hour or a day; undefined for the first money. */
export function beginningOf(range: Range, now: number): number | undefined {
  const length = LENGTHS[range];
  return length === undefined ? undefined : startOf(leastSpan(range), now - length);
}

/**
 * What a chart of money shows: parts that there were at all, added up by the shortest spans that fit side by side, or,
 * `growing`, what had come in until the end of each hour or day.
 */
export function moneyView(
  money: readonly MoneyPoint[],
  known: readonly MoneySeries[],
  options: { readonly range: Range; readonly now: number; readonly growing: boolean },
): MoneyView {
  const { range, now, growing } = options;
  const least = leastSpan(range);
  // All time begins the day before the first money: growth is seen from nothing on.
  const from = beginningOf(range, now) ?? (money[0]?.start ?? startOf(least, now)) - DAY;
  const span = growing ? least : spanFor(from, now, MOST_BARS, least);
  const series = known.filter(({ key }) =>
    money.some(({ part, start }) => part === key && start >= from && start <= now),
  );
  const points = bucketsOf(
    money,
    series.map(({ key }) => key),
    { from, to: now, span },
  );
  const total = sumOf(points.flatMap(({ values }) => values));
  return { series, points: growing ? runningTotals(points) : points, span, total };
}
