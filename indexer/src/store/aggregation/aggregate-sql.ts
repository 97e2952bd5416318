import type { AggregateModel } from "../../schema/aggregation/model.ts";
import { formatExpression } from "../../schema/aggregation/sql-expression.ts";
import type { AggregationLayout, ColumnLayout, TableLayout } from "../layout.ts";

/** Column of a field that the schema check found to be stored. */
export function columnOf(table: TableLayout, field: string): ColumnLayout {
  const column = table.columnByField.get(field);
  if (column === undefined) throw new TypeError(`${table.type.name}.${field} passed the schema check without a column`);
  return column;
}

/** Quoted names of an aggregation's dimensions: the same in the timeseries and in the table of buckets. */
export function dimensionNames({ aggregation, table }: AggregationLayout): readonly string[] {
  return aggregation.dimensions.map((field) => columnOf(table, field.name).name);
}

/** The aggregates' columns, as a list of select over rows `d` of the timeseries that are grouped. */
export function aggregateColumns({ aggregation, table, source }: AggregationLayout): readonly string[] {
  return aggregation.aggregates.map((aggregate) => {
    const column = columnOf(table, aggregate.field.name);
    return `(${aggregateSql(aggregate, source)})::${column.sqlType} as ${column.name}`;
  });
}

function aggregateSql({ fn, argument }: AggregateModel, source: TableLayout): string {
  if (argument === null) return "count(*)";
  const value = formatExpression(argument, (field) => `d.${columnOf(source, field).name}`);
  const id = `d.${source.id.name}`;
  // The first or last value that is not null, in the order of the source's ids.
  if (fn === "first" || fn === "last") {
    const order = fn === "first" ? id : `${id} desc`;
    return `(array_agg(${value} order by ${order}) filter (where ${value} is not null))[1]`;
  }
  return `${fn}(${value})`;
}
