import { type AggregateModel, INTERVAL_SECONDS } from "../../schema/aggregation/model.ts";
import type { AggregationLayout } from "../layout.ts";
import { aggregateColumns, columnOf, dimensionNames } from "./aggregate-sql.ts";

const SYSTEM = ["id", "timestamp", '"block$"'];

/** Adds the rows of closed buckets: `$1` are the buckets' starts in microseconds, `$2` the blocks from which on they count. */
export function rollUpSql(layout: AggregationLayout): string {
  const { aggregation, table } = layout;
  const columns = [...SYSTEM, ...dimensionNames(layout), ...aggregateNames(layout)].join(", ");
  const isCumulative = aggregation.aggregates.some((aggregate) => aggregate.cumulative);
  return `with closed as (
      select start::int8, block::int4 from unnest($1::text::text[], $2::text::text[]) as u (start, block)
    ), bucket as (${bucketSql(layout)})
    insert into ${table.name} (${columns})
    select ${columns} from ${isCumulative ? `(${accumulatedSql(layout)}) accumulated` : "bucket"} order by timestamp, id`;
}

function aggregateNames({ aggregation, table }: AggregationLayout): readonly string[] {
  return aggregation.aggregates.map((aggregate) => columnOf(table, aggregate.field.name).name);
}

function bucketSql(layout: AggregationLayout): string {
  const { interval, source } = layout;
  const dimensions = dimensionNames(layout).map((name) => `d.${name}`);
  const timestamp = `d.${columnOf(source, "timestamp").name}`;
  const length = INTERVAL_SECONDS[interval] * 1_000_000;
  const columns = [
    `max(d.${source.id.name}) as id`,
    "k.start as timestamp",
    'k.block as "block$"',
    ...dimensions,
    ...aggregateColumns(layout),
  ];
  return `select ${columns.join(", ")} from closed k
    join ${source.name} d on ${timestamp} >= k.start and ${timestamp} < k.start + ${length}
    group by ${["k.start", "k.block", ...dimensions].join(", ")}`;
}

/**
 * The rows of `bucket` with cumulative aggregates that include everything before: the batch's earlier buckets, and the latest stored row of
 * the same dimensions. As in graph-node, rows in which a dimension is null have nothing before them, since null equals nothing.
 */
function accumulatedSql(layout: AggregationLayout): string {
  const { aggregation, table } = layout;
  const dimensions = dimensionNames(layout);
  const names = [...SYSTEM, ...dimensions, ...aggregateNames(layout)].join(", ");
  const anyNull = dimensions.map((name) => `${name} is null`).join(" or ");
  const group = ["1", ...dimensions, ...(anyNull === "" ? [] : [`case when ${anyNull} then timestamp end`])].join(", ");
  const counts = aggregateNames(layout).map((name, index) => `count(${name}) over so_far as n${index}`);
  const results = aggregation.aggregates.map((aggregate, index) => {
    const { name, sqlType } = columnOf(table, aggregate.field.name);
    return aggregate.cumulative ? `(${soFarSql(aggregate, name, `n${index}`, group)})::${sqlType} as ${name}` : name;
  });
  const window = `window so_far as (partition by ${group} order by timestamp)`;
  return `select ${names} from (
      select ${[...SYSTEM, ...dimensions, ...results].join(", ")}, fresh from (
        select *, ${counts.join(", ")} from (
          select ${names}, true as fresh from bucket union all ${previousSql(layout)}
        ) r ${window}
      ) c ${window}
    ) a where fresh`;
}

function previousSql(layout: AggregationLayout): string {
  const { table } = layout;
  const dimensions = dimensionNames(layout);
  const names = [...SYSTEM, ...dimensions, ...aggregateNames(layout)].map((name) => `p.${name}`).join(", ");
  const same = dimensions.map((name) => ` and t.${name} = b.${name}`).join("");
  return `select ${names}, false from (select distinct ${["1", ...dimensions].join(", ")} from bucket) b
    cross join lateral (
      select t.* from ${table.name} t where t.timestamp < (select min(start) from closed)${same}
      order by t.timestamp desc limit 1
    ) p`;
}

/** `count` is the number of values so far that are not null. */
function soFarSql({ fn }: AggregateModel, value: string, count: string, group: string): string {
  switch (fn) {
    case "count":
    case "sum":
      return `sum(${value}) over so_far`;
    case "min":
    case "max":
      return `${fn}(${value}) over so_far`;
    case "first":
      return `case when ${count} > 0 then first_value(${value}) over (partition by ${group} order by ${value} is null, timestamp) end`;
    case "last":
      return `first_value(${value}) over (partition by ${group}, ${count} order by timestamp)`;
  }
}
