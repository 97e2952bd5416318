import { type ReactNode, useId } from "react";
import { Amount } from "../amount.tsx";
import { Button } from "../button.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import type { ChartPoint, ChartProps } from "./chart-data.ts";
import { sumOf } from "./stack-values.ts";

interface ChartTableProps extends ChartProps {
  readonly cumulative: boolean;
}

/** The chart's figures as a table, on request: only times at which something came in. */
export function ChartTable(props: ChartTableProps): ReactNode {
  const { tableShown: shown, onTableShown } = props;
  const id = useId();
  return (
    <div className="mt-2 -mb-2">
      <Button
        variant="quiet"
        className="-ml-4"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => onTableShown(!shown)}
      >
        {shown ? "Hide the table" : "Show as a table"}
      </Button>
      <div id={id} hidden={!shown} className="max-h-96 overflow-y-auto">
        {shown && <Rows {...props} />}
      </div>
    </div>
  );
}

function Rows({ caption, timeHeader, series, points, unit, decimals, cumulative }: ChartTableProps): ReactNode {
  const amount = (wei: bigint): ReactNode =>
    wei === 0n ? <span className="text-ink-3">none</span> : <Amount wei={wei} unit={unit} decimals={decimals} />;
  const columns: Column<ChartPoint>[] = [
    { key: "time", header: timeHeader, cell: ({ label }) => label },
    ...series.map(
      ({ key, label }, index): Column<ChartPoint> => ({
        key,
        header: label,
        numeric: true,
        wide: series.length > 1,
        cell: ({ values }) => amount(values[index] ?? 0n),
      }),
    ),
  ];
  if (series.length > 1) {
    columns.push({ key: "sum", header: "Together", numeric: true, cell: ({ values }) => amount(sumOf(values)) });
  }
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rowsOf(points, cumulative)}
      rowKey={({ key }) => key}
      empty={<p className="text-note text-ink-2">Nothing came in while this is shown.</p>}
    />
  );
}

/** Points at which something changed, newest first. */
export function rowsOf(points: readonly ChartPoint[], cumulative: boolean): readonly ChartPoint[] {
  return points
    .filter(({ values }, index) => {
      const before = cumulative ? sumOf(points[index - 1]?.values ?? []) : 0n;
      return sumOf(values) !== before;
    })
    .toReversed();
}
