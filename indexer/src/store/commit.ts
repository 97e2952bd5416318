import { rollUp } from "./aggregation/roll-up.ts";
import { markFilesDone, readHead, writeBlocks, writeDataSources, writeHead } from "./bookkeeping.ts";
import { checkImmutable, checkSharedIds, explainDuplicate, explainSharedId } from "./check-writes.ts";
import type { SqlDriver, SqlSession } from "./driver.ts";
import type { Layout, TableLayout } from "./layout.ts";
import { writeErrors } from "./non-fatal-errors.ts";
import { planVersions, type TableWrite } from "./plan-versions.ts";
import { runTogether } from "./run-together.ts";
import type { BlockChanges, StoredBlock } from "./store.ts";
import { DatabaseUnavailableError, SqlError, StoreError } from "./store-error.ts";
import { writeVersions } from "./write-versions.ts";

const UNIQUE_VIOLATION = "23505";

/**
 * Writes blocks in one transaction and moves the head, which must be `expected` until then.
 * Throws `StoreError` when a change breaks a rule of its type, `DatabaseUnavailableError` when somebody else moved the head.
 */
export async function commitBlocks(
  driver: SqlDriver,
  layout: Layout,
  blocks: readonly BlockChanges[],
  head: StoredBlock,
  expected: StoredBlock | null,
): Promise<void> {
  checkOrder(expected, blocks, head);
  const writes = planVersions(blocks);
  const tables = [...writes].map(([name, write]) => ({ table: tableOf(layout, name), write }));
  for (const { table, write } of tables) if (table.type.immutable) checkImmutable(table, write, blocks);
  const recorded = recordedBlocks(blocks, head);
  try {
    await driver.write((session) =>
      runTogether([
        async () => checkHead(await readHead(session, layout), expected),
        ...tables.map(
          ({ table, write }) =>
            () =>
              writeVersions(session, table, write),
        ),
        // After what was written: then entities that a block moved from one type to the other are no conflict.
        () => checkSharedIds(session, layout, writes),
        () => rollUp(session, layout, expected, recorded),
        ...bookkeeping(session, layout, blocks, recorded),
      ]),
    );
  } catch (error) {
    if (error instanceof SqlError && error.sqlState === UNIQUE_VIOLATION) await explain(driver, tables);
    throw error;
  }
}

/** Throws `DatabaseUnavailableError` when the stored head is not the one that this process left. */
export function checkHead(stored: StoredBlock | null, expected: StoredBlock | null): void {
  if (stored?.number === expected?.number && stored?.hash === expected?.hash) return;
  const reason = new Error(`the head is ${describe(stored)}, but this process left it at ${describe(expected)}`);
  throw new DatabaseUnavailableError("going on from the stored head", null, reason);
}

function describe(block: StoredBlock | null): string {
  return block === null ? "not set" : `block ${block.number} (${block.hash})`;
}

/** The table of an entity type; throws `StoreError` for a name that is none. */
export function tableOf(layout: Layout, typeName: string): TableLayout {
  const table = layout.tables.get(typeName);
  if (table !== undefined) return table;
  throw new StoreError(
    `\`${typeName}\` is not an entity type of this deployment: use one of ${[...layout.tables.keys()].join(", ")}`,
  );
}

function checkOrder(stored: StoredBlock | null, blocks: readonly BlockChanges[], head: StoredBlock): void {
  let previous = stored?.number ?? -1;
  for (const { block } of blocks) {
    if (block.number <= previous) {
      throw new StoreError(
        `block ${block.number} cannot follow block ${previous}: commit blocks in order, or revert first`,
      );
    }
    previous = block.number;
  }
  if (head.number < previous) {
    throw new StoreError(`the head cannot move to block ${head.number}, below block ${previous}: revert first`);
  }
}

/** The blocks of a batch, with the head that it ends at. */
function recordedBlocks(blocks: readonly BlockChanges[], head: StoredBlock): readonly StoredBlock[] {
  const recorded = blocks.map(({ block }) => block);
  return recorded.at(-1)?.number === head.number ? recorded : [...recorded, head];
}

function bookkeeping(
  session: SqlSession,
  layout: Layout,
  blocks: readonly BlockChanges[],
  recorded: readonly StoredBlock[],
): (() => Promise<void>)[] {
  const sources = blocks.flatMap((block) => block.dataSources);
  const errors = blocks.flatMap((block) => block.errors ?? []);
  return [
    () => writeBlocks(session, layout, recorded),
    () => writeDataSources(session, layout, sources),
    () => markFilesDone(session, layout, blocks),
    () => writeErrors(session, layout, errors),
    () => writeHead(session, layout, recorded.at(-1)?.number ?? null),
  ];
}

/** Turns a unique violation into an error that names the entity; returns if none of the batch's immutable entities caused it. */
async function explain(driver: SqlDriver, tables: readonly { table: TableLayout; write: TableWrite }[]): Promise<void> {
  await driver.read(async (session) => {
    for (const { table, write } of tables) {
      if (table.type.fromFiles) await explainSharedId(session, table, write);
      if (table.type.immutable) await explainDuplicate(session, table, write);
    }
  });
}
