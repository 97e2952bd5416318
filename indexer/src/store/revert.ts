import { beganSince } from "./began-since.ts";
import {
  readEarliest,
  readFatalError,
  readHead,
  writeBlocks,
  writeEarliest,
  writeFatalError,
  writeHead,
} from "./bookkeeping.ts";
import { checkHead } from "./commit.ts";
import type { SqlSession } from "./driver.ts";
import type { Layout, TableLayout } from "./layout.ts";
import { runTogether } from "./run-together.ts";
import type { StoredBlock } from "./store.ts";
import { StoreError } from "./store-error.ts";

/**
 * Undoes every block above `to` (all blocks if null): later versions go, versions that ended later are current again.
 * Throws `StoreError` when `to` is above the head, which is at `head`, or before the earliest block, which undoing everything sets
 * to `firstEarliest` again; `DatabaseUnavailableError` when somebody else moved the head.
 */
export async function revertBlocks(
  session: SqlSession,
  layout: Layout,
  to: StoredBlock | null,
  head: StoredBlock | null,
  firstEarliest: number,
): Promise<void> {
  if (to !== null && to.number > (head?.number ?? -1)) {
    throw new StoreError(
      `cannot revert to block ${to.number}: the head is ${head === null ? "not set" : `block ${head.number}`}`,
    );
  }
  const earliest = await readEarliest(session, layout);
  if (to !== null && to.number < earliest) {
    throw new StoreError(
      `cannot revert to block ${to.number}: history before block ${earliest} is gone; revert everything and index again`,
    );
  }
  const firstUndone = to === null ? 0 : to.number + 1;
  const block = [String(firstUndone)];
  await runTogether([
    async () => checkHead(await readHead(session, layout), head),
    ...[...layout.tables.values()].map((table) => () => revertTable(session, table, block)),
    // What a later block closed is open again: the next block past the bucket's end computes it anew.
    ...layout.aggregations.map(
      ({ table }) =>
        () =>
          revertTable(session, table, block),
    ),
    () => removeFrom(session, `${layout.schema}."data_sources$"`, '"block$"', block),
    () => awaitFiles(session, layout, block),
    () => removeFrom(session, `${layout.schema}."errors$"`, '"block$"', block),
    () => removeFrom(session, `${layout.schema}."blocks$"`, "number", block),
    () => writeBlocks(session, layout, to === null ? [] : [to]),
    () => writeHead(session, layout, to?.number ?? null),
    async () => {
      if (to === null) await writeEarliest(session, layout, firstEarliest);
    },
  ]);
  const error = await readFatalError(session, layout);
  if (error?.block != null && error.block.number >= firstUndone) await writeFatalError(session, layout, null);
}

async function removeFrom(session: SqlSession, table: string, column: string, block: readonly string[]): Promise<void> {
  await session.query("removing undone blocks", `delete from ${table} where ${column} >= $1::text::int4`, block);
}

/** Files whose handlers ran with undone blocks are waited for again. */
async function awaitFiles(session: SqlSession, layout: Layout, block: readonly string[]): Promise<void> {
  await session.query(
    "waiting for files again",
    `update ${layout.schema}."data_sources$" set done_at = null where done_at >= $1::text::int4`,
    block,
  );
}

async function revertTable(session: SqlSession, table: TableLayout, block: readonly string[]): Promise<void> {
  const label = `reverting ${table.type.name}`;
  const removal = `delete from ${table.name} where ${beganSince(table, "$1::text")}`;
  if (table.type.immutable) {
    await session.query(label, removal, block);
    return;
  }
  await runTogether([
    () => session.query(label, removal, block),
    () =>
      session.query(
        label,
        `update ${table.name} set block_range = int4range(lower(block_range), null)
         where not upper_inf(block_range) and upper(block_range) >= $1::text::int4`,
        block,
      ),
  ]);
}
