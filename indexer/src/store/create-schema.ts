import type { SchemaModel } from "../schema/model.ts";
import { snakeCase } from "../schema/snake-case.ts";
import { elementTypeOf } from "../values/value-type.ts";
import {
  type AggregationLayout,
  type ColumnLayout,
  type Layout,
  quoteName,
  type SearchColumn,
  type TableLayout,
} from "./layout.ts";

/** Longest PostgreSQL identifier; longer index names would be cut and could collide. */
const MAX_IDENTIFIER = 63;

/** Prefix of a text that its index holds: PostgreSQL refuses index rows beyond a third of a page. */
export const TEXT_INDEX_PREFIX = 256;

/** Prefix of bytes that their index holds. */
export const BYTES_INDEX_PREFIX = 64;

/** The statements that create a deployment's schema: enums, one table per entity type, what indexing needs, and the bookkeeping. */
export function schemaDdl(model: SchemaModel, layout: Layout, isLasting = true): string {
  const create = isLasting ? "create table" : "create unlogged table";
  const statements = [`create schema ${layout.schema}`];
  for (const type of model.enums.values()) {
    // graph-node creates the values in alphabetical order, which is also the order in which they compare.
    const values = type.values.map((value) => `'${value.name}'`).sort();
    statements.push(`create type ${layout.schema}.${quoteName(snakeCase(type.name))} as enum (${values.join(", ")})`);
  }
  [...layout.tables.values()].forEach((table, index) => {
    const needed = attributeIndexes(table, index, (column) => isNeededByIndexing(table, column));
    statements.push(tableDdl(table, create), ...systemIndexes(table), ...needed);
  });
  for (const aggregation of layout.aggregations) {
    const { table } = aggregation;
    statements.push(bucketDdl(table, create), ...systemIndexes(table), `create index on ${table.name} ("block$")`);
    statements.push(...bucketIndexes(aggregation));
  }
  statements.push(...bookkeepingDdl(layout));
  return `${statements.join(";\n")};`;
}

/**
 * The statements that create what only queries need, unless it is there. History is written much faster without, and an index over
 * rows that are there already takes a fraction of the time that it takes to grow with them.
 */
export function queryIndexDdl(layout: Layout): string {
  const entities = [...layout.tables.values()].flatMap((table, index) => [
    ...attributeIndexes(table, index, (column) => !isNeededByIndexing(table, column)),
    ...searchIndexes(table),
  ]);
  const buckets = layout.aggregations.flatMap(({ table }, index) =>
    attributeIndexes(table, layout.tables.size + index, () => true),
  );
  return [...entities, ...buckets].map((statement) => `${statement};\n`).join("");
}

/** Mappings find entities by their references, and buckets are made of the data points of some time. */
function isNeededByIndexing(table: TableLayout, { field }: ColumnLayout): boolean {
  return field.base.kind === "reference" || (table.type.timeseries && field.name === "timestamp");
}

function tableDdl(table: TableLayout, create: string): string {
  const columns = table.columns.map((column) => `${columnDdl(column)}${column.field.nonNull ? " not null" : ""}`);
  const searches = table.searches.map((search) => searchDdl(table, search));
  const version = table.type.immutable ? '"block$" int4 not null' : "block_range int4range not null";
  const region = table.type.fromFiles ? ["causality_region int4 not null"] : [];
  return `${create} ${table.name} (vid int8 primary key, ${[version, ...region, ...columns, ...searches].join(", ")})`;
}

function columnDdl(column: ColumnLayout): string {
  const isText = elementTypeOf(column.field.base) === "String" && column.field.base.kind !== "enum";
  return `${column.name} ${column.sqlType}${isText ? ' collate "C"' : ""}`;
}

/**
 * A table of buckets. An aggregate may be null whatever its field says, as where all that it aggregates is null: then whoever asks for
 * it gets an error, while a constraint would stop all indexing.
 */
function bucketDdl(table: TableLayout, create: string): string {
  const columns = table.columns.map(columnDdl).join(", ");
  return `${create} ${table.name} (vid int8 generated always as identity primary key, "block$" int4 not null, ${columns})`;
}

