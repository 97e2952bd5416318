/** Labels of one series. */
export type Labels = Readonly<Record<string, string>>;

/** One number for `/metrics`. */
export interface Sample {
  /** In Prometheus' form, such as `indexer_blocks_total`. */
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge";
  readonly value: number;
  readonly labels?: Labels;
}

/** How often values fell below given bounds. */
export interface Histogram {
  readonly name: string;
  readonly help: string;
  readonly type: "histogram";
  /** Upper bounds, ascending, and how many values were at most that; the last one is infinite. */
  readonly buckets: readonly { readonly bound: number; readonly count: number }[];
  readonly sum: number;
  readonly labels?: Labels;
}

/** What `/metrics` shows. */
export type Metric = Sample | Histogram;

/** A number that only grows. */
export function counter(name: string, help: string, value: number, labels: Labels = {}): Sample {
  return { name, help, type: "counter", value, labels };
}

/** A number that goes up and down. */
export function gauge(name: string, help: string, value: number, labels: Labels = {}): Sample {
  return { name, help, type: "gauge", value, labels };
}
