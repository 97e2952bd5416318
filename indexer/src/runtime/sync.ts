import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { ChainRestartedError } from "../errors/chain-restarted-error.ts";
import { HandlerError } from "../errors/mapping-error.ts";
import { messageChain } from "../errors/message-chain.ts";
import { ChainChangedError, ChainShortenedError, RpcError } from "../errors/rpc-error.ts";
import type { FileStores } from "../files/file-store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { SchemaModel } from "../schema/model.ts";
import type { Chain } from "../source/chain.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import type { HeadWatch } from "../source/head-watch.ts";
import { createRangeSize } from "../source/range-size.ts";
import type { FatalError, Store, StoredBlock } from "../store/store.ts";
import { DatabaseUnavailableError } from "../store/store-error.ts";
import { type Advancement, advance } from "./advance.ts";
import { createBatch } from "./batch.ts";
import type { DataSourceFactory } from "./data-source.ts";
import { createEntityReader } from "./entities/entity-reader.ts";
import { createFileMonitor, type FileMonitor } from "./file-monitor.ts";
import { findAncestor } from "./find-ancestor.ts";
import type { ProgressTracker } from "./progress.ts";
import { recordFailure } from "./record-failure.ts";
import { createSourceList } from "./source-list.ts";

/** Blocks behind the chain's head within which a subgraph counts as synced. */
const SYNCED_WITHIN = 10;
/** Polls that must all show a shorter chain before it is believed; servers behind a load balancer may lag. */
const SHORTER_CHAIN_POLLS = 4;
/** Longest pause after an RPC failure, in milliseconds. */
const MAX_PAUSE_MS = 5000;

