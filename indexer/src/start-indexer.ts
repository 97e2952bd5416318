import { type Logger, pino } from "pino";
import { readBuild } from "./deployment/build.ts";
import { measureRpc } from "./deployment/measure-rpc.ts";
import type { FileOptions } from "./deployment/open-files.ts";
import { runDeployment } from "./deployment/run-deployment.ts";
import { runSubgraph, type SubgraphRun } from "./deployment/run-subgraph.ts";
import { waitForBlock, waitForHead } from "./deployment/wait-for-block.ts";
import { type BuildWatch, watchBuild } from "./deployment/watch-build.ts";
import { IndexerError } from "./errors/indexer-error.ts";
import { messageChain } from "./errors/message-chain.ts";
import type { QueryAnswer } from "./graphql/execute.ts";
import type { QueryLimits } from "./graphql/query-budget.ts";
import type { Indexer, QueryResult } from "./indexer.ts";
import { QueryFailedError, toDocument, type UntypedDocument } from "./query-document.ts";
import { createDocumentCache } from "./server/http/document-cache.ts";
import { DEFAULT_KEPT_MEGABYTES } from "./server/http/kept-answers.ts";
import { isSubgraphName } from "./server/http/subgraph-path.ts";
import { startServer } from "./server/start-server.ts";
import { createChain } from "./source/chain.ts";
import { localHeadUrl, watchHeads } from "./source/head-watch.ts";
import { createRpcClient } from "./source/rpc-client.ts";
import type { DatabaseChoice } from "./store/open-driver.ts";
import { shareDatabase } from "./store/share-database.ts";

const DEFAULT_NAME = "subgraph";
const DEFAULT_HOST = "127.0.0.1";
/** graph-node's reorganisation threshold. */
const DEFAULT_FINALITY = 250;
const DEFAULT_WAIT_MS = 60_000;
const MEGABYTE = 1_000_000;

/** What to index, and where to serve it. */
export interface StartIndexerOptions extends FileOptions {
  /** Path of the `subgraph.yaml` that `graph build` wrote. */
  readonly manifest: string;
  /** Address of the chain's JSON-RPC server. */
  readonly rpc: string;
  /** Name under which queries find the subgraph: `/subgraphs/name/<name>`. @default "subgraph" */
  readonly name?: string | undefined;
  /** Directory of the database; without it everything is in memory. */
  readonly dataDir?: string | undefined;
  /**
   * A database on a PostgreSQL server, version 14 or later, in place of `dataDir`: `postgres://user:password@host:port/database`.
   * Several subgraphs may share it; one process indexes each.
   */
  readonly databaseUrl?: string | undefined;
  /** Deepest reorganisation that is followed, in blocks; beyond it, everything is indexed again from empty. @default 250 */
  readonly finality?: number | undefined;
  /**
   * Blocks of history to keep for queries at earlier blocks, more than `finality`; null keeps all.
   * @default what the manifest's `indexerHints.prune` says, else all
   */
  readonly historyBlocks?: number | null | undefined;
  /** @default any free port */
  readonly port?: number | undefined;
  /** A port of its own for the indexing status API, as graph-node's 8030; 0 takes any. @default none */
  readonly statusPort?: number | undefined;
  /** A loopback address. @default "127.0.0.1" */
  readonly host?: string | undefined;
  /** @default no logs */
  readonly logger?: Logger | undefined;
  /**
   * WebSocket address that tells of new blocks at once; requests still go to `rpc`. Null for none.
   * @default where `rpc` is, when that is on this machine
   */
  readonly ws?: string | null | undefined;
  /** Longest time between looks at the chain's head, in milliseconds. @default 50 on local chains, else 2000 */
  readonly pollingInterval?: number | undefined;
  /** How much one query may ask for. @default graph-node's, and what memory bears, see {@link QueryLimits} */
  readonly limits?: Partial<QueryLimits> | undefined;
  /** Megabytes of answers that are kept for queries that come again over HTTP before anything has changed; 0 keeps none. @default 64 */
  readonly queryCache?: number | undefined;
  /** Gives the start up: then `startIndexer` rejects at once. Afterwards, `close` ends the indexer. */
  readonly signal?: AbortSignal | undefined;
  /** Whether a build that changes replaces the one that runs, see {@link Indexer.redeploy}. @default false */
  readonly watch?: boolean | undefined;
}

function checkName(name: string): string {
  if (isSubgraphName(name)) return name;
  throw new IndexerError(
    `"${name}" is no name of a subgraph: use letters, digits, - and _ (not first or last, not digits alone), and at most one /.`,
  );
}

function chooseDatabase({ databaseUrl, dataDir }: StartIndexerOptions): DatabaseChoice {
  if (databaseUrl === undefined)
    return dataDir === undefined ? { kind: "memory" } : { kind: "directory", path: dataDir };
  if (dataDir === undefined) return { kind: "server", url: databaseUrl };
  throw new IndexerError("Give either databaseUrl or dataDir: a subgraph is stored in one place.");
}

function checkCache(megabytes: number): number {
  if (Number.isFinite(megabytes) && megabytes >= 0) return megabytes * MEGABYTE;
  throw new IndexerError(`queryCache is ${megabytes}, but must be a number of megabytes, 0 or more.`);
}

function checkFinality(blocks: number): number {
  if (Number.isSafeInteger(blocks) && blocks > 0) return blocks;
  throw new IndexerError(`finality is ${blocks}, but must be a whole number of blocks above 0.`);
}

