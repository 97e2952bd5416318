import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "graphql";
import { type Logger, pino } from "pino";
import { checkTraces } from "./check-traces.ts";
import { ChainRestartedError } from "./errors/chain-restarted-error.ts";
import { IndexerError } from "./errors/indexer-error.ts";
import { messageChain } from "./errors/message-chain.ts";
import { RpcError } from "./errors/rpc-error.ts";
import type { QueryAnswer } from "./graphql/execute.ts";
import { indexMetrics } from "./index-metrics.ts";
import type { Manifest } from "./manifest/manifest.ts";
import { readManifest } from "./manifest/read-manifest.ts";
import { type Deployment, openDeployment } from "./open-deployment.ts";
import { createDataSources } from "./runtime/data-source.ts";
import { createProgress, type Progress, type ProgressTracker } from "./runtime/progress.ts";
import { parseSchema } from "./schema/parse-schema.ts";
import { type Chain, createChain } from "./source/chain.ts";
import { createRpcClient } from "./source/rpc-client.ts";
import type { DatabaseChoice } from "./store/open-store.ts";
import type { DeploymentIdentity } from "./store/store.ts";
import { DatabaseUnavailableError } from "./store/store-error.ts";
import { waitForBlock } from "./wait-for-block.ts";

/** Chain ids of local development chains, which are polled often. */
const LOCAL_CHAINS = [1337, 31337];
const LOCAL_POLLING_MS = 200;
const REMOTE_POLLING_MS = 2000;
const DEFAULT_WAIT_MS = 60_000;
/** Pause while a restarted chain does not answer yet. */
const REOPEN_PAUSE_MS = 250;

/** What to index, and where to serve it. */
export interface StartIndexerOptions {
  /** The `subgraph.yaml` that `graph build` wrote. */
  readonly manifestPath: string;
  /** HTTP address of the chain's JSON-RPC server. */
  readonly rpcUrl: string;
  /** Name under which queries find the subgraph: `/subgraphs/name/<name>`. */
  readonly name: string;
  /** Directory of the database; without it everything is in memory. */
  readonly dataDir?: string;
  /**
   * A database on a PostgreSQL server, version 14 or later, in place of `dataDir`: `postgres://user:password@host:port/database`.
   * Several subgraphs may share it; one process indexes each.
   */
  readonly databaseUrl?: string;
  /** @default any free port */
  readonly port?: number;
  /** @default "127.0.0.1" */
  readonly host?: string;
  /** @default no logs */
  readonly logger?: Logger;
  /** Milliseconds between looks at the chain's head. @default 200 on local chains, else 2000 */
  readonly pollingInterval?: number;
}

/** A running indexer. */
export interface Indexer {
  /** Where the subgraph's GraphQL is. */
  readonly url: string;
  readonly port: number;
  /** Content id of the build. */
  readonly deploymentId: string;
  status(): Progress;
  /**
   * Waits until a block can be queried; `timeout` in milliseconds, 60000 by default.
   * @throws WaitError when the subgraph fails or time runs out.
   */
  waitForBlock(block: number, options?: { readonly timeout?: number }): Promise<void>;
  /** Answers a GraphQL query in this process. @throws GraphQLError when `document` cannot be parsed. */
  query(document: string, variables?: Readonly<Record<string, unknown>>): Promise<QueryAnswer>;
  /** Ends indexing and serving; what is committed stays. */
  close(): Promise<void>;
}

async function identify(chain: Chain, manifest: Manifest, rpcUrl: string): Promise<DeploymentIdentity> {
  const [chainId, genesis] = await Promise.all([chain.chainId(), chain.header("earliest")]);
  if (genesis === null) throw new IndexerError(`The chain at ${rpcUrl} has no first block.`);
  return { deploymentId: manifest.deploymentId, chainId, genesisHash: genesis.hash };
}

function chooseDatabase({ databaseUrl, dataDir }: StartIndexerOptions): DatabaseChoice {
  if (databaseUrl === undefined)
    return dataDir === undefined ? { kind: "memory" } : { kind: "directory", path: dataDir };
  if (dataDir === undefined) return { kind: "server", url: databaseUrl };
  throw new IndexerError("Give either databaseUrl or dataDir: a subgraph is stored in one place.");
}