/** What a deployment is indexed with. */
export interface SyncOptions {
  readonly manifest: Manifest;
  readonly schema: SchemaModel;
  readonly factory: DataSourceFactory;
  readonly store: Store;
  readonly chain: Chain;
  readonly fileStores: FileStores;
  readonly chainId: number;
  readonly genesisHash: string;
  /** Deepest reorganisation that is followed, in blocks. */
  readonly finality: number;
  /** Longest pause between looks at the chain's head, in milliseconds. */
  readonly pollingMs: number;
  readonly heads: Pick<HeadWatch, "wait">;
  readonly progress: ProgressTracker;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** State in memory that is rebuilt from the store after anything went wrong. */
interface Session {
  readonly advancement: Advancement;
  head(): StoredBlock | null;
}

/** The recorded failure; one above the head was not recorded whole and is forgotten, since its block is processed again. */
async function readFailure(store: Store, head: StoredBlock | null): Promise<FatalError | null> {
  const error = await store.fatalError();
  if (error?.block == null || error.block.number <= (head?.number ?? -1)) return error;
  await store.setFatalError(null);
  return null;
}

async function openSession(options: SyncOptions, files: FileMonitor): Promise<Session> {
  const { chain, factory, logger, manifest, progress, schema, signal, store } = options;
  let head = await store.resume();
  const sources = createSourceList(factory, logger);
  files.reset(sources.reset(await store.dataSources()));
  const reader = createEntityReader(store, head === null);
  const onHandler = progress.countHandler;
  const onError = (error: FatalError) => {
    if (progress.read().nonFatalError === null) progress.update({ nonFatalError: error });
  };
  const runner = {
    manifest,
    schema,
    chain,
    reader,
    sources,
    files,
    ipfs: options.fileStores.inMappings,
    signal,
    logger,
    onHandler,
    onError,
  };
  const [nonFatalError = null] = await store.nonFatalErrors(1);
  progress.update({ head, fatalError: await readFailure(store, head), nonFatalError });
  const onCommit = (next: BlockHeader) => {
    const before = head?.number ?? options.progress.read().startBlock - 1;
    head = { number: next.number, hash: next.hash, parentHash: next.parentHash, timestamp: next.timestamp };
    progress.update({ head, blocks: progress.read().blocks + next.number - before });
  };
  const ranges = { chain, sources, size: createRangeSize(), finality: options.finality };
  const batch = createBatch(store, reader);
  return { advancement: { runner, ranges, batch, onCommit, signal }, head: () => head };
}

async function latestBlock(chain: Chain): Promise<BlockHeader> {
  const latest = await chain.header("latest");
  if (latest !== null) return latest;
  throw new RpcError("eth_getBlockByNumber", "the chain has no latest block", { retryable: true });
}

/** Last block that any data source wants. */
function lastBlock(session: Session): number {
  const ends = session.advancement.runner.sources.all().map((source) => source.endBlock);
  return ends.reduce<number>((last, end) => Math.max(last, end ?? Number.POSITIVE_INFINITY), 0);
}

/**
 * Goes back to the newest block that is still on the chain; false when nothing had to be undone. That the chain is merely
 * shorter is believed only where it `mayBeShorter`: a server that has not seen its newest blocks looks the same.
 * @throws ChainRestartedError when the chain is another one.
 */
async function reconcile(
  { chain, chainId, finality, genesisHash, logger, progress, store }: SyncOptions,
  mayBeShorter: boolean,
): Promise<boolean> {
  const [id, genesis] = await Promise.all([chain.chainId(), chain.header("earliest")]);
  if (id !== chainId) throw new ChainRestartedError(`The server's chain is now ${id}, it was ${chainId}.`);
  if (genesis !== null && genesis.hash !== genesisHash) {
    throw new ChainRestartedError(`The chain's first block is now ${genesis.hash}, it was ${genesisHash}.`);
  }
  const head = await store.head();
  if (head === null) return false;
  const { ancestor, onlyShorter, tooDeep } = await findAncestor(store, chain, head, finality);
  if (ancestor?.number === head.number || (onlyShorter && !mayBeShorter)) return false;
  if (tooDeep) {
    logger.warn(
      { from: head.number, finality },
      `the chain changed more than ${finality} blocks below the head, indexing again from empty`,
    );
  }
  await store.revertTo(ancestor);
  progress.update({ reorganisations: progress.read().reorganisations + 1 });
  logger.info({ from: head.number, to: ancestor?.number ?? null }, "chain reorganised, blocks undone");
  return true;
}

/** Undoes a failed block once, so that a restart tries it again. */
async function retryFailedBlock({ logger, store }: SyncOptions): Promise<void> {
  await store.resume();
  const error = await store.fatalError();
  if (error === null) return;
  const failed = error.block?.number ?? Number.POSITIVE_INFINITY;
  const head = await store.head();
  if (head !== null && head.number >= failed) {
    const recorded = await store.recentBlocks(2);
    await store.revertTo(recorded.find((block) => block.number < failed) ?? null);
  }
  await store.setFatalError(null);
  logger.info({ block: error.block?.number ?? null }, "trying the failed block again");
}

/** First block to process; with nothing stored, the head is put right before the subgraph's first block. */
async function firstBlock({ chain, progress, store }: SyncOptions, session: Session): Promise<number> {
  const head = session.head();
  if (head !== null) return head.number + 1;
  const { startBlock } = progress.read();
  const earliest = (await chain.header("earliest"))?.number ?? 0;
  if (startBlock <= earliest) return earliest;
  const before = await chain.header(startBlock - 1);
  if (before === null) return startBlock;
  await store.commit([], before);
  session.advancement.onCommit(before);
  return startBlock;
}

/** Polls the chain and processes what is new; false when nothing was. */
function createStep(options: SyncOptions) {
  const { chain, progress, store } = options;
  let shorterPolls = 0;
  let indexed = false;

  /** History is written faster without the indexes that only queries need: they come when the chain's head is near. */
  async function createQueryIndexes(): Promise<void> {
    if (indexed) return;
    await store.createQueryIndexes();
    indexed = true;
  }

  /** A chain below the stored head: another history at once, a lagging server only if it stays. */
  async function meetShorterChain(latest: BlockHeader): Promise<void> {
    shorterPolls++;
    const recorded = await store.blockAt(latest.number);
    const differs = recorded !== null && recorded.hash !== latest.hash;
    if (!differs && shorterPolls < SHORTER_CHAIN_POLLS) return;
    shorterPolls = 0;
    throw new ChainShortenedError(`The chain ends at block ${latest.number}, below what was indexed.`);
  }

  /** Processes what is new up to `latest`; false when nothing is. */
  async function catchUp(session: Session, latest: BlockHeader): Promise<boolean> {
    const from = await firstBlock(options, session);
    const end = Math.min(latest.number, lastBlock(session));
    const behind = end - from;
    progress.update({ status: behind < SYNCED_WITHIN ? "synced" : "syncing", target: end });
    if (behind < SYNCED_WITHIN) await createQueryIndexes();
    const head = session.head();
    if (end < from) return latest.number === head?.number ? false : assertStillThere(chain, head);
    const target = end === latest.number ? latest : await chain.header(end);
    if (target === null) throw new ChainChangedError(`Block ${end} is gone, though block ${latest.number} was there.`);
    await advance(session.advancement, from, head, target);
    await createQueryIndexes();
    progress.update({ status: "synced" });
    return true;
  }

  return async (session: Session): Promise<boolean> => {
    const latest = await latestBlock(chain);
    progress.update({ chainHead: { number: latest.number, hash: latest.hash }, target: null, problem: null });
    const head = session.head();
    if (head !== null && latest.number < head.number) {
      await meetShorterChain(latest);
      return false;
    }
    shorterPolls = 0;
    if (head !== null && latest.number === head.number && latest.hash !== head.hash) {
      throw new ChainChangedError(`Block ${head.number} is now ${latest.hash}, it was ${head.hash}.`);
    }
    if (progress.read().fatalError !== null) return assertStillThere(chain, head);
    return catchUp(session, latest);
  };
}

/** For a subgraph that failed or is past its end block: nothing is new, but a reorganisation may undo its last blocks. */
async function assertStillThere(chain: Chain, head: StoredBlock | null): Promise<false> {
  if (head === null) return false;
  const header = await chain.header(head.number);
  if (header?.hash !== head.hash)
    throw new ChainChangedError(`Block ${head.number}, the last of the subgraph, is not on the chain any more.`);
  return false;
}

/**
 * Indexes until `signal` aborts: catches up, follows the head, goes back when the chain does.
 * A mapping's failure is recorded and stops indexing until the chain undoes the failing block.
 * @throws ChainRestartedError when the server serves another chain.
 */
export async function sync(options: SyncOptions): Promise<void> {
  const { chain, logger, progress, signal, store } = options;
  const step = createStep(options);
  const files = createFileMonitor(options.fileStores, logger, signal);
  let session: Session | null = null;
  let pause = options.pollingMs;

  async function meet(error: unknown): Promise<void> {
    if (error instanceof HandlerError && session !== null) {
      const { batch } = session.advancement;
      session = null;
      const { fatalError, head } = await recordFailure(store, chain, batch, error);
      progress.update({ status: "failed", fatalError, head });
      logger.error({ block: error.block.number, handler: error.handler, reason: error.message }, "subgraph failed");
      return;
    }
    session = null;
    if (error instanceof ChainChangedError) {
      logger.debug({ reason: error.message }, "chain changed");
      if (await reconcile(options, error instanceof ChainShortenedError)) return;
    } else if (!(error instanceof RpcError || error instanceof DatabaseUnavailableError)) throw error;
    // Nothing was undone: the chain changed above the head, or a server is away or contradicts itself, and may for long.
    const problem = messageChain(error);
    progress.update({ problem });
    const what = error instanceof DatabaseUnavailableError ? "database" : "chain";
    logger.warn({ reason: problem }, `${what} not readable, trying again`);
    pause = Math.min(Math.max(2 * pause, options.pollingMs), MAX_PAUSE_MS);
    await sleep(pause, undefined, { signal });
  }

  let isFirst = true;
  let trouble: unknown = null;
  while (!signal.aborted) {
    try {
      if (trouble !== null) {
        const error = trouble;
        trouble = null;
        await meet(error);
      }
      if (isFirst) await retryFailedBlock(options);
      isFirst = false;
      session ??= await openSession(options, files);
      if (!(await step(session))) await options.heads.wait(options.pollingMs, signal);
      pause = options.pollingMs;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ChainRestartedError) throw error;
      if (trouble === null && isExpected(error)) trouble = error;
      else throw error;
    }
  }
}

function isExpected(error: unknown): boolean {
  return (
    error instanceof HandlerError ||
    error instanceof ChainChangedError ||
    error instanceof RpcError ||
    error instanceof DatabaseUnavailableError
  );
}
