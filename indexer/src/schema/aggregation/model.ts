import type { FieldModel } from "../model.ts";
import type { SqlExpression } from "./sql-expression.ts";

/** How long the buckets of an aggregation are. */
export type Interval = "hour" | "day";

/** Length of each interval's buckets in seconds; buckets begin at its multiples since 1970. Shortest first. */
export const INTERVAL_SECONDS: Readonly<Record<Interval, number>> = { hour: 3_600, day: 86_400 };

/** What an aggregate makes of the values in a bucket. */
export type AggregateFunction = "sum" | "min" | "max" | "count" | "first" | "last";

/** One aggregated field. */
export interface AggregateModel {
  readonly field: FieldModel;
  readonly fn: AggregateFunction;
  /** What is aggregated; null for `count`, which counts rows. */
  readonly argument: SqlExpression | null;
  /** Whether earlier buckets of the same dimensions count as well. */
  readonly cumulative: boolean;
}

/** An `@aggregation` type: rows for each interval, bucket and combination of dimensions, made of a timeseries. */
export interface AggregationModel {
  readonly name: string;
  readonly description: string | null;
  /** Shortest first. */
  readonly intervals: readonly Interval[];
  /** The timeseries. */
  readonly source: string;
  readonly idType: "Int8";
  /** All fields in the order of the schema: `id`, `timestamp`, dimensions and aggregates. */
  readonly fields: readonly FieldModel[];
  /** Fields that rows are grouped by. */
  readonly dimensions: readonly FieldModel[];
  readonly aggregates: readonly AggregateModel[];
}
