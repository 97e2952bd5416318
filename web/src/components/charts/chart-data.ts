/** How the surface of a series is drawn, so that colour is never all that tells two apart. */
export type Mark = "solid" | "hatched" | "dotted";

/** One of the things that a chart adds up. */
export interface ChartSeries {
  readonly key: string;
  /** As it stands in the legend, the table's head and what is read out. */
  readonly label: string;
  readonly mark: Mark;
}

/** One place on the time axis. Places follow each other without gaps, oldest first. */
export interface ChartPoint {
  readonly key: string;
  /** Which time it stands for: `22 Nov 2026`. */
  readonly label: string;
  /** One value a series, in the order of the series; zero or more, in wei. */
  readonly values: readonly bigint[];
}

/** What `Bars` and `AreaChart` show. */
export interface ChartProps {
  /** Says in a sentence what the chart shows. */
  readonly sentence: string;
  /** Heads the table, and names the chart's parts for screen readers. */
  readonly caption: string;
  /** Head of the first column: `Day`. */
  readonly timeHeader: string;
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
  /** Symbol and decimals of the values. */
  readonly unit: string;
  readonly decimals: number;
  /** Whether the table is shown too; that lives with the caller, usually in the link. */
  readonly tableShown: boolean;
  readonly onTableShown: (shown: boolean) => void;
}
