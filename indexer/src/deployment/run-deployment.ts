import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { ChainRestartedError } from "../errors/chain-restarted-error.ts";
import { IndexerError } from "../errors/indexer-error.ts";
import { messageChain } from "../errors/message-chain.ts";
import { RpcError } from "../errors/rpc-error.ts";
import type { QueryLimits } from "../graphql/query-budget.ts";
import { createProgress, type Progress, type ProgressTracker } from "../runtime/progress.ts";
import type { ServedDeployment } from "../server/served-subgraph.ts";
import type { Chain } from "../source/chain.ts";
import type { HeadWatch } from "../source/head-watch.ts";
import { historyBlocks } from "../store/history-blocks.ts";
import type { DatabaseChoice } from "../store/open-driver.ts";
import type { DeploymentIdentity } from "../store/store.ts";
import { DatabaseUnavailableError } from "../store/store-error.ts";
import { redactUrl } from "../values/redact-url.ts";
import { type Build, startBlockOf } from "./build.ts";
import { checkTraces } from "./check-traces.ts";
import { indexMetrics } from "./index-metrics.ts";
import { type HandlerCounters, measureHandlers } from "./measure-handlers.ts";
import type { MethodCounters } from "./measure-rpc.ts";
import { createStoreCounters } from "./measure-store.ts";
import { type Deployment, openDeployment } from "./open-deployment.ts";
import { type FileOptions, openFiles } from "./open-files.ts";
import { createUnderWay, type UnderWay } from "./under-way.ts";

/** Chain ids of local development chains, which are polled often. */
const LOCAL_CHAINS = [1337, 31337];
const LOCAL_POLLING_MS = 50;
const REMOTE_POLLING_MS = 2000;
/** Pause while a restarted chain does not answer yet. */
const REOPEN_PAUSE_MS = 250;

/** What every deployment of an indexer shares. */
export interface RunSetting {
  readonly chain: Chain;
  /** For messages. */
  readonly rpcUrl: string;
  readonly methods: ReadonlyMap<string, Readonly<MethodCounters>>;
  readonly name: string;
  readonly database: DatabaseChoice;
  readonly files: FileOptions;
  /** Deepest reorganisation that is followed, in blocks. */
  readonly finality: number;
  /** Blocks of history to keep, null for all; undefined for what the manifest says. */
  readonly historyBlocks: number | null | undefined;
  readonly limits: Partial<QueryLimits>;
  /** Undefined for what suits the chain. */
  readonly pollingMs: number | undefined;
  readonly heads: HeadWatch;
  readonly logger: Logger;
}

/** A build that is indexed until it is closed, on whatever chain the server has. */
export interface DeploymentRun {
  readonly build: Build;
  readonly progress: Pick<ProgressTracker, "read" | "onUpdate">;
  /** What servers answer from; null while it is opened again after the chain was restarted. */
  served(): ServedDeployment | null;
  /** The deployment that is open, or will be. @throws IndexerError when there will be none. */
  whenServed(): Promise<ServedDeployment>;
  hasSynced(): boolean;
  /** Drops what was stored of the subgraph's builds before this one; none of them may be open. */
  replaceOlder(): Promise<void>;
  metrics(): ReturnType<typeof indexMetrics>;
  /** Ends indexing and closes the store; what is committed stays. */
  close(): Promise<void>;
}

async function identify({ chain, rpcUrl }: RunSetting, build: Build): Promise<DeploymentIdentity> {
  const [chainId, genesis] = await Promise.all([chain.chainId(), chain.header("earliest")]);
  if (genesis === null) throw new IndexerError(`The chain at ${redactUrl(rpcUrl)} has no first block.`);
  return { deploymentId: build.manifest.deploymentId, chainId, genesisHash: genesis.hash };
}

function usualPolling(chainId: number): number {
  return LOCAL_CHAINS.includes(chainId) ? LOCAL_POLLING_MS : REMOTE_POLLING_MS;
}

/** Whether everything is indexed that the chain had when it was last looked at. */
function isCaughtUp({ head, status, target }: Progress): boolean {
  return status === "synced" && head !== null && target !== null && head.number >= target;
}

