import type { Hex } from "viem";
import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import type { Chain, LogFilter } from "./chain.ts";
import type { Block, BlockHeader, Log } from "./chain-types.ts";
import { placeLog } from "./check-logs.ts";
import { mayHave } from "./logs-bloom.ts";
import { checkTail, readTail, type Tail } from "./read-tail.ts";
import { scanCalls } from "./scan-calls.ts";
import { compareCalls, type TracedCall } from "./traced-call.ts";

/** Most addresses in one `eth_getLogs`. */
const MAX_ADDRESSES = 500;
/** Blocks fetched at the same time, to bound memory. */
const BLOCK_CHUNK = 50;

/** A block with those of its logs that were asked for, by log index. */
export interface ScannedBlock {
  readonly block: Block;
  readonly logs: readonly Log[];
  /** Calls that were asked for, in the order of the block. */
  readonly calls: readonly TracedCall[];
}

/** What to read of a range of blocks. */
export interface ScanRequest {
  /** First block. */
  readonly from: number;
  /** Last block, known to be on the chain. */
  readonly to: BlockHeader;
  /** What the block before `from` must be; null when it does not matter. */
  readonly parent: { readonly number: number; readonly hash: string } | null;
  readonly filters: readonly LogFilter[];
  /** Contracts (lower case) the calls to which are wanted. */
  readonly callees: readonly Hex[];
  /** Further blocks of the range that are wanted even without logs. */
  readonly blocks: readonly number[];
  /** First block that a reorganisation may still replace, in the range or not. */
  readonly unsettled: number;
  /** The range's blocks from there on, where an earlier scan has linked them. */
  readonly tail: Tail | null;
}

/** What was read of a range. */
export interface RangeScan {
  readonly blocks: readonly ScannedBlock[];
  /** The range's blocks that a reorganisation may still replace. */
  readonly tail: Tail;
}

/** Addressed filters put together, in requests of bounded size, and the others as they are. */
function planRequests(filters: readonly LogFilter[]): LogFilter[] {
  const anywhere = filters.filter((filter) => filter.addresses === null && filter.topics.length > 0);
  const addressed = filters.filter((filter) => filter.addresses !== null && filter.topics.length > 0);
  const addresses = [...new Set(addressed.flatMap((filter) => filter.addresses ?? []))];
  const topics = [...new Set(addressed.flatMap((filter) => filter.topics))];
  const plan: LogFilter[] = [...anywhere];
  for (let start = 0; start < addresses.length; start += MAX_ADDRESSES) {
    plan.push({ addresses: addresses.slice(start, start + MAX_ADDRESSES), topics });
  }
  return plan;
}

type LogsByBlock = ReadonlyMap<number, ReadonlyMap<number, Log>>;

async function fetchLogs(chain: Chain, request: ScanRequest): Promise<LogsByBlock> {
  const answers = await Promise.all(
    planRequests(request.filters).map((filter) => chain.logs(filter, request.from, request.to)),
  );
  const byBlock = new Map<number, Map<number, Log>>();
  for (const log of answers.flat()) {
    const logs = byBlock.get(log.blockNumber) ?? new Map<number, Log>();
    placeLog(logs, log);
    byBlock.set(log.blockNumber, logs);
  }
  return byBlock;
}

async function fetchBlock(
  chain: Chain,
  number: number,
  logs: readonly Log[],
  calls: readonly TracedCall[],
): Promise<ScannedBlock> {
  const parts = [...logs, ...calls];
  const transactions = new Set(parts.map((part) => part.transactionHash));
  const block = await chain.block(number, parts[0]?.blockHash ?? null, transactions);
  if (block === null) throw new ChainChangedError(`Block ${number} disappeared while it was being read.`);
  const stray = parts.find((part) => part.blockHash !== block.hash);
  if (stray !== undefined) {
    throw new ChainChangedError(`Block ${number} is ${block.hash}, but a log or call of it says ${stray.blockHash}.`);
  }
  return { block, logs, calls };
}

/** Refuses a range that does not continue what was read before. */
async function assertContinues(chain: Chain, { from, to, parent }: ScanRequest): Promise<void> {
  if (parent === null) return;
  const hash = to.number === from ? to.parentHash : (await chain.header(parent.number))?.hash;
  if (hash === parent.hash) return;
  throw new ChainChangedError(`Block ${parent.number} is ${hash ?? "gone"}, not ${parent.hash} as it was.`);
}

/** Refuses what was read when its last block is not on the chain any more. */
async function assertUnchanged(chain: Chain, to: BlockHeader): Promise<void> {
  const now = await chain.header(to.number);
  if (now?.hash === to.hash) return;
  throw new ChainChangedError(`Block ${to.number} changed from ${to.hash} to ${now?.hash ?? "nothing"}.`);
}

/** Whether a block may have logs that a filter lets through; a block that does not say may. */
function mayMatch({ addresses, topics }: LogFilter, { logsBloom }: BlockHeader): boolean {
  if (logsBloom === undefined) return true;
  const isThere = (item: Hex): boolean => mayHave(logsBloom, item);
  // Topics first: there are few, while there may be thousands of addresses.
  return topics.some(isThere) && (addresses === null || addresses.some(isThere));
}