function startBlockOf(manifest: Manifest): number {
  return Math.min(...manifest.dataSources.map((source) => source.startBlock));
}

/** What {@link indexForever} works with. */
interface Operation {
  readonly first: Deployment;
  /** Opens the deployment again, on the chain as it is now. */
  readonly reopen: () => Promise<Deployment>;
  readonly signal: AbortSignal;
  readonly progress: ProgressTracker;
  readonly logger: Logger;
}

/** Opens the deployment on a restarted chain, as soon as that answers; null when the indexer is closed before. */
async function reopenWhenReady({ logger, progress, reopen, signal }: Operation): Promise<Deployment | null> {
  while (!signal.aborted) {
    try {
      return await reopen();
    } catch (error) {
      if (!(error instanceof RpcError || error instanceof DatabaseUnavailableError)) throw error;
      progress.update({ problem: messageChain(error) });
      logger.warn({ reason: messageChain(error) }, "chain or database not readable, trying again");
      await sleep(REOPEN_PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}

/** Indexes until closed or failed; from empty again whenever the chain turns out to be another one. */
async function indexForever(operation: Operation): Promise<void> {
  const { logger, progress, signal } = operation;
  let deployment: Deployment | null = operation.first;
  try {
    while (deployment !== null && !signal.aborted) {
      try {
        await deployment.index();
        return;
      } catch (error) {
        if (!(error instanceof ChainRestartedError)) throw error;
        logger.warn({ reason: error.message }, "chain restarted, indexing again from empty");
        await deployment.close();
        deployment = await reopenWhenReady(operation);
      }
    }
  } catch (error) {
    // What was under way when the indexer was closed could only fail.
    if (signal.aborted) return;
    progress.update({ status: "failed", problem: messageChain(error) });
    logger.fatal({ err: error }, "indexing stopped");
  }
}

/**
 * Indexes a built subgraph and serves its GraphQL, both in this process.
 * @throws ManifestError, SchemaError, RpcError, StoreError or ServerError when it cannot start.
 */
export async function startIndexer(options: StartIndexerOptions): Promise<Indexer> {
  const logger = options.logger ?? pino({ level: "silent" });
  const database = chooseDatabase(options);
  const manifest = await readManifest(options.manifestPath);
  const model = parseSchema(manifest.schema);
  const factory = await createDataSources(manifest);
  const rpc = createRpcClient({ url: options.rpcUrl });
  const chain = createChain(rpc);
  await checkTraces(manifest, chain, options.rpcUrl);
  const progress = createProgress(startBlockOf(manifest));

  async function open(port: number): Promise<Deployment> {
    const identity = await identify(chain, manifest, options.rpcUrl);
    const pollingMs = LOCAL_CHAINS.includes(identity.chainId) ? LOCAL_POLLING_MS : REMOTE_POLLING_MS;
    return openDeployment({
      name: options.name,
      manifest,
      model,
      factory,
      chain,
      identity,
      database,
      host: options.host ?? "127.0.0.1",
      port,
      pollingMs: options.pollingInterval ?? pollingMs,
      progress,
      metrics: () => indexMetrics(progress.read(), rpc.requestCount()),
      logger,
    });
  }

  let deployment = await open(options.port ?? 0);
  const { port, url } = deployment.server;
  const closing = new AbortController();
  async function reopen(): Promise<Deployment> {
    progress.update({ status: "starting", head: null, fatalError: null });
    deployment = await open(port);
    return deployment;
  }
  const indexing = indexForever({ first: deployment, reopen, signal: closing.signal, progress, logger });

  return {
    url,
    port,
    deploymentId: manifest.deploymentId,
    status: progress.read,
    waitForBlock: (block, { timeout = DEFAULT_WAIT_MS } = {}) => waitForBlock(progress, block, timeout),
    query: (document, variables = {}) =>
      deployment.engine.execute({ document: parse(document), variables, operationName: null }),
    async close() {
      closing.abort();
      const stopped = deployment.close();
      rpc.close();
      await stopped;
      await indexing;
      // Another one, if the chain restarted just now.
      await deployment.close();
    },
  };
}
