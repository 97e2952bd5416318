import { setImmediate } from "node:timers/promises";
import type { BlockHeader } from "../source/chain-types.ts";
import { mergeBlock, mergeScans, type ScannedBlock, scanRange } from "../source/scan-range.ts";
import type { BlockPointer } from "../store/store.ts";
import type { Batch } from "./batch.ts";
import { calleesOf, type DataSource, filtersOf } from "./data-source.ts";
import { type RangeReader, type ReadRange, readRange } from "./read-ahead.ts";
import { type BlockRunner, runBlock } from "./run-block.ts";
import { runFiles } from "./run-files.ts";
import { blocksWithHandlers } from "./triggers/block-triggers.ts";

/** Longest time without a look at what else waits. */
const MAX_BUSY_MS = 10;

/** What blocks are processed with. */
export interface Advancement {
  readonly runner: BlockRunner;
  readonly ranges: RangeReader;
  readonly batch: Batch;
  /** Runs after a commit. */
  readonly onCommit: (head: BlockHeader) => void;
  readonly signal: AbortSignal;
}

function headerOf({ number, hash, parentHash, timestamp }: BlockHeader): BlockHeader {
  return { number, hash, parentHash, timestamp };
}

/** Reads from block `from` on what data sources want that came after the range was read. */
async function scanFor(
  { ranges }: Advancement,
  range: ReadRange,
  from: number,
  sources: readonly DataSource[],
): Promise<readonly ScannedBlock[]> {
  const { blocks } = await scanRange(ranges.chain, {
    from,
    to: range.to,
    parent: null,
    filters: filtersOf(sources, from, range.to.number),
    callees: calleesOf(sources, from, range.to.number),
    blocks: blocksWithHandlers(sources, from, range.to.number),
    unsettled: range.unsettled,
    tail: range.tail,
  });
  return blocks;
}

/** Runs files' handlers as part of the last block of a range, which nothing else has triggered. */
async function finishFiles({ batch, runner }: Advancement, block: BlockHeader): Promise<void> {
  if (!runner.files.hasReady()) return;
  batch.add({ block: headerOf(block), ...(await runFiles(runner, block, 0)) });
}

async function beginCommit({ batch, onCommit }: Advancement, head: BlockHeader): Promise<void> {
  await batch.beginCommit(headerOf(head), () => onCommit(head));
}

/** Blocks that need nothing from elsewhere follow one another without a pause, in which queries would never be answered. */
function createPauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MAX_BUSY_MS) return;
    await setImmediate();
    since = performance.now();
  };
}

async function processRange(advancement: Advancement, range: ReadRange): Promise<void> {
  const { runner, batch, signal } = advancement;
  const late = runner.sources.all().slice(range.sourceCount);
  const first = range.from;
  let queue =
    late.length === 0 ? range.blocks : mergeScans(range.blocks, await scanFor(advancement, range, first, late));
  let position = 0;
  let last = range.from - 1;
  const letOthersRun = createPauses();
  while (!signal.aborted) {
    const scanned = queue[position++];
    if (scanned === undefined) break;
    const { number } = scanned.block;
    last = number;
    const changes = await runBlock(runner, scanned, async (fresh) => {
      const more = await scanFor(advancement, range, number, fresh);
      const later = more.filter((other) => other.block.number > number);
      queue = mergeScans(queue.slice(position), later);
      position = 0;
      const own = more.find((other) => other.block.number === number);
      const empty = { block: scanned.block, logs: [], calls: [] };
      return own === undefined ? empty : { ...mergeBlock(empty, own), logs: own.logs, calls: own.calls };
    });
    batch.add(changes);
    runner.reader.apply(changes.changes);
    runner.reader.endBlock();
    if (batch.isDue()) await beginCommit(advancement, scanned.block);
    await letOthersRun();
  }
  if (!signal.aborted && last < range.to.number) await finishFiles(advancement, range.to);
}

async function advanceTo(
  advancement: Advancement,
  from: number,
  head: BlockPointer | null,
  target: BlockHeader,
): Promise<void> {
  const { ranges, signal } = advancement;
  let next: Promise<ReadRange> | null = readRange(ranges, from, target, head);
  while (next !== null && !signal.aborted) {
    const range: ReadRange = await next;
    const isLast = range.to.number >= target.number;
    next = isLast ? null : readRange(ranges, range.to.number + 1, target, range.to);
    // Its failure is met when it is awaited; until then it must not count as unhandled.
    next?.catch(() => undefined);
    await processRange(advancement, range);
    if (!signal.aborted && (isLast || advancement.batch.isDue())) await beginCommit(advancement, range.to);
  }
}

/**
 * Processes the blocks after `head` up to `target` and commits them; the next range is fetched while one is processed, and the blocks
 * before are committed meanwhile. However it ends, no commit is on its way any more.
 * @throws ChainChangedError, RpcError or HandlerError; what was committed until then stays.
 */
export async function advance(
  advancement: Advancement,
  from: number,
  head: BlockPointer | null,
  target: BlockHeader,
): Promise<void> {
  try {
    await advanceTo(advancement, from, head, target);
  } catch (error) {
    // If a commit fails, it does with earlier blocks: then these came to nothing.
    await advancement.batch.settle();
    throw error;
  }
  await advancement.batch.settle();
}
