import type { Logger } from "pino";
import type { FileStores } from "../files/file-store.ts";
import { createQueryEngine, type QueryEngine } from "../graphql/execute.ts";
import type { QueryLimits } from "../graphql/query-budget.ts";
import type { ProgressTracker } from "../runtime/progress.ts";
import { sync } from "../runtime/sync.ts";
import type { Chain } from "../source/chain.ts";
import type { HeadWatch } from "../source/head-watch.ts";
import { countEntities } from "../store/count-entities.ts";
import type { DatabaseChoice } from "../store/open-driver.ts";
import { openStore } from "../store/open-store.ts";
import type { DeploymentIdentity, FatalError } from "../store/store.ts";
import { type Build, startBlockOf } from "./build.ts";
import { measureStore, type StoreCounters } from "./measure-store.ts";

/** What a deployment needs to be indexed and queried. */
export interface DeploymentOptions {
  readonly build: Build;
  readonly chain: Chain;
  readonly fileStores: FileStores;
  readonly identity: DeploymentIdentity;
  readonly name: string;
  readonly database: DatabaseChoice;
  /** Deepest reorganisation that is followed, in blocks. */
  readonly finality: number;
  /** Blocks of history to keep; null keeps all. */
  readonly historyBlocks: number | null;
  readonly limits: Partial<QueryLimits>;
  readonly pollingMs: number;
  readonly heads: HeadWatch;
  readonly progress: ProgressTracker;
  readonly counters: StoreCounters;
  readonly logger: Logger;
}

/** A subgraph on one chain: store, queries and indexing. */
export interface Deployment {
  readonly engine: QueryEngine;
  /** The same number as before only when what queries see has not changed; null while it may be changing. */
  changeCount(): number | null;
  countEntities(): Promise<bigint>;
  /** First block that can be queried. */
  earliestBlock(): Promise<number>;
  /** Failures that the subgraph tolerated, oldest first, at most `limit`. */
  nonFatalErrors(limit: number): Promise<readonly FatalError[]>;
  /** Drops what was stored of the subgraph's builds and chains before this one. */
  replaceOlder(): Promise<void>;
  /** Indexes until the deployment is closed; rejects like {@link sync}. */
  index(): Promise<void>;
  /** Stops indexing and closes the store; more calls do no more. */
  close(): Promise<void>;
}

/** Opens the store and gets ready to index. */
export async function openDeployment(options: DeploymentOptions): Promise<Deployment> {
  const { build, chain, database, fileStores, finality, historyBlocks, identity, logger, name, pollingMs, progress } =
    options;
  const { factory, manifest, model } = build;
  const opened = await openStore({
    schema: model,
    identity,
    name,
    database,
    startBlock: startBlockOf(manifest),
    historyBlocks,
    logger,
    // A server then ends what nobody waits for any more.
    ...(options.limits.maxMilliseconds === undefined ? {} : { queryTimeoutMs: options.limits.maxMilliseconds }),
  });
  const store = measureStore(opened, options.counters);
  const stopping = new AbortController();
  let indexing: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;

  async function closeAll(): Promise<void> {
    // How it ended is told to whoever called `index`.
    await indexing.catch(() => undefined);
    await store.close();
  }

  return {
    engine: createQueryEngine({ model, store, limits: options.limits }),
    changeCount: store.changeCount,
    countEntities: () => store.query((session) => countEntities(session, store.layout)),
    earliestBlock: store.earliestBlock,
    nonFatalErrors: store.nonFatalErrors,
    replaceOlder: store.replaceOlder,
    index() {
      const { chainId, genesisHash } = identity;
      const { signal } = stopping;
      indexing = sync({
        manifest,
        schema: model,
        factory,
        store,
        chain,
        fileStores,
        chainId,
        genesisHash,
        finality,
        pollingMs,
        heads: options.heads,
        progress,
        logger,
        signal,
      });
      return indexing;
    },
    close() {
      stopping.abort();
      closing ??= closeAll();
      return closing;
    },
  };
}
