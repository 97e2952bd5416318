import { formatArrayLiteral } from "../../values/array-literal.ts";
import type { SqlSession } from "../driver.ts";
import type { AggregationLayout, Layout } from "../layout.ts";
import type { StoredBlock } from "../store.ts";
import { SqlError, StoreError } from "../store-error.ts";
import { type ClosedBucket, closedBuckets } from "./closed-buckets.ts";
import { rollUpSql } from "./roll-up-sql.ts";

/** First characters of the SQLSTATEs for values that do not fit an operation. */
const DATA_EXCEPTION = "22";

/**
 * Computes the buckets that a batch's blocks close, in one statement for each interval of each aggregation. `before` is the head before
 * the batch, `blocks` are the batch's with the new head; the batch's data points are written already. Throws `StoreError` when values
 * cannot be computed with, such as a division by zero: another attempt fails the same way.
 */
export async function rollUp(
  session: SqlSession,
  layout: Layout,
  before: StoredBlock | null,
  blocks: readonly StoredBlock[],
): Promise<void> {
  for (const aggregation of layout.aggregations) {
    const closed = closedBuckets(before, blocks, aggregation.interval);
    if (closed.length > 0) await computeBuckets(session, aggregation, closed);
  }
}

/** Runs every rollup on nothing: PostgreSQL then tells whether the types in expressions go together. Throws `StoreError` if not. */
export async function tryRollUps(session: SqlSession, layout: Layout): Promise<void> {
  for (const aggregation of layout.aggregations) {
    try {
      await addBuckets(session, aggregation, []);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      throw new StoreError(
        `aggregation \`${aggregation.aggregation.name}\` cannot be computed; check the types in its \`arg\` expressions: ${error.message}`,
        { cause: error },
      );
    }
  }
}

async function computeBuckets(
  session: SqlSession,
  layout: AggregationLayout,
  closed: readonly ClosedBucket[],
): Promise<void> {
  try {
    await addBuckets(session, layout, closed);
  } catch (error) {
    if (!(error instanceof SqlError && error.sqlState?.startsWith(DATA_EXCEPTION) === true)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : error.message;
    throw new StoreError(
      `aggregation \`${layout.aggregation.name}\` cannot be computed by ${layout.interval}: ${reason}; ` +
        "guard its `arg` expressions, such as by `nullif`",
      { cause: error },
    );
  }
}

async function addBuckets(
  session: SqlSession,
  layout: AggregationLayout,
  closed: readonly ClosedBucket[],
): Promise<void> {
  await session.query(`aggregating ${layout.aggregation.name} by ${layout.interval}`, rollUpSql(layout), [
    formatArrayLiteral(closed.map(({ start }) => String(start * 1_000_000))),
    formatArrayLiteral(closed.map(({ block }) => String(block))),
  ]);
}