/**
 * Refuses an answer that lacks the logs of blocks that have some: servers that have not seen the newest blocks of a range leave
 * them out of it without a word, but not when asked for one by its hash.
 */
async function assertComplete(
  chain: Chain,
  { filters, from, to, unsettled }: ScanRequest,
  logs: LogsByBlock,
  tail: Tail,
): Promise<void> {
  if (from === to.number) return;
  const plan = planRequests(filters);
  const suspects = [...tail.values()].filter(({ number }) => number >= Math.max(from, unsettled) && !logs.has(number));
  await Promise.all(
    suspects.map(async (block) => {
      const possible = plan.filter((filter) => mayMatch(filter, block));
      const found = await Promise.all(possible.map((filter) => chain.logs(filter, block.number, block)));
      if (found.flat().length === 0) return;
      throw new RpcError(
        "eth_getLogs",
        `the logs of block ${block.number} were left out of blocks ${from} to ${to.number}`,
        {
          retryable: true,
        },
      );
    }),
  );
}

/** Reads calls; of blocks that may still change, those of exactly these blocks. */
async function fetchCalls(
  chain: Chain,
  request: ScanRequest,
): Promise<{ tail: Tail | null; calls: Awaited<ReturnType<typeof scanCalls>> }> {
  const { callees, from, to, unsettled } = request;
  if (callees.length === 0) return { tail: request.tail, calls: new Map() };
  const tail = request.tail ?? (await readTail(chain, { ...request, from: Math.max(from, unsettled) }, []));
  return { tail, calls: await scanCalls(chain, { callees, from, to, tail }) };
}

async function fetchBlocks(
  chain: Chain,
  { blocks }: ScanRequest,
  logs: LogsByBlock,
  calls: ReadonlyMap<number, readonly TracedCall[]>,
): Promise<readonly ScannedBlock[]> {
  const numbers = [...new Set([...logs.keys(), ...calls.keys(), ...blocks])].sort((left, right) => left - right);
  const scanned: ScannedBlock[] = [];
  for (let start = 0; start < numbers.length; start += BLOCK_CHUNK) {
    const chunk = numbers.slice(start, start + BLOCK_CHUNK);
    const fetched = await Promise.all(
      chunk.map((number) => {
        const ordered = [...(logs.get(number)?.values() ?? [])].sort((left, right) => left.logIndex - right.logIndex);
        return fetchBlock(chain, number, ordered, calls.get(number) ?? []);
      }),
    );
    scanned.push(...fetched);
  }
  return scanned;
}

/**
 * Reads the blocks of a range that have wanted logs, in order.
 *
 * All of it is from the chain that `to` ends: the block before is the expected one, every log names the hash of its
 * block, blocks that may still change are linked to one another and lack no logs, and `to` is looked up again after everything
 * else was read.
 * @throws ChainChangedError when the chain was reorganised meanwhile.
 * @throws RpcError when the server fails, contradicts itself or finds the range too wide.
 */
export async function scanRange(chain: Chain, request: ScanRequest): Promise<RangeScan> {
  const [logs, { calls, tail: known }] = await Promise.all([
    fetchLogs(chain, request),
    fetchCalls(chain, request),
    assertContinues(chain, request),
  ]);
  const blocks = await fetchBlocks(chain, request, logs, calls);
  const read = blocks.map((scanned) => scanned.block);
  const first = Math.max(request.from, request.unsettled);
  const tail = known ?? (await readTail(chain, { ...request, from: first }, read));
  checkTail(tail, read);
  await assertComplete(chain, request, logs, tail);
  await assertUnchanged(chain, request.to);
  return { blocks, tail };
}

/** Joins two scans of the same range. */
export function mergeScans(left: readonly ScannedBlock[], right: readonly ScannedBlock[]): readonly ScannedBlock[] {
  const byNumber = new Map(left.map((scanned) => [scanned.block.number, scanned]));
  for (const scanned of right) {
    const known = byNumber.get(scanned.block.number);
    byNumber.set(scanned.block.number, known === undefined ? scanned : mergeBlock(known, scanned));
  }
  return [...byNumber.values()].sort((one, other) => one.block.number - other.block.number);
}

/** Two readings of one block's calls: those to a contract are in both or in one, and keep their order. */
function mergeCalls(left: readonly TracedCall[], right: readonly TracedCall[]): readonly TracedCall[] {
  const callees = new Set(left.map((call) => call.to));
  return [...left, ...right.filter((call) => !callees.has(call.to))].sort(compareCalls);
}

/** Joins two readings of one block. @throws ChainChangedError when they are of different blocks. */
export function mergeBlock(left: ScannedBlock, right: ScannedBlock): ScannedBlock {
  if (left.block.hash !== right.block.hash) {
    throw new ChainChangedError(`Block ${left.block.number} changed from ${left.block.hash} to ${right.block.hash}.`);
  }
  const logs = new Map([...left.logs, ...right.logs].map((log) => [log.logIndex, log]));
  return {
    calls: mergeCalls(left.calls, right.calls),
    block: {
      ...left.block,
      transactions: new Map([...left.block.transactions, ...right.block.transactions]),
    },
    logs: [...logs.values()].sort((one, other) => one.logIndex - other.logIndex),
  };
}
