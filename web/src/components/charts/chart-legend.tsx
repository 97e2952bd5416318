import { type ReactNode, useId } from "react";
import { Amount } from "../amount.tsx";
import type { ChartPoint, ChartProps } from "./chart-data.ts";
import { MarkSample } from "./marks.tsx";
import { sumOf } from "./stack-values.ts";

interface ChartLegendProps extends ChartProps {
  readonly cumulative: boolean;
  /** The point under the cursor; without one the legend says the sums of all. */
  readonly current: ChartPoint | undefined;
}

/** What the marks mean, with the values under the cursor, else the sums of all that is shown. */
export function ChartLegend({ series, points, unit, decimals, cumulative, current }: ChartLegendProps): ReactNode {
  const id = useId();
  const values = current?.values ?? sumsOf(points, series.length, cumulative);
  const amount = (wei: bigint): ReactNode => <Amount wei={wei} unit={unit} decimals={decimals} />;
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-5 gap-y-1 text-note">
      <span className="font-semibold">
        {current?.label ?? "All shown"}
        {series.length > 1 && <span className="ml-2">{amount(sumOf(values))}</span>}
      </span>
      {series.map(({ key, label, mark }, index) => (
        <span key={key} className="inline-flex items-center gap-1.5 text-ink-2">
          <MarkSample mark={mark} id={`${id}-${key}`} />
          {label}
          <span className="font-semibold text-ink">{amount(values[index] ?? 0n)}</span>
        </span>
      ))}
    </div>
  );
}

function sumsOf(points: readonly ChartPoint[], count: number, cumulative: boolean): readonly bigint[] {
  if (cumulative) return points.at(-1)?.values ?? [];
  return Array.from({ length: count }, (_, index) => sumOf(points.map(({ values }) => values[index] ?? 0n)));
}