/** The latest bucket of some dimensions is what cumulative aggregates go on from. */
function bucketIndexes({ aggregation, table }: AggregationLayout): string[] {
  if (!aggregation.aggregates.some((aggregate) => aggregate.cumulative)) return [];
  const names = [...aggregation.dimensions.map((field) => field.name), "timestamp"];
  const columns = names.flatMap((name) => table.columnByField.get(name)?.name ?? []);
  return [`create index on ${table.name} (${columns.join(", ")})`];
}

function searchDdl(table: TableLayout, { search, name }: SearchColumn): string {
  const parts = search.fields.map((field) => {
    const column = table.columnByField.get(field)?.name ?? "null";
    return `to_tsvector('${search.configuration}'::regconfig, coalesce(${column}, ''))`;
  });
  return `${name} tsvector generated always as (${parts.join(" || ")}) stored`;
}

function searchIndexes(table: TableLayout): string[] {
  return table.searches.map(({ name }, index) => {
    const indexName = quoteName(`search_${index}_${table.plainName}`.slice(0, MAX_IDENTIFIER));
    return `create index if not exists ${indexName} on ${table.name} using gin (${name}) with (fastupdate = off)`;
  });
}

/**
 * What finding versions needs. The unique index on open versions states the invariant that an entity has at most one current
 * version, and finds it in one step however long its history is. What began at a block is found by `vid`, which begins with it.
 */
function systemIndexes(table: TableLayout): string[] {
  const id = table.id.name;
  if (table.type.immutable) return [`create unique index on ${table.name} (${id})`];
  return [
    `create unique index on ${table.name} (${id}) where upper_inf(block_range)`,
    `create index on ${table.name} (${id})`,
    `create index on ${table.name} (upper(block_range)) where not upper_inf(block_range)`,
  ];
}

/** One index per column as in graph-node; those on plain values of mutable types hold current versions only, which most queries ask for. */
function attributeIndexes(
  table: TableLayout,
  tableNumber: number,
  wanted: (column: ColumnLayout) => boolean,
): string[] {
  return table.columns.flatMap((column, columnNumber) => {
    if (column.field.name === "id" || !wanted(column)) return [];
    const plainColumn = snakeCase(column.field.name);
    const name = `attr_${tableNumber}_${columnNumber}_${table.plainName}_${plainColumn}`.slice(0, MAX_IDENTIFIER);
    const current =
      table.type.immutable || column.field.base.kind === "reference" ? "" : " where upper_inf(block_range)";
    return [`create index if not exists ${quoteName(name)} on ${table.name} ${indexExpression(column)}${current}`];
  });
}

function indexExpression(column: ColumnLayout): string {
  // With fastupdate every search would read through what was inserted since the last vacuum, which nothing here runs.
  if (column.field.list) return `using gin (${column.name}) with (fastupdate = off)`;
  if (column.field.base.kind !== "scalar") return `(${column.name})`;
  const type = elementTypeOf(column.field.base);
  if (type === "String") return `(left(${column.name}, ${TEXT_INDEX_PREFIX}))`;
  if (type === "Bytes") return `(substring(${column.name}, 1, ${BYTES_INDEX_PREFIX}))`;
  return `(${column.name})`;
}

function bookkeepingDdl(layout: Layout): string[] {
  const { schema } = layout;
  return [
    `create table ${schema}."blocks$" (number int4 primary key, hash text not null, parent_hash text not null, timestamp int8 not null)`,
    `create index on ${schema}."blocks$" (hash)`,
    `create table ${schema}."data_sources$" (vid int8 generated always as identity primary key, "block$" int4 not null, template text not null, params text[] not null, context jsonb, causality_region int4 not null default 0, done_at int4)`,
    `create index on ${schema}."data_sources$" ("block$")`,
    `create table ${schema}."errors$" (vid int8 generated always as identity primary key, "block$" int4 not null, message text not null, block_hash text, handler text)`,
    `create index on ${schema}."errors$" ("block$")`,
    `create table ${schema}."head$" (only_row boolean primary key default true check (only_row), number int4, earliest int4 not null default 0, fatal_error jsonb)`,
    `insert into ${schema}."head$" default values`,
  ];
}
