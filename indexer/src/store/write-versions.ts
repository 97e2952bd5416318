import type { EntityTypeModel } from "../schema/model.ts";
import { formatArrayLiteral } from "../values/array-literal.ts";
import { toSqlText } from "../values/sql-text.ts";
import { ValueError } from "../values/value-error.ts";
import type { SqlSession } from "./driver.ts";
import type { ColumnLayout, TableLayout } from "./layout.ts";
import type { NewVersion, TableWrite } from "./plan-versions.ts";
import { fromChain, keyToSqlText } from "./read-entities.ts";
import { runTogether } from "./run-together.ts";
import { StoreError } from "./store-error.ts";

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

async function insertVersions(session: SqlSession, table: TableLayout, versions: readonly NewVersion[]): Promise<void> {
  const version = table.type.immutable
    ? { column: '"block$"', type: "int4", text: (row: NewVersion) => String(row.from) }
    : { column: "block_range", type: "int4range", text: (row: NewVersion) => `[${row.from},${row.to ?? ""})` };
  const columns = [
    { name: "vid", type: "int8", texts: versions.map((row) => row.vid.toString()) },
    { name: version.column, type: version.type, texts: versions.map(version.text) },
    ...(table.type.fromFiles
      ? [{ name: "causality_region", type: "int4", texts: versions.map((row) => String(row.region)) }]
      : []),
    ...table.columns.map((column) => ({
      name: column.name,
      type: column.sqlType,
      texts: versions.map((row) => fieldText(table.type, column, row)),
    })),
  ];
  const parameters = columns.map((_, index) => `$${index + 1}::text::text[]`).join(", ");
  const aliases = columns.map((_, index) => `v${index}`);
  await session.query(
    `inserting ${table.type.name}`,
    `insert into ${table.name} (${columns.map((column) => column.name).join(", ")})
     select ${columns.map((column, index) => `v${index}::${column.type}`).join(", ")}
     from unnest(${parameters}) as u (${aliases.join(", ")})
     ${table.type.skipDuplicates ? `on conflict (${table.id.name}) do nothing` : ""}`,
    columns.map((column) => formatArrayLiteral(column.texts)),
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
