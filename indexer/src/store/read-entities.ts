import { formatArrayLiteral } from "../values/array-literal.ts";
import { fromEntityKey, toEntityKey } from "../values/entity-key.ts";
import { elementToSqlText, fromSqlText, toSqlText } from "../values/sql-text.ts";
import type { EntityData, EntityKey, Value } from "../values/value.ts";
import { elementTypeOf } from "../values/value-type.ts";
import type { SqlRow, SqlSession } from "./driver.ts";
import type { ColumnLayout, TableLayout } from "./layout.ts";
import { StoreError } from "./store-error.ts";

/** An entity with its key. */
export interface StoredEntity {
  readonly key: EntityKey;
  readonly data: EntityData;
}

/** Current versions of the entities with the given keys; absent ones are missing from the map. */
export async function readEntities(
  session: SqlSession,
  table: TableLayout,
  keys: readonly EntityKey[],
): Promise<ReadonlyMap<EntityKey, EntityData>> {
  if (keys.length === 0) return new Map();
  const rows = await session.query(
    `loading ${table.type.name}`,
    `select ${selectList(table)} from ${table.name} c
     where c.${table.id.name} = any($1::text::${table.id.sqlType}[])${currentOnly(table)}`,
    [formatArrayLiteral(keys.map((key) => keyToSqlText(table, key)))],
  );
  return new Map(rows.map((row) => entityOf(table, row)).map(({ key, data }) => [key, data]));
}

/** Current entities whose field equals the value (or whose list contains it), ordered by id; throws `StoreError` for a field without a column. */
export async function findEntities(
  session: SqlSession,
  table: TableLayout,
  fieldName: string,
  value: Value,
): Promise<readonly StoredEntity[]> {
  const column = table.columnByField.get(fieldName);
  if (column === undefined) {
    throw new StoreError(
      `entity type \`${table.type.name}\` stores no field \`${fieldName}\`: search by a stored field`,
    );
  }
  const condition = column.field.list
    ? `c.${column.name} @> $1::text::${column.sqlType}`
    : `c.${column.name} = $1::text::${column.sqlType}`;
  const text = column.field.list
    ? formatArrayLiteral([elementToSqlText(value, elementTypeOf(column.field.base))])
    : toSqlText(value, column.field);
  const rows = await session.query(
    `finding ${table.type.name} by ${fieldName}`,
    `select ${selectList(table)} from ${table.name} c where ${condition}${currentOnly(table)} order by c.${table.id.name}`,
    [text],
  );
  return rows.map((row) => entityOf(table, row));
}

/** A key as SQL text of the table's id column. */
export function keyToSqlText(table: TableLayout, key: EntityKey): string {
  return elementToSqlText(fromEntityKey(key, table.type.idType), table.type.idType);
}

/** Put before texts, since PGlite leaves out a byte order mark that a value begins with. */
const MARK = "=";

function isMarked({ field }: ColumnLayout): boolean {
  return !field.list && elementTypeOf(field.base) === "String";
}

function selectList(table: TableLayout): string {
  return table.columns
    .map((column) => (isMarked(column) ? `'${MARK}' || c.${column.name}::text` : `c.${column.name}::text`))
    .join(", ");
}

/** Condition on versions `c` that leaves out what handlers of files wrote, which no other handler may see. */
export function fromChain(table: TableLayout): string {
  return table.type.fromFiles ? " and c.causality_region = 0" : "";
}

function currentOnly(table: TableLayout): string {
  return `${table.type.immutable ? "" : " and upper_inf(c.block_range)"}${fromChain(table)}`;
}

function entityOf(table: TableLayout, row: SqlRow): StoredEntity {
  const data = new Map<string, Value>();
  table.columns.forEach((column, index) => {
    const text = row[index] ?? null;
    const value = fromSqlText(isMarked(column) ? (text?.slice(MARK.length) ?? null) : text, column.field);
    if (value !== null) data.set(column.field.name, value);
  });
  return { key: toEntityKey(data.get("id") ?? null, table.type.idType), data };
}
