import { type AggregateModel, INTERVAL_SECONDS } from "../../schema/aggregation/model.ts";
import type { AggregationLayout } from "../layout.ts";
import { aggregateColumns, columnOf, dimensionNames } from "./aggregate-sql.ts";

/**
 * The rows of the bucket that still runs, with the columns of the table of buckets: all data points past the last stored bucket. The
 * conditions tell which rows of the timeseries (`d`) and of the table of buckets (`t`) the queried block sees.
 */
export function currentBucketSql(
  layout: AggregationLayout,
  visible: { readonly source: string; readonly buckets: string },
): string {
  const { aggregation, interval, table, source } = layout;
  const length = INTERVAL_SECONDS[interval] * 1_000_000;
  const timestamp = `d.${columnOf(source, "timestamp").name}`;
  const start = `${timestamp} - mod(${timestamp}, ${length})`;
  const dimensions = dimensionNames(layout).map((name) => `d.${name}`);
  const columns = [
    `max(d.${source.id.name}) as id`,
    `${start} as timestamp`,
    'max(d."block$") as "block$"',
    ...dimensions,
    ...aggregateColumns(layout),
  ];
  const bucket = `select ${columns.join(", ")} from ${source.name} d
    where ${visible.source} and ${timestamp} >= coalesce(
      (select max(t.timestamp) + ${length} from ${table.name} t where ${visible.buckets}), 0)
    group by ${[start, ...dimensions].join(", ")}`;
  const isCumulative = aggregation.aggregates.some((aggregate) => aggregate.cumulative);
  return isCumulative ? continuedSql(layout, bucket, visible.buckets) : bucket;
}

/** Cumulative aggregates go on from the latest stored row of the same dimensions. */
function continuedSql(layout: AggregationLayout, bucket: string, visibleBuckets: string): string {
  const { aggregation, table } = layout;
  const dimensions = dimensionNames(layout);
  const same = dimensions.map((name) => ` and t.${name} = b.${name}`).join("");
  const aggregates = aggregation.aggregates.map((aggregate) => {
    const { name, sqlType } = columnOf(table, aggregate.field.name);
    return aggregate.cumulative
      ? `(${joined(aggregate, `p.${name}`, `b.${name}`)})::${sqlType} as ${name}`
      : `b.${name}`;
  });
  const columns = ["b.id", "b.timestamp", 'b."block$"', ...dimensions.map((name) => `b.${name}`), ...aggregates];
  return `select ${columns.join(", ")} from (${bucket}) b left join lateral (
      select t.* from ${table.name} t where ${visibleBuckets} and t.timestamp < b.timestamp${same}
      order by t.timestamp desc limit 1
    ) p on true`;
}

function joined({ fn }: AggregateModel, earlier: string, later: string): string {
  switch (fn) {
    case "count":
    case "sum":
      return `coalesce(${earlier} + ${later}, ${earlier}, ${later})`;
    case "min":
      return `least(${earlier}, ${later})`;
    case "max":
      return `greatest(${earlier}, ${later})`;
    case "first":
      return `coalesce(${earlier}, ${later})`;
    case "last":
      return `coalesce(${later}, ${earlier})`;
  }
}
