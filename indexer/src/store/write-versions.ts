import type { EntityTypeModel } from "../schema/model.ts";
import { formatArrayLiteral } from "../values/array-literal.ts";
import { formatCopyRows } from "../values/copy-text.ts";
import { toSqlText } from "../values/sql-text.ts";
import { ValueError } from "../values/value-error.ts";
import type { SqlSession } from "./driver.ts";
import type { ColumnLayout, TableLayout } from "./layout.ts";
import type { NewVersion, TableWrite } from "./plan-versions.ts";
import { fromChain, keyToSqlText } from "./read-entities.ts";
import { runTogether } from "./run-together.ts";
import { StoreError } from "./store-error.ts";

/** A column and what a version has in it. */
interface WrittenColumn {
  readonly name: string;
  readonly sqlType: string;
  readonly text: (row: NewVersion) => string | null;
}

/** Rows per statement: enough to make its overhead vanish, few enough to keep its text within some megabytes. */
const ROWS_PER_STATEMENT = 5_000;

/** Writes a batch's versions of one entity type: ends stored versions and inserts the new ones. */
export async function writeVersions(session: SqlSession, table: TableLayout, write: TableWrite): Promise<void> {
  const closes = table.type.immutable ? [] : chunksOf([...write.closes]);
  await runTogether([
    ...closes.map((chunk) => () => closeVersions(session, table, chunk)),
    ...chunksOf(write.versions).map((chunk) => () => insertVersions(session, table, chunk)),
  ]);
}

function chunksOf<T>(rows: readonly T[]): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    chunks.push(rows.slice(start, start + ROWS_PER_STATEMENT));
  }
  return chunks;
}

async function closeVersions(
  session: SqlSession,
  table: TableLayout,
  closes: readonly (readonly [string, number])[],
): Promise<void> {
  await session.query(
    `ending versions of ${table.type.name}`,
    `update ${table.name} c set block_range = int4range(lower(c.block_range), u.ends::int4)
     from unnest($1::text::text[], $2::text::text[]) as u (id, ends)
     where c.${table.id.name} = u.id::${table.id.sqlType} and upper_inf(c.block_range)${fromChain(table)}`,
    [
      formatArrayLiteral(closes.map(([key]) => keyToSqlText(table, key))),
      formatArrayLiteral(closes.map(([, block]) => String(block))),
    ],
  );
}

/** The columns beside an entity's own: number, validity, and where files write, the file's region. */
function systemColumns(table: TableLayout): readonly WrittenColumn[] {
  return [
    { name: "vid", sqlType: "int8", text: (row) => row.vid.toString() },
    table.type.immutable
      ? { name: '"block$"', sqlType: "int4", text: (row) => String(row.from) }
      : { name: "block_range", sqlType: "int4range", text: (row) => `[${row.from},${row.to ?? ""})` },
    ...(table.type.fromFiles
      ? [{ name: "causality_region", sqlType: "int4", text: (row: NewVersion) => String(row.region) }]
      : []),
  ];
}

async function insertVersions(session: SqlSession, table: TableLayout, versions: readonly NewVersion[]): Promise<void> {
  const columns: readonly WrittenColumn[] = [
    ...systemColumns(table),
    ...table.columns.map((column) => ({
      name: column.name,
      sqlType: column.sqlType,
      text: (row: NewVersion) => fieldText(table.type, column, row),
    })),
  ];
  // Later inserts of an id are ignored for some types, which `copy` cannot do.
  if (session.copy === null || table.type.skipDuplicates) return insertRows(session, table, columns, versions);
  const names = columns.map((column) => column.name);
  const rows = versions.map((row) => columns.map((column) => column.text(row)));
  return session.copy(`inserting ${table.type.name}`, table.name, names, formatCopyRows(rows));
}

async function insertRows(
  session: SqlSession,
  table: TableLayout,
  columns: readonly WrittenColumn[],
  versions: readonly NewVersion[],
): Promise<void> {
  const parameters = columns.map((_, index) => `$${index + 1}::text::text[]`).join(", ");
  const aliases = columns.map((_, index) => `v${index}`);
  await session.query(
    `inserting ${table.type.name}`,
    `insert into ${table.name} (${columns.map((column) => column.name).join(", ")})
     select ${columns.map((column, index) => `v${index}::${column.sqlType}`).join(", ")}
     from unnest(${parameters}) as u (${aliases.join(", ")})
     ${table.type.skipDuplicates ? `on conflict (${table.id.name}) do nothing` : ""}`,
    columns.map((column) => formatArrayLiteral(versions.map(column.text))),
  );
}

function fieldText(type: EntityTypeModel, column: ColumnLayout, row: NewVersion): string | null {
  const value = row.data.get(column.field.name) ?? null;
  if (value === null) {
    if (!column.field.nonNull) return null;
    throw new StoreError(
      `can not insert entity ${type.name}[${row.key}] since value for non-nullable attribute ${column.field.name} is missing. ` +
        "To fix this, mark the attribute as nullable in the GraphQL schema or change the mapping code to always set this attribute.",
    );
  }
  try {
    return toSqlText(value, column.field);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new StoreError(`Entity ${type.name}[${row.key}]: field \`${column.field.name}\`: ${error.message}`, {
      cause: error,
    });
  }
}
