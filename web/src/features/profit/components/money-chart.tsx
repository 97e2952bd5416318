import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { AreaChart } from "../../../components/charts/area-chart.tsx";
import { Bars } from "../../../components/charts/bars.tsx";
import type { ChartProps } from "../../../components/charts/chart-data.ts";
import { Notice } from "../../../components/notice.tsx";
import { Pills } from "../../../components/pills.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { moneySeriesQueryOptions } from "../../../data/money-series.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { useChainTime } from "../../token/use-chain-time.ts";
import { explainReading } from "../../transact/explain-reading.ts";
import { beginningOf, leastSpan, moneyView, RANGE_WORDS, SPAN_WORDS } from "../model/money-view.ts";
import { type About, moneySentence, PROTOCOL_SERIES, TOKEN_SERIES } from "../model/money-words.ts";
import { type MoneySearch, RANGES, type Range } from "../search.ts";

interface MoneyChartProps {
  readonly snapshot: OwnershipSnapshot;
  /** Whose money; everybody’s if not said. */
  readonly token?: TokenInfo | undefined;
}

const NOTHING: Readonly<Record<About, string>> = {
  income: "Nothing came in in this time. Gains, and what is taken in from holdings, stand here by day.",
  payments: "Nothing was paid out in this time. What holders claim stands here by day.",
};

/** Money over time: what came in or was paid out, by day or growing, as bars, areas and a table. The page's link says which. */
export function MoneyChart({ snapshot, token }: MoneyChartProps): ReactNode {
  const { money: about = "income", range = "all", shape = "bars", figures } = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: MoneySearch): void =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Pills
          legend="Which money"
          value={about}
          onChange={(next) => change({ money: next === "income" ? undefined : next })}
          items={[
            { value: "income", label: "Came in" },
            { value: "payments", label: "Paid out" },
          ]}
        />
        <Pills
          legend="How far back"
          value={range}
          onChange={(next) => change({ range: next === "all" ? undefined : next })}
          items={RANGES.map((value) => ({ value, label: RANGE_WORDS[value] }))}
        />
        <Pills
          legend="How it is added up"
          value={shape}
          onChange={(next) => change({ shape: next === "bars" ? undefined : next })}
          items={[
            { value: "bars", label: "Each time" },
            { value: "growing", label: "Growing" },
          ]}
        />
      </div>
      <Drawing
        {...{ snapshot, token, about, range }}
        growing={shape === "growing"}
        tableShown={figures === "table"}
        onTableShown={(shown) => change({ figures: shown ? "table" : undefined })}
      />
    </div>
  );
}

interface DrawingProps extends MoneyChartProps, Pick<ChartProps, "tableShown" | "onTableShown"> {
  readonly about: About;
  readonly range: Range;
  readonly growing: boolean;
}

function Drawing({ snapshot, token, about, range, growing, ...table }: DrawingProps): ReactNode {
  const now = useChainTime(snapshot);
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const interval = leastSpan(range);
  const from = beginningOf(range, now) ?? 0;
  const money = useQuery(moneySeriesQueryOptions({ about, token: token?.address, interval, from }));
  const known = (token ? TOKEN_SERIES : PROTOCOL_SERIES)[about];
  const view = useMemo(
    () => money.data && moneyView(money.data, known, { range, now, growing }),
    [money.data, known, range, now, growing],
  );
  if (money.isError) return <Notice tone="bad" title={explainReading(money.error).title} />;
  if (view === undefined) return <Skeleton className="h-60" />;
  if (view.total === 0n) return <p className="text-table text-ink-2">{NOTHING[about]}</p>;
  const of = token?.name ?? "all people and networks";
  const Chart = growing ? AreaChart : Bars;
  return (
    <Chart
      sentence={moneySentence(view, about, { of, growing, unit, decimals })}
      caption={about === "income" ? `Income of ${of} over time` : `Paid out by ${of} over time`}
      timeHeader={`${growing ? "Until the end of" : SPAN_WORDS[view.span]}`}
      series={view.series}
      points={view.points}
      unit={unit}
      decimals={decimals}
      {...table}
    />
  );
}
