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
}

/** Where everything of a deployment lives. */
export interface Layout {
  /** Quoted schema name. */
  readonly schema: string;
  readonly tables: ReadonlyMap<string, TableLayout>;
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
    const columns = type.fields.filter(isStored).map((field) => columnOf(field, schema));
    const columnByField = new Map(columns.map((column) => [column.field.name, column]));
    const id = columnByField.get("id");
    if (id === undefined) throw new TypeError(`entity type ${type.name} reached the store without an id field`);
    const plainName = snakeCase(type.name);
    const name = `${schema}.${quoteName(plainName)}`;
    tables.set(type.name, { type, plainName, name, columns, columnByField, id, siblings: siblingsOf(model, type) });
  }
  return { schema, tables };
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
