import { formatArrayLiteral } from "../values/array-literal.ts";
import type { EntityKey } from "../values/value.ts";
import type { SqlSession } from "./driver.ts";
import type { Layout, TableLayout } from "./layout.ts";
import type { TableWrite } from "./plan-versions.ts";
import { keyToSqlText } from "./read-entities.ts";
import type { BlockChanges } from "./store.ts";
import { StoreError } from "./store-error.ts";

/** Refuses what a batch alone shows to be wrong with an immutable type: a removal, or two inserts of one id; throws `StoreError`. */
export function checkImmutable(table: TableLayout, write: TableWrite, blocks: readonly BlockChanges[]): void {
  for (const { block, changes } of blocks) {
    const removal = changes.find((change) => change.kind === "remove" && change.type === table.type.name);
    if (removal !== undefined) {
      throw new StoreError(
        `entity ${removal.type}[${removal.key}] is immutable; removing it at block ${block.number} is not possible`,
      );
    }
  }
  if (table.type.skipDuplicates) return;
  const insertedAt = new Map<EntityKey, number>();
  for (const { key, from } of write.versions) {
    refuseSecondInsert(table, key, from, insertedAt.get(key));
    insertedAt.set(key, from);
  }
}

/** Says which stored entity of an immutable type a batch inserts again; throws `StoreError` if there is one. */
export async function explainDuplicate(session: SqlSession, table: TableLayout, write: TableWrite): Promise<void> {
  const insertedAt = new Map(write.versions.map((version) => [version.key, version.from]));
  const rows = await session.query(
    `looking for ${table.type.name} with the same ids`,
    `select u.key, c."block$"::text
     from unnest($1::text::text[], $2::text::text[]) as u (key, id)
     join ${table.name} c on c.${table.id.name} = u.id::${table.id.sqlType} limit 1`,
    keyParameters(table, [...insertedAt.keys()]),
  );
  for (const [key, block] of rows) refuseSecondInsert(table, key ?? "", insertedAt.get(key ?? "") ?? 0, Number(block));
}

/** Says which id of a batch an entity of another causality region has; throws `StoreError` if there is one. */
export async function explainSharedId(session: SqlSession, table: TableLayout, write: TableWrite): Promise<void> {
  const { type } = table;
  const regions = new Map<EntityKey, number>();
  for (const { key, region } of write.versions) {
    const other = regions.get(key);
    if (other !== undefined && other !== region) throw sharedId(type.name, key);
    regions.set(key, region);
  }
  const rows = await session.query(
    `looking for ${type.name} of other data sources`,
    `select u.key from unnest($1::text::text[], $2::text::text[], $3::text::text[]) as u (key, id, region)
     join ${table.name} c on c.${table.id.name} = u.id::${table.id.sqlType} and c.causality_region <> u.region::int4
     ${type.immutable ? "" : "and upper_inf(c.block_range)"} limit 1`,
    [...keyParameters(table, [...regions.keys()]), formatArrayLiteral([...regions.values()].map(String))],
  );
  const key = rows[0]?.[0];
  if (key !== undefined && key !== null) throw sharedId(type.name, key);
}

function sharedId(typeName: string, key: EntityKey): StoreError {
  return new StoreError(
    `entity ${typeName}[${key}] is written by two data sources that must not see each other: give each file's entities ids of ` +
      "their own, for example made of its content id",
  );
}

/**
 * Refuses an id that an entity of another type with a common interface has after the same block, the batch's own versions included, which are
 * written by then; throws `StoreError`.
 */
export async function checkSharedIds(
  session: SqlSession,
  layout: Layout,
  writes: ReadonlyMap<string, TableWrite>,
): Promise<void> {
  for (const [typeName, write] of writes) {
    const siblings = layout.tables.get(typeName)?.siblings ?? [];
    const { versions } = write;
    if (versions.length === 0) continue;
    const keys = versions.map((version) => version.key);
    const blocks = formatArrayLiteral(versions.map((version) => String(version.from)));
    for (const sibling of siblings) {
      const table = layout.tables.get(sibling);
      if (table === undefined) continue;
      const rows = await session.query(
        `looking for ${sibling} with the ids of ${typeName}`,
        `select u.key from unnest($1::text::text[], $2::text::text[], $3::text::int4[]) as u (key, id, block)
         join ${table.name} c on c.${table.id.name} = u.id::${table.id.sqlType}
         and ${table.type.immutable ? 'c."block$" <= u.block' : "c.block_range @> u.block"} limit 1`,
        [...keyParameters(table, keys), blocks],
      );
      const conflict = rows[0]?.[0];
      if (conflict === undefined || conflict === null) continue;
      throw new StoreError(
        `tried to set entity of type \`${typeName}\` with ID "${conflict}" but an entity of type \`${sibling}\`, ` +
          `which has an interface in common with \`${typeName}\`, exists with the same ID`,
      );
    }
  }
}

function refuseSecondInsert(table: TableLayout, key: EntityKey, block: number, earlier: number | undefined): void {
  if (earlier === undefined) return;
  throw new StoreError(
    `entity ${table.type.name}[${key}] is immutable; inserting it at block ${block} is not possible as it was already inserted at block ${earlier}`,
  );
}

function keyParameters(table: TableLayout, keys: readonly EntityKey[]): string[] {
  return [formatArrayLiteral(keys), formatArrayLiteral(keys.map((key) => keyToSqlText(table, key)))];
}
