import type { Logger } from "pino";
import { createQueryEngine, type QueryEngine } from "./graphql/execute.ts";
import type { Manifest } from "./manifest/manifest.ts";
import type { DataSourceFactory } from "./runtime/data-source.ts";
import type { ProgressTracker } from "./runtime/progress.ts";
import { sync } from "./runtime/sync.ts";
import type { SchemaModel } from "./schema/model.ts";
import type { Metric } from "./server/indexer-status.ts";
import { type RunningServer, startServer } from "./server/start-server.ts";
import type { Chain } from "./source/chain.ts";
import { type DatabaseChoice, openStore } from "./store/open-store.ts";
import type { DeploymentIdentity } from "./store/store.ts";

/** What a deployment needs to be indexed and served. */
export interface DeploymentOptions {
  readonly name: string;
  readonly manifest: Manifest;
  readonly model: SchemaModel;
  readonly factory: DataSourceFactory;
  readonly chain: Chain;
  readonly identity: DeploymentIdentity;
  readonly database: DatabaseChoice;
  readonly host: string;
  readonly port: number;
  readonly pollingMs: number;
  readonly progress: ProgressTracker;
  readonly metrics: () => readonly Metric[];
  readonly logger: Logger;
}

/** A subgraph on one chain: store, queries and indexing. */
export interface Deployment {
  readonly server: RunningServer;
  readonly engine: QueryEngine;
  /** Indexes until the deployment is closed; rejects like {@link sync}. */
  index(): Promise<void>;
  /** Stops indexing and serving, and closes the store; more calls do no more. */
  close(): Promise<void>;
}

/** Opens the store, starts the server and gets ready to index. */
export async function openDeployment(options: DeploymentOptions): Promise<Deployment> {
  const { chain, database, factory, identity, logger, manifest, model, name, pollingMs, progress } = options;
  const store = await openStore({ schema: model, identity, name, database, logger });
  const stopping = new AbortController();
  let indexing: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;

  async function closeAll(server: RunningServer): Promise<void> {
    // How it ended is told to whoever called `index`.
    await indexing.catch(() => undefined);
    await server.close();
    await store.close();
  }

  try {
    const server = await startServer({
      name,
      deploymentId: identity.deploymentId,
      store,
      model,
      port: options.port,
      host: options.host,
      status: progress.read,
      metrics: options.metrics,
    });
    await store.replaceOlder();
    return {
      server,
      engine: createQueryEngine({ model, store }),
      index() {
        const { genesisHash } = identity;
        const { signal } = stopping;
        indexing = sync({
          manifest,
          schema: model,
          factory,
          store,
          chain,
          genesisHash,
          pollingMs,
          progress,
          logger,
          signal,
        });
        return indexing;
      },
      close() {
        stopping.abort();
        closing ??= closeAll(server);
        return closing;
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
