import type { AggregationModel, Interval } from "../schema/aggregation/model.ts";
import type { FulltextModel } from "../schema/fulltext/model.ts";
import type { EntityTypeModel, FieldModel, SchemaModel } from "../schema/model.ts";
import { snakeCase } from "../schema/snake-case.ts";
import { type ElementType, elementTypeOf, isStored } from "../values/value-type.ts";

/** Where a stored field lives. */
export interface ColumnLayout {
  readonly field: FieldModel;
  /** Quoted name. */
  readonly name: string;
  /** SQL type that the column's text is cast to, `[]` included for lists. */
  readonly sqlType: string;
}

/** Where the versions of an entity type live: a range of blocks each, or for immutable types the block of the insert. */
export interface TableLayout {
  readonly type: EntityTypeModel;
  /** Name without schema and quotes, for index names. */
  readonly plainName: string;
  /** Quoted name with its schema. */
  readonly name: string;
  readonly columns: readonly ColumnLayout[];
  readonly columnByField: ReadonlyMap<string, ColumnLayout>;
  readonly id: ColumnLayout;
  /** Other types that share an interface with this one, and so its ids. */
  readonly siblings: readonly string[];
  /** Whether rows are buckets of an aggregation instead of versions of an entity. */
  readonly bucket: boolean;
  /** Columns for searches, which PostgreSQL fills from other columns. */
  readonly searches: readonly SearchColumn[];
}

/** Where the words of a full-text search live. */
export interface SearchColumn {
  readonly search: FulltextModel;
  /** Quoted name. */
  readonly name: string;
}

/** Where the buckets of one interval of an aggregation live. */
export interface AggregationLayout {
  readonly aggregation: AggregationModel;
  readonly interval: Interval;
  /** Rows are immutable: one for each bucket and combination of dimensions. Its type has the aggregation's name. */
  readonly table: TableLayout;
  /** The timeseries. */
  readonly source: TableLayout;
}

/** Where everything of a deployment lives. */
export interface Layout {
  /** Quoted schema name. */
  readonly schema: string;
  readonly tables: ReadonlyMap<string, TableLayout>;
  readonly aggregations: readonly AggregationLayout[];
}

/** Timestamps are kept as microseconds (graph-node: `timestamptz`), which sort the same and lose nothing. */
const SQL_TYPES: Readonly<Record<ElementType, string>> = {
  String: "text",
  Bytes: "bytea",
  Int: "int4",
  Int8: "int8",
  BigInt: "numeric",
  BigDecimal: "numeric",
  Boolean: "boolean",
  Timestamp: "int8",
};

/** Lays a schema out in tables of the database schema `schemaName`. */
export function buildLayout(model: SchemaModel, schemaName: string): Layout {
  const schema = quoteName(schemaName);
  const tables = new Map<string, TableLayout>();
  for (const type of model.entities.values()) {
    const searches = model.fulltext
      .filter((search) => search.entity === type.name)
      .map((search) => ({ search, name: quoteName(snakeCase(search.name)) }));
    const siblings = siblingsOf(model, type);
    tables.set(type.name, { ...tableOf(type, type.name, schema), siblings, searches });
  }
  return { schema, tables, aggregations: layOutAggregations(model, schema, tables) };
}

function tableOf(type: EntityTypeModel, sqlName: string, schema: string): TableLayout {
  const columns = type.fields.filter(isStored).map((field) => columnOf(field, schema));
  const columnByField = new Map(columns.map((column) => [column.field.name, column]));
  const id = columnByField.get("id");
  if (id === undefined) throw new TypeError(`type ${type.name} reached the store without an id field`);
  const plainName = snakeCase(sqlName);
  const name = `${schema}.${quoteName(plainName)}`;
  return { type, plainName, name, columns, columnByField, id, siblings: [], bucket: false, searches: [] };
}

function layOutAggregations(
  model: SchemaModel,
  schema: string,
  tables: ReadonlyMap<string, TableLayout>,
): readonly AggregationLayout[] {
  return [...model.aggregations.values()].flatMap((aggregation) => {
    const source = tables.get(aggregation.source);
    if (source === undefined) throw new TypeError(`aggregation ${aggregation.name} reached the store without a source`);
    const { name, description, idType, fields } = aggregation;
    const type = { name, description, idType, fields, immutable: true, timeseries: false, interfaces: [] };
    return aggregation.intervals.map((interval) => ({
      aggregation,
      interval,
      table: { ...tableOf(type, `${name}_${interval}`, schema), bucket: true },
      source,
    }));
  });
}

/** A name as SQL identifier, never folded or mistaken for a keyword. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function elementSqlType(field: FieldModel, schema: string): string {
  if (field.base.kind === "enum") return `${schema}.${quoteName(snakeCase(field.base.name))}`;
  return SQL_TYPES[elementTypeOf(field.base)];
}

function columnOf(field: FieldModel, schema: string): ColumnLayout {
  return {
    field,
    name: quoteName(snakeCase(field.name)),
    sqlType: `${elementSqlType(field, schema)}${field.list ? "[]" : ""}`,
  };
}

function siblingsOf(model: SchemaModel, type: EntityTypeModel): readonly string[] {
  const siblings = new Set(type.interfaces.flatMap((name) => model.interfaces.get(name)?.implementations ?? []));
  siblings.delete(type.name);
  return [...siblings];
}
