import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../../components/charts/stack-values.ts";
import type { MoneyPart, MoneyPoint } from "../../../data/money-series.ts";
import { endOf, SPANS, spanLabel, startOf } from "./calendar.ts";
import { bucketsOf, runningTotals, spanFor } from "./money-buckets.ts";
import { moneyView } from "./money-view.ts";
import { moneySentence, TOKEN_SERIES } from "./money-words.ts";

const DAY = 86_400;
const ONE = 10n ** 18n;
const time = (text: string): number => Date.parse(text) / 1000;
const seconds = fc.integer({ min: time("2020-01-01"), max: time("2080-01-01") });
const span = fc.constantFrom(...SPANS);
const PARTS: readonly MoneyPart[] = ["REALIZED", "HARVESTED", "DONATED"];
const money = fc.array(
  fc.record<MoneyPoint>({
    start: fc.integer({ min: 0, max: 1_200 }).map((day) => time("2021-03-01") + day * DAY),
    part: fc.constantFrom(...PARTS),
    amount: fc.bigInt({ min: 0n, max: 2n ** 110n }),
  }),
);

describe("the calendar", () => {
  it("puts every moment into exactly one span", () => {
    fc.assert(
      fc.property(span, seconds, (one, moment) => {
        const start = startOf(one, moment);
        expect(start <= moment && moment < endOf(one, start)).toBe(true);
        expect(startOf(one, endOf(one, start))).toBe(endOf(one, start));
        expect(startOf(one, endOf(one, start) - 1)).toBe(start);
      }),
    );
  });

  it("names spans as people do", () => {
    const start = time("2026-11-26T13:10:00Z");
    expect(SPANS.map((one) => spanLabel(one, startOf(one, start)))).toEqual([
      "26 Nov, 13:00",
      "26 Nov 2026",
      "Week of 23 Nov 2026",
      "Nov 2026",
      "Oct to Dec 2026",
      "2026",
    ]);
  });
});

describe("spanFor", () => {
  it("finds the shortest that fits", () => {
    const from = time("2026-01-01");
    const words = [1, 59, 60, 400, 1_500, 5_000, 30_000].map((days) => spanFor(from, from + days * DAY, 60, "day"));
    expect(words).toEqual(["day", "day", "week", "week", "month", "quarter", "year"]);
  });
});

describe("bucketsOf", () => {
  it("loses no wei, leaves no gap and keeps parts apart", () => {
    fc.assert(
      fc.property(money, span, (all, one) => {
        const options = {
          from: time("2021-03-01"),
          to: time("2024-12-01"),
          span: one === "hour" ? "day" : one,
        } as const;
        const points = bucketsOf(all, PARTS, options);
        PARTS.forEach((part, index) => {
          const amounts = all.filter((point) => point.part === part).map(({ amount }) => amount);
          expect(sumOf(points.map(({ values }) => values[index] ?? 0n))).toBe(sumOf(amounts));
        });
        points.slice(1).forEach(({ key }, index) => {
          expect(Number(key)).toBe(endOf(options.span, Number(points[index]?.key)));
        });
        expect(runningTotals(points).at(-1)?.values).toEqual(
          PARTS.map((_, index) => sumOf(points.map(({ values }) => values[index] ?? 0n))),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("moneyView", () => {
  const now = time("2026-11-26T13:10:00Z");
  const day = (text: string, part: MoneyPart, amount: bigint): MoneyPoint => ({ start: time(text), part, amount });
  const known = TOKEN_SERIES.income;
  const all = [
    day("2026-06-01", "REALIZED", 24n * ONE),
    day("2026-11-20", "DONATED", ONE),
    day("2026-11-26", "REALIZED", 9n * ONE),
  ];

  it("leaves out parts that there were not, and what came before", () => {
    const view = moneyView(all, known, { range: "all", now, growing: false });
    expect(view.series.map(({ label }) => label)).toEqual(["Realized", "Given"]);
    expect(view).toMatchObject({ span: "week", total: 34n * ONE });
    const quarter = moneyView(all, known, { range: "quarter", now, growing: false });
    expect(quarter).toMatchObject({ span: "week", total: 10n * ONE });
  });

  it("grows day by day from nothing", () => {
    const { points, span: by } = moneyView(all, known, { range: "all", now, growing: true });
    expect(by).toBe("day");
    expect(points[0]).toMatchObject({ label: "31 May 2026", values: [0n, 0n] });
    expect(points.at(-1)).toMatchObject({ label: "26 Nov 2026", values: [33n * ONE, ONE] });
  });

  it("shows a day without money where there was none at all", () => {
    expect(moneyView([], known, { range: "all", now, growing: false })).toMatchObject({ series: [], total: 0n });
  });

  it("is said in a sentence", () => {
    const view = moneyView(all, known, { range: "all", now, growing: false });
    const words = { of: "Ada", growing: false, unit: "ETH", decimals: 18 };
    expect(moneySentence(view, "income", words)).toBe(
      "Income of Ada by week, Week of 25 May 2026 to Week of 23 Nov 2026: 34 ETH in all, most in “Week of 1 Jun 2026”, 24 ETH.",
    );
  });
});
