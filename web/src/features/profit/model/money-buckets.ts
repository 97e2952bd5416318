import type { ChartPoint } from "../../../components/charts/chart-data.ts";
import type { MoneyPart, MoneyPoint } from "../../../data/money-series.ts";
import { endOf, SPANS, type Span, spanLabel, startOf } from "./calendar.ts";

/** The shortest span of which at most `most` cover a time, not shorter than `least`; years, if even they are too many. */
export function spanFor(from: number, to: number, most: number, least: Span = "hour"): Span {
  const fitting = SPANS.slice(SPANS.indexOf(least)).find((span) => startsOf(span, from, to, most + 1).length <= most);
  return fitting ?? "year";
}

/** The beginnings of all spans that cover a time, oldest first; no more than `most`. */
function startsOf(span: Span, from: number, to: number, most: number): readonly number[] {
  const starts: number[] = [];
  for (let start = startOf(span, from); start <= to && starts.length < most; start = endOf(span, start)) {
    starts.push(start);
  }
  return starts;
}

/**
 * Adds money up by spans: one point for each, without gaps, oldest first, with a value for each of `parts` in wei. Money of
 * other parts, or before `from` or after `to`, Unix time, is left out.
 */
export function bucketsOf(
  money: readonly MoneyPoint[],
  parts: readonly MoneyPart[],
  { from, to, span }: { readonly from: number; readonly to: number; readonly span: Span },
): readonly ChartPoint[] {
  const starts = startsOf(span, from, to, Number.POSITIVE_INFINITY);
  const sums = new Map(starts.map((start) => [start, parts.map(() => 0n)]));
  for (const { start, part, amount } of money) {
    if (start < from || start > to) continue;
    const values = sums.get(startOf(span, start));
    const index = parts.indexOf(part);
    if (values !== undefined && index >= 0) values[index] = (values[index] ?? 0n) + amount;
  }
  return [...sums].map(([start, values]) => ({ key: String(start), label: spanLabel(span, start), values }));
}

/** The same points with all that came in until the end of each, beginning from nothing. */
export function runningTotals(points: readonly ChartPoint[]): readonly ChartPoint[] {
  let totals: readonly bigint[] = [];
  return points.map((point) => {
    totals = point.values.map((value, index) => value + (totals[index] ?? 0n));
    return { ...point, values: totals };
  });
}