/** A deployment as servers see it; what they ask is kept account of. */
function serveDeployment(
  { changeCount, countEntities, earliestBlock, engine, nonFatalErrors }: Deployment,
  queries: UnderWay,
  rest: Pick<ServedDeployment, "manifest" | "historyBlocks" | "status" | "hasSynced">,
): ServedDeployment {
  return {
    ...rest,
    engine: { ...engine, execute: (request, onHead) => queries.run(() => engine.execute(request, onHead)) },
    changeCount,
    countEntities: () => queries.run(countEntities),
    earliestBlock: () => queries.run(earliestBlock),
    nonFatalErrors: (limit) => queries.run(() => nonFatalErrors(limit)),
  };
}

/**
 * Opens a build's deployment and begins to index it, from empty again whenever the chain turns out to be another one.
 * @throws RpcError, StoreError, SqlError or IndexerError when it cannot be opened.
 */
export async function runDeployment(setting: RunSetting, build: Build): Promise<DeploymentRun> {
  const { chain, logger } = setting;
  const fileStores = openFiles(build.manifest, setting.files);
  const kept = historyBlocks(build.manifest.prune, setting.historyBlocks, setting.finality);
  await checkTraces(build.manifest, chain, setting.rpcUrl);
  const handlers = new Map<string, HandlerCounters>();
  const counters = createStoreCounters();
  const queries = createUnderWay();
  const progress = measureHandlers(createProgress(startBlockOf(build.manifest)), handlers);
  const closing = new AbortController();
  let synced = false;
  progress.onUpdate((now) => {
    synced ||= isCaughtUp(now);
  });

  async function open(): Promise<Deployment> {
    const identity = await identify(setting, build);
    const pollingMs = setting.pollingMs ?? usualPolling(identity.chainId);
    return openDeployment({
      ...setting,
      build,
      fileStores,
      identity,
      historyBlocks: kept,
      pollingMs,
      progress,
      counters,
    });
  }

  const serve = (opened: Deployment): ServedDeployment =>
    serveDeployment(opened, queries, {
      manifest: build.manifest,
      historyBlocks: kept,
      status: progress.read,
      hasSynced: () => synced,
    });

  let deployment = await open();
  let served: ServedDeployment | null = serve(deployment);
  let whenServed = Promise.resolve(served);

  /** Opens the deployment on a restarted chain, as soon as that answers. @throws what stands in the way for good. */
  async function reopen(): Promise<ServedDeployment> {
    await queries.ended();
    await deployment.close();
    progress.update({ status: "starting", head: null, target: null, fatalError: null, nonFatalError: null });
    synced = false;
    while (!closing.signal.aborted) {
      try {
        deployment = await open();
        await deployment.replaceOlder();
        served = serve(deployment);
        return served;
      } catch (error) {
        if (!(error instanceof RpcError || error instanceof DatabaseUnavailableError)) throw error;
        progress.update({ problem: messageChain(error) });
        logger.warn({ reason: messageChain(error) }, "chain or database not readable, trying again");
        await sleep(REOPEN_PAUSE_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
    throw new IndexerError("The indexer was closed.");
  }

  async function indexForever(): Promise<void> {
    try {
      while (!closing.signal.aborted) {
        try {
          await deployment.index();
          return;
        } catch (error) {
          if (!(error instanceof ChainRestartedError)) throw error;
          logger.warn({ reason: error.message }, "chain restarted, indexing again from empty");
          served = null;
          whenServed = reopen();
          await whenServed;
        }
      }
    } catch (error) {
      // What was under way when the indexer was closed could only fail.
      if (closing.signal.aborted) return;
      progress.update({ status: "failed", problem: messageChain(error) });
      logger.fatal({ err: error }, "indexing stopped");
    }
  }

  const indexing = indexForever();
  return {
    build,
    progress,
    served: () => served,
    whenServed: () => whenServed,
    hasSynced: () => synced,
    replaceOlder: () => deployment.replaceOlder(),
    metrics: () => indexMetrics({ progress: progress.read(), handlers, store: counters, methods: setting.methods }),
    async close() {
      closing.abort();
      await queries.ended();
      await deployment.close();
      await indexing;
      // Another one, if the chain restarted just now.
      await deployment.close();
    },
  };
}
