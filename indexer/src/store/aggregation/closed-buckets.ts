import { INTERVAL_SECONDS, type Interval } from "../../schema/aggregation/model.ts";
import type { StoredBlock } from "../store.ts";

/** A bucket that no later block can add to. */
export interface ClosedBucket {
  /** Unix seconds. */
  readonly start: number;
  /** The first block past the bucket's end, from which on it can be queried. */
  readonly block: number;
}

/**
 * The buckets that end between the block before a batch (null before the first) and its last block, oldest first. Only buckets in
 * which a block lies: others have no data.
 */
export function closedBuckets(
  before: StoredBlock | null,
  blocks: readonly StoredBlock[],
  interval: Interval,
): readonly ClosedBucket[] {
  const seconds = INTERVAL_SECONDS[interval];
  const startOf = (block: StoredBlock): number => block.timestamp - (block.timestamp % seconds);
  const closed: ClosedBucket[] = [];
  let open = before === null ? null : startOf(before);
  for (const block of blocks) {
    const start = startOf(block);
    if (open !== null && open < start) closed.push({ start: open, block: block.number });
    // A block whose clock runs behind belongs to a bucket that is closed already.
    open = Math.max(open ?? start, start);
  }
  return closed;
}
