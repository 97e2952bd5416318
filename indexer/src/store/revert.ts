import { readFatalError, readHead, writeBlocks, writeFatalError, writeHead } from "./bookkeeping.ts";
import type { SqlSession } from "./driver.ts";
import type { Layout, TableLayout } from "./layout.ts";
import type { StoredBlock } from "./store.ts";
import { StoreError } from "./store-error.ts";

/**
 * Undoes every block above `to` (all blocks if null): later versions go, versions that ended later are current again.
 * Throws `StoreError` when `to` is above the head.
 */
export async function revertBlocks(session: SqlSession, layout: Layout, to: StoredBlock | null): Promise<void> {
  const head = await readHead(session, layout);
  if (to !== null && to.number > (head?.number ?? -1)) {
    throw new StoreError(
      `cannot revert to block ${to.number}: the head is ${head === null ? "not set" : `block ${head.number}`}`,
    );
  }
  const firstUndone = to === null ? 0 : to.number + 1;
  const block = [String(firstUndone)];
  for (const table of layout.tables.values()) await revertTable(session, table, block);
  // What a later block closed is open again: the next block past the bucket's end computes it anew.
  for (const { table } of layout.aggregations) await revertTable(session, table, block);
  await session.query(
    "removing data sources",
    `delete from ${layout.schema}."data_sources$" where "block$" >= $1::text::int4`,
    block,
  );
  await session.query(
    "removing blocks",
    `delete from ${layout.schema}."blocks$" where number >= $1::text::int4`,
    block,
  );
  const error = await readFatalError(session, layout);
  if (error?.block != null && error.block.number >= firstUndone) await writeFatalError(session, layout, null);
  if (to !== null) await writeBlocks(session, layout, [to]);
  await writeHead(session, layout, to?.number ?? null);
}

async function revertTable(session: SqlSession, table: TableLayout, block: readonly string[]): Promise<void> {
  const label = `reverting ${table.type.name}`;
  if (table.type.immutable) {
    await session.query(label, `delete from ${table.name} where "block$" >= $1::text::int4`, block);
    return;
  }
  // `&>` is "starts no earlier than", which the index on block_range answers.
  await session.query(label, `delete from ${table.name} where block_range &> int4range($1::text::int4, null)`, block);
  await session.query(
    label,
    `update ${table.name} set block_range = int4range(lower(block_range), null)
     where not upper_inf(block_range) and upper(block_range) >= $1::text::int4`,
    block,
  );
}