/** Replaces the build whenever its files change; what is wrong with a build is told, and the one before goes on. */
function follow(watch: BuildWatch, subgraph: SubgraphRun, logger: Logger): void {
  watch.start({
    onBuild: (build) => {
      subgraph
        .replace(build)
        .catch((error: unknown) => logger.warn({ reason: messageChain(error) }, "build not in use"));
    },
    onProblem: (error) => {
      logger.error({ reason: messageChain(error) }, "the new build cannot be read, the one before still answers");
    },
  });
}

/** Opens one thing after the other, and closes them in the opposite order. */
function createCloser() {
  const steps: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const waiting = new Set<(reason: IndexerError) => void>();
  async function closeAll(): Promise<void> {
    for (const step of steps.toReversed()) await step();
  }
  return {
    add: (step: () => Promise<void>) => steps.push(step),
    close() {
      for (const reject of waiting) reject(new IndexerError("The indexer was closed."));
      closing ??= closeAll();
      return closing;
    },
    /** Does `work` unless everything is closed before or meanwhile: then it rejects at once. */
    whileOpen<T>(work: () => Promise<T>): Promise<T> {
      if (closing !== null) return Promise.reject(new IndexerError("The indexer was closed."));
      // A race with one lasting promise would keep every answer in memory.
      return new Promise((resolve, reject) => {
        waiting.add(reject);
        work()
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      });
    },
  };
}

/**
 * Indexes a built subgraph and serves its GraphQL, both in this process.
 * @throws ManifestError, SchemaError, RpcError, StoreError or ServerError when it cannot start.
 */
export async function startIndexer(options: StartIndexerOptions): Promise<Indexer> {
  const closer = createCloser();
  const { signal } = options;
  try {
    const indexer = await open(options, closer);
    signal?.throwIfAborted();
    return indexer;
  } catch (error) {
    await closer.close();
    throw error;
  }
}

async function open(options: StartIndexerOptions, closer: ReturnType<typeof createCloser>): Promise<Indexer> {
  const logger = options.logger ?? pino({ level: "silent" });
  const name = checkName(options.name ?? DEFAULT_NAME);
  const choice = chooseDatabase(options);
  const keptBytes = checkCache(options.queryCache ?? DEFAULT_KEPT_MEGABYTES);
  const watch = options.watch === true ? await watchBuild(options.manifest) : null;
  closer.add(async () => watch?.close());
  const build = await readBuild(options.manifest);
  const database = await shareDatabase(choice);
  closer.add(database.close);
  options.signal?.throwIfAborted();
  const rpc = measureRpc(createRpcClient({ url: options.rpc }));
  options.signal?.addEventListener("abort", rpc.client.close, { once: true });
  const chain = createChain(rpc.client);
  const heads = watchHeads(options.ws === undefined ? localHeadUrl(options.rpc) : options.ws, logger);
  closer.add(async () => heads.close());
  const setting = {
    chain,
    rpcUrl: options.rpc,
    methods: rpc.methods,
    name,
    database: database.choice,
    files: options,
    finality: checkFinality(options.finality ?? DEFAULT_FINALITY),
    historyBlocks: options.historyBlocks,
    limits: options.limits ?? {},
    pollingMs: options.pollingInterval,
    heads,
    logger,
  };
  closer.add(async () => rpc.client.close());
  const first = await runDeployment(setting, build);
  const subgraph = runSubgraph(name, setting, first, logger);
  closer.add(async () => {
    const closing = subgraph.close();
    // What is asked of the chain right now is of no use any more.
    rpc.client.close();
    await closing;
  });
  const server = await startServer({
    keptBytes,
    subgraph,
    port: options.port ?? 0,
    statusPort: options.statusPort ?? null,
    host: options.host ?? DEFAULT_HOST,
    chain: {
      blockHash: async (number) => (await chain.header(number))?.hash ?? null,
      block: (hash) => rpc.client.request("eth_getBlockByHash", [hash, true]),
    },
    metrics: () => subgraph.run().metrics(),
    logger,
  });
  closer.add(server.close);
  await first.replaceOlder();
  if (watch !== null) follow(watch, subgraph, logger);
  options.signal?.removeEventListener("abort", rpc.client.close);
  // First of all, so that no build is begun while everything ends.
  closer.add(async () => watch?.close());

  const documents = createDocumentCache();

  function answer(document: UntypedDocument, variables: object = {}): Promise<QueryAnswer> {
    return closer.whileOpen(async () => {
      const parsed = toDocument(document, documents.parse);
      const { engine } = await subgraph.run().whenServed();
      return engine.execute({ document: parsed, variables: { ...variables }, operationName: null });
    });
  }

  return {
    url: server.url,
    statusUrl: server.statusUrl,
    port: server.port,
    get deploymentId() {
      return subgraph.run().build.manifest.deploymentId;
    },
    status: subgraph.progress.read,
    onUpdate: subgraph.progress.onUpdate,
    waitForBlock: (block, { timeout = DEFAULT_WAIT_MS } = {}) =>
      closer.whileOpen(() => waitForBlock(subgraph.progress, block, timeout)),
    sync: ({ timeout = DEFAULT_WAIT_MS } = {}) =>
      closer.whileOpen(() => waitForHead(subgraph.progress, chain, timeout)),
    async query<Data>(document: UntypedDocument, variables?: object) {
      // What the answer holds is what the document's types say, as with every GraphQL client.
      return (await answer(document, variables)) as QueryResult<Data>;
    },
    async queryData<Data>(document: UntypedDocument, variables?: object) {
      const { data, errors } = await answer(document, variables);
      if (errors !== undefined || data === undefined) throw new QueryFailedError(errors ?? []);
      return data as Data;
    },
    redeploy: async () => subgraph.replace(await readBuild(options.manifest)),
    close: closer.close,
    [Symbol.asyncDispose]: closer.close,
  };
}
