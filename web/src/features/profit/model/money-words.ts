import type { ChartPoint } from "../../../components/charts/chart-data.ts";
import { sumOf } from "../../../components/charts/stack-values.ts";
import type { MoneyQuestion } from "../../../data/money-series.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { MoneySeries, MoneyView } from "./money-view.ts";
import { SPAN_WORDS } from "./money-view.ts";

/** What is asked of a token or of all: income that came in, or what was paid out. */
export type About = MoneyQuestion["about"];

/** Parts of a token’s income, and of what it paid. */
export const TOKEN_SERIES: Readonly<Record<About, readonly MoneySeries[]>> = {
  income: [
    { key: "REALIZED", label: "Realized", mark: "solid" },
    { key: "HARVESTED", label: "Taken in from holdings", mark: "hatched" },
    { key: "DONATED", label: "Given", mark: "dotted" },
  ],
  payments: [
    { key: "WALLET", label: "To wallets", mark: "solid" },
    { key: "TREASURY", label: "To treasuries", mark: "hatched" },
    { key: "EXCLUDED", label: "Back from pools", mark: "dotted" },
  ],
};

/** Of all tokens together: what came in from outside and what went out to wallets. What passes between tokens is neither. */
export const PROTOCOL_SERIES: Readonly<Record<About, readonly MoneySeries[]>> = {
  income: TOKEN_SERIES.income.filter(({ key }) => key !== "HARVESTED"),
  payments: TOKEN_SERIES.payments.filter(({ key }) => key === "WALLET"),
};

const HEADS: Readonly<Record<About, string>> = { income: "Income", payments: "Paid out" };

/** What a chart of money shows, in a sentence: `Income of Ada by day, 12 Oct 2026 to 22 Nov 2026: 34 ETH in all, …`. */
export function moneySentence(
  view: MoneyView,
  about: About,
  options: { readonly of: string; readonly growing: boolean; readonly unit: string; readonly decimals: number },
): string {
  const { of, growing, unit, decimals } = options;
  const amount = (wei: bigint): string => `${formatAmount(wei, { decimals })} ${unit}`;
  const span = SPAN_WORDS[view.span].toLowerCase();
  const times = [view.points[0]?.label, view.points.at(-1)?.label].join(" to ");
  const head = `${HEADS[about]} of ${of} ${growing ? "until each" : "by"} ${span}, ${times}`;
  const highest = growing ? undefined : highestOf(view.points);
  return highest === undefined
    ? `${head}: ${amount(view.total)} in all.`
    : `${head}: ${amount(view.total)} in all, most in “${highest.label}”, ${amount(sumOf(highest.values))}.`;
}

function highestOf(points: readonly ChartPoint[]): ChartPoint | undefined {
  let highest: ChartPoint | undefined;
  for (const point of points) if (sumOf(point.values) > sumOf(highest?.values ?? [])) highest = point;
  return highest;
}
