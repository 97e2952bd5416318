import type { Logger } from "pino";
import { IndexerError } from "../errors/indexer-error.ts";
import { messageChain } from "../errors/message-chain.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { SchemaModel } from "../schema/model.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import type { DynamicDataSource, EntityChange } from "../store/store.ts";
import { noAnswers } from "./chain-answers.ts";
import { createBlockEntities } from "./entities/block-entities.ts";
import { emptyReader } from "./entities/empty-reader.ts";
import { finishBlock } from "./entities/finish-block.ts";
import type { FileMonitor, ReadyFile } from "./file-monitor.ts";
import { runTrigger } from "./run-trigger.ts";
import type { SourceList } from "./source-list.ts";

/** What files' handlers are run with. */
export interface FileRunner {
  readonly manifest: Manifest;
  readonly schema: SchemaModel;
  readonly sources: SourceList;
  readonly files: FileMonitor;
  readonly logger: Logger;
  readonly onHandler: (handler: string, milliseconds: number) => void;
}

/** What files' handlers changed. */
export interface FileChanges {
  readonly changes: readonly EntityChange[];
  readonly dataSources: readonly DynamicDataSource[];
  /** Causality regions of the files whose handlers ran. */
  readonly filesDone: readonly number[];
}

/** Runs one file's handler, which sees no entity but its own. @throws IndexerError when the mapping fails. */
async function runFile(
  runner: FileRunner,
  { content, source }: ReadyFile,
  block: BlockHeader,
): Promise<Pick<FileChanges, "changes" | "dataSources">> {
  const { logger, manifest, schema, sources } = runner;
  const entities = createBlockEntities(schema, emptyReader, block);
  const setting = { manifest, source, entities, answers: noAnswers, block: block.number };
  const handler = source.mapping.fileHandler ?? "";
  const created = await runTrigger({ kind: "file", source, handler, content }, block, setting, logger);
  const written = await finishBlock(schema, emptyReader, entities.touched());
  const changes = written.map((change) => (change.kind === "set" ? { ...change, region: source.file.region } : change));
  const dataSources: DynamicDataSource[] = [];
  for (const wanted of created) {
    const added = sources.add(wanted);
    if (added === null) continue;
    dataSources.push(added.stored);
    if (added.file !== null) runner.files.add(added.file);
  }
  return { changes, dataSources };
}

/**
 * Runs the handlers of the files whose content has come, as part of `block` with `firstSave` saves so far. As in graph-node, one that fails loses what
 * it did and nothing else: what anybody puts into a file must not stop the subgraph.
 */
export async function runFiles(runner: FileRunner, block: BlockHeader, firstSave: number): Promise<FileChanges> {
  let nextSave = firstSave;
  const changes: EntityChange[] = [];
  const dataSources: DynamicDataSource[] = [];
  const filesDone: number[] = [];
  for (const ready of runner.files.take()) {
    const { file, mapping } = ready.source;
    const started = performance.now();
    filesDone.push(file.region);
    try {
      const result = await runFile(runner, ready, block);
      changes.push(
        ...result.changes.map((change) => (change.kind === "set" ? { ...change, saved: nextSave++ } : change)),
      );
      dataSources.push(...result.dataSources);
    } catch (error) {
      if (!(error instanceof IndexerError)) throw error;
      const fields = { block: block.number, handler: mapping.fileHandler, file: file.id, reason: messageChain(error) };
      runner.logger.error(fields, "the file's handler failed, its changes are dropped");
    }
    runner.onHandler(mapping.fileHandler ?? "", performance.now() - started);
  }
  return { changes, dataSources, filesDone };
}
