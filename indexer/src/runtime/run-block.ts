import type { Logger } from "pino";
import type { Hex } from "viem";
import { IndexerError } from "../errors/indexer-error.ts";
import { HandlerError } from "../errors/mapping-error.ts";
import { messageChain } from "../errors/message-chain.ts";
import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import type { IpfsStore } from "../files/file-store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { SchemaModel } from "../schema/model.ts";
import type { Chain } from "../source/chain.ts";
import type { Block } from "../source/chain-types.ts";
import type { ScannedBlock } from "../source/scan-range.ts";
import type { BlockChanges, DynamicDataSource, FatalError } from "../store/store.ts";
import { type ChainAnswers, createChainAnswers } from "./chain-answers.ts";
import type { DataSource } from "./data-source.ts";
import { declaredCalls } from "./declared-calls.ts";
import { createBlockEntities } from "./entities/block-entities.ts";
import type { EntityReader } from "./entities/entity-reader.ts";
import { finishBlock } from "./entities/finish-block.ts";
import type { FileMonitor } from "./file-monitor.ts";
import { runFiles } from "./run-files.ts";
import { runTrigger } from "./run-trigger.ts";
import type { SourceList } from "./source-list.ts";
import { matchBlock, type Trigger } from "./triggers/match-block.ts";

/** What blocks are run with. */
export interface BlockRunner {
  readonly manifest: Manifest;
  readonly schema: SchemaModel;
  readonly chain: Chain;
  readonly reader: EntityReader;
  readonly sources: SourceList;
  readonly logger: Logger;
  /** Files whose contents are awaited. */
  readonly files: FileMonitor;
  /** What handlers may read of IPFS; null where they may not. */
  readonly ipfs: IpfsStore | null;
  readonly signal: AbortSignal;
  /** Hears of failures that the subgraph tolerates. */
  readonly onError: (error: FatalError) => void;
  /** Counts a handler's run. */
  readonly onHandler: (handler: string, milliseconds: number) => void;
}

/** Fetches the block's logs for data sources that it created itself, and makes sure that later blocks have theirs too. */
export type FetchForNewSources = (sources: readonly DataSource[]) => Promise<ScannedBlock>;

function transactionOf(trigger: Trigger | null): Hex | null {
  if (trigger?.kind === "event") return trigger.event.transaction.hash;
  return trigger?.kind === "call" ? trigger.call.transaction.hash : null;
}

/** Names block, handler and transaction of whatever a mapping did wrong; troubles of the chain pass as they are. */
function explain(error: unknown, block: Block, trigger: Trigger | null): unknown {
  if (!(error instanceof IndexerError) || error instanceof RpcError || error instanceof ChainChangedError) return error;
  const transaction = transactionOf(trigger)?.slice(2) ?? null;
  const message = messageChain(error);
  return new HandlerError(transaction === null ? message : `transaction ${transaction}: ${message}`, {
    block: { number: block.number, hash: block.hash },
    handler: trigger?.handler ?? null,
    cause: error,
  });
}

async function withReceipt(chain: Chain, trigger: Trigger): Promise<Trigger> {
  if (trigger.kind !== "event" || !trigger.wantsReceipt) return trigger;
  const { transaction, block } = trigger.event;
  return { ...trigger, event: { ...trigger.event, receipt: await chain.receipt(transaction.hash, block) } };
}

/** Makes the calls that the handlers are said to make, all at once. */
async function warmCalls(logger: Logger, answers: ChainAnswers, triggers: readonly Trigger[]): Promise<void> {
  const calls = declaredCalls(triggers, (label, error) => {
    logger.debug({ label, reason: messageChain(error) }, "declared call not possible");
  });
  if (calls.length === 0) return;
  for (const error of await answers.warm(calls)) logger.debug({ reason: messageChain(error) }, "declared call failed");
}

/**
 * Runs everything a block triggers, as graph-node does: all triggers are matched before the first handler runs; data sources
 * that handlers create see the whole block, but only after every handler that was there before.
 * @throws HandlerError when a mapping fails; then nothing of the block may be stored.
 */
export async function runBlock(
  runner: BlockRunner,
  scanned: ScannedBlock,
  fetchForNewSources: FetchForNewSources,
): Promise<BlockChanges> {
  const { chain, manifest, reader, schema, sources } = runner;
  const { block } = scanned;
  const entities = createBlockEntities(schema, reader, block);
  const answers = createChainAnswers(chain, block, runner.ipfs, runner.signal);
  const dataSources: DynamicDataSource[] = [];
  const errors: FatalError[] = [];

  /** Where the manifest tolerates it, a handler's failure is recorded and the next handler runs. */
  function meet(error: unknown, trigger: Trigger): void {
    const explained = explain(error, block, trigger);
    if (!(explained instanceof HandlerError) || !manifest.features.has("nonFatalErrors")) throw explained;
    errors.push({ message: explained.message, block: explained.block, handler: explained.handler });
    runner.logger.error(
      { block: block.number, handler: trigger.handler, reason: explained.message },
      "handler failed, its changes are dropped",
    );
  }

  /** Runs handlers one after the other; returns the data sources that are new. */
  async function runAll(part: ScannedBlock, listeners: readonly DataSource[]): Promise<readonly DataSource[]> {
    const fresh: DataSource[] = [];
    const triggers = await Promise.all(matchBlock(part, listeners).map((trigger) => withReceipt(chain, trigger)));
    await warmCalls(runner.logger, answers, triggers);
    for (const trigger of triggers) {
      const setting = { manifest, source: trigger.source, entities, answers, block: block.number };
      const started = performance.now();
      try {
        for (const created of await runTrigger(trigger, block, setting, runner.logger)) {
          const added = sources.add(created);
          if (added === null) continue;
          dataSources.push(added.stored);
          if (added.contract !== null) fresh.push(added.contract);
          if (added.file !== null) runner.files.add(added.file);
        }
      } catch (error) {
        meet(error, trigger);
      }
      runner.onHandler(trigger.handler, performance.now() - started);
    }
    return fresh;
  }

  try {
    let fresh = await runAll(scanned, sources.all());
    while (fresh.length > 0) fresh = await runAll(await fetchForNewSources(fresh), fresh);
    const changes = await finishBlock(schema, reader, entities.touched());
    const files = await runFiles(runner, block, entities.saves());
    for (const error of errors) runner.onError(error);
    return {
      block: { number: block.number, hash: block.hash, parentHash: block.parentHash, timestamp: block.timestamp },
      changes: [...changes, ...files.changes],
      dataSources: [...dataSources, ...files.dataSources],
      filesDone: files.filesDone,
      errors,
    };
  } catch (error) {
    throw error instanceof HandlerError ? error : explain(error, block, null);
  }
}
