import type { Logger } from "pino";
import { messageChain } from "../errors/message-chain.ts";
import type { SqlDriver } from "./driver.ts";
import type { Layout, TableLayout } from "./layout.ts";
import type { StoredBlock } from "./store.ts";
import { DatabaseUnavailableError } from "./store-error.ts";

/** How far history may outgrow what is to be kept before it is pruned, as in graph-node. */
const SLACK_FACTOR = 1.2;
/** Versions deleted at once: commits wait for one such step at most. */
const STEP = 5000;

/** Deletes history that nobody can ask for any more, beside indexing. */
export interface Pruner {
  /** Starts pruning when the history up to `head` has grown too long. */
  committed(head: StoredBlock): void;
  /** Measures the history anew after the next commit. */
  reverted(): void;
  /** Resolves when nothing is being pruned; nothing is started again after `stop`. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** What {@link createPruner} needs. */
export interface PrunerOptions {
  readonly driver: SqlDriver;
  readonly layout: Layout;
  /** Blocks of history to keep; null keeps all. */
  readonly historyBlocks: number | null;
  readonly logger: Logger;
  /** Versions deleted in one transaction. @default 5000 */
  readonly step?: number;
}

/** Idle at first. */
export function createPruner(options: PrunerOptions): Pruner {
  const { driver, historyBlocks, layout, logger, step = STEP } = options;
  let running: Promise<void> | null = null;
  let stopped = false;
  /** Lowest head at which there may be something to do: history is not measured after every block. */
  let nextLook = 0;

  async function prune(head: StoredBlock, history: number): Promise<void> {
    const earliest = await raiseEarliest(driver, layout, head.number, history);
    nextLook = earliest + history * SLACK_FACTOR;
    if (head.number <= nextLook) await deleteHistory();
  }

  async function deleteHistory(): Promise<void> {
    let deleted = 0;
    for (const table of layout.tables.values()) {
      const before = deleted;
      while (!stopped) {
        const count = await deleteVersions(driver, layout, table, step);
        deleted += count;
        if (count < step) break;
      }
      if (!stopped && deleted > before) await driver.vacuum(table.name);
    }
    logger.info({ versions: deleted }, "history pruned");
  }

  return {
    committed(head) {
      if (historyBlocks === null || stopped || running !== null || head.number <= nextLook) return;
      running = prune(head, historyBlocks)
        .catch((error: unknown) => {
          // The next commit meets the trouble itself, and a later one tries this again.
          if (error instanceof DatabaseUnavailableError) return;
          logger.error({ reason: messageChain(error) }, "history could not be pruned");
        })
        .finally(() => {
          running = null;
        });
    },
    reverted() {
      nextLook = 0;
    },
    async idle() {
      await running;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/**
 * Raises the earliest block that can be queried when history is too long: to the newest recorded block that leaves enough, since
 * a reorganisation can only go back to blocks that are recorded. Returns the earliest block.
 */
async function raiseEarliest(driver: SqlDriver, layout: Layout, head: number, history: number): Promise<number> {
  return driver.write(async (session) => {
    const rows = await session.query(
      "asking how long the history is",
      `select h.earliest::text, max(b.number)::text from ${layout.schema}."head$" h
       left join ${layout.schema}."blocks$" b on b.number <= h.number - $1::text::int4 group by h.earliest`,
      [String(history)],
    );
    const [earliest = null, candidate = null] = rows[0] ?? [];
    if (
      head <= Number(earliest) + history * SLACK_FACTOR ||
      candidate === null ||
      Number(candidate) <= Number(earliest)
    ) {
      return Number(earliest);
    }
    await session.query("raising the earliest block", `update ${layout.schema}."head$" set earliest = $1::text::int4`, [
      candidate,
    ]);
    await session.query("removing old blocks", `delete from ${layout.schema}."blocks$" where number < $1::text::int4`, [
      candidate,
    ]);
    return Number(candidate);
  });
}

/** Deletes some versions that ended before the stored earliest block; returns how many. */
async function deleteVersions(driver: SqlDriver, layout: Layout, table: TableLayout, limit: number): Promise<number> {
  if (table.type.immutable) return 0;
  const rows = await driver.write((session) =>
    session.query(
      `pruning ${table.type.name}`,
      `with old as (
         select vid from ${table.name}
         where not upper_inf(block_range) and upper(block_range) <= (select earliest from ${layout.schema}."head$")
         limit $1::text::int4
       ), gone as (delete from ${table.name} where vid in (select vid from old) returning 1)
       select count(*)::text from gone`,
      [String(limit)],
    ),
  );
  return Number(rows[0]?.[0] ?? 0);
}
