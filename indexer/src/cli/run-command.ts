import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { messageChain } from "../errors/message-chain.ts";
import { type Indexer, RpcError, type StartIndexerOptions, startIndexer } from "../index.ts";
import { describeSettings } from "./config/describe-settings.ts";
import { printConfig } from "./config/print-config.ts";
import { type Config, type Environment, readConfig, required } from "./config/read-config.ts";
import { keepHeapSmall } from "./keep-heap-small.ts";
import { RUN_SETTINGS } from "./run-settings.ts";
import { createLogger } from "./terminal/create-logger.ts";
import { reportProgress } from "./terminal/report-progress.ts";
import { createTerminal, type Terminal } from "./terminal/terminal.ts";
import { UsageError } from "./usage-error.ts";

/** graph-node's port of the indexing status API, where tools look for it. */
const STATUS_PORT = 8030;

/** Pause before the chain is asked again, beyond those that requests make themselves. */
const CHAIN_PAUSE_MS = 250;

/** Help of `weft-indexer run`. */
export const RUN_HELP = `Usage: weft-indexer run [subgraph.yaml] --rpc <url> [options]

Indexes a subgraph that graph build wrote (its build/subgraph.yaml) and serves its GraphQL until it is stopped: Ctrl-C ends
it cleanly, another Ctrl-C at once. While the chain does not answer, it waits.

${describeSettings(RUN_SETTINGS)}

Each option can also be set in the environment (--data-dir as INDEXER_DATA_DIR) or in the file that --config names (as
data-dir). The command line comes before the environment, that before the file.
`;

/** How long connections may take to end after everything is closed. */
const LEAVE_MS = 500;

type RunConfig = Config<typeof RUN_SETTINGS>;

/** Resolves at the first Ctrl-C or termination request; the next one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function manifestOf({ positionals, values }: RunConfig): string {
  const [path = values.manifest, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError("Name one subgraph.yaml to run: the one that graph build wrote, such as build/subgraph.yaml.");
  }
  return path;
}

/** A variable that many programs read is outranked by a folder that was asked for. @throws UsageError when both were. */
function databaseUrlOf({ origins, values }: RunConfig): string | undefined {
  const url = origins.get("database-url");
  const folder = origins.get("data-dir");
  if (url === undefined || folder === undefined) return values["database-url"];
  if (url.from === "shared environment") return undefined;
  throw new UsageError(
    `Give either database-url (${url.from} ${url.name}) or data-dir (${folder.from} ${folder.name}): a subgraph is stored in one place.`,
  );
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The status API's port: nobody who did not ask for it shall fail because of it. */
async function statusPortOf({ values }: RunConfig): Promise<number | undefined> {
  const asked = values["status-port"];
  if (asked !== undefined) return asked ?? undefined;
  return (await isFree(STATUS_PORT, values.host)) ? STATUS_PORT : undefined;
}

/** Starts as soon as the chain answers: people start it and the indexer side by side. Null when `signal` aborts before. */
async function startOnceReachable(
  start: (signal: AbortSignal) => Promise<Indexer>,
  logger: Logger,
  signal: AbortSignal,
): Promise<Indexer | null> {
  let told = "";
  while (!signal.aborted) {
    try {
      return await start(signal);
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof RpcError && error.retryable)) throw error;
      const reason = messageChain(error);
      if (reason !== told) logger.warn({ reason }, "waiting for the chain");
      told = reason;
      await sleep(CHAIN_PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}

/** Says where the subgraph is, whatever the level of the log: everything written is JSON if that is asked for. */
function announce(indexer: Indexer, format: string, terminal: Terminal, logger: Logger): void {
  const { deploymentId: deployment, statusUrl: status, url: queries } = indexer;
  if (format === "json") logger.child({}, { level: "info" }).info({ queries, status, deployment }, "serving");
  else terminal.log(`Queries:    ${queries}\nStatus:     ${status}\nDeployment: ${deployment}\n`);
}

async function run(config: RunConfig, terminal: Terminal): Promise<void> {
  const { values } = config;
  const manifest = manifestOf(config);
  const rpc = required(values.rpc, "rpc");
  const level = values["log-level"] ?? (terminal.isTTY ? "warn" : "info");
  const format = values["log-format"] ?? (terminal.isTTY ? "pretty" : "json");
  const logger = createLogger(level, format, terminal);
  const stopping = new AbortController();
  const stopped = untilStopped().then(() => stopping.abort());
  const options: StartIndexerOptions = {
    manifest,
    rpc,
    name: values.name,
    dataDir: values["data-dir"],
    databaseUrl: databaseUrlOf(config),
    host: values.host,
    port: values.port,
    statusPort: await statusPortOf(config),
    finality: values.finality,
    historyBlocks: values["history-blocks"],
    ws: values.ws,
    pollingInterval: values["polling-interval"],
    limits: {
      maxFirst: values["max-first"],
      maxSkip: values["max-skip"],
      maxDepth: values["max-depth"],
      maxCost: values["max-cost"],
      maxFields: values["max-fields"],
      maxStatements: values["max-statements"],
      maxMilliseconds: values["max-query-time"],
    },
    queryCache: values["query-cache"],
    ipfs: values.ipfs,
    arweave: values.arweave,
    allowIpfsInMappings: values["allow-ipfs-in-mappings"],
    watch: values.watch,
    logger,
  };
  const start = (signal: AbortSignal) => startIndexer({ ...options, signal });
  const indexer = await startOnceReachable(start, logger, stopping.signal);
  if (indexer === null) return;
  announce(indexer, format, terminal, logger);
  const progress = reportProgress(indexer.status, terminal, logger);
  await stopped;
  progress.stop();
  await indexer.close();
  // A server that does not take leave of its WebSocket could keep the process for ever.
  setTimeout(() => process.exit(), LEAVE_MS).unref();
}

/** `weft-indexer run`: indexes and serves until it is stopped. @throws UsageError on a wrong command line. */
export async function runCommand(args: readonly string[], environment: Environment): Promise<void> {
  const config = readConfig(RUN_SETTINGS, args, environment);
  if (config.values["print-config"]) {
    process.stdout.write(printConfig(RUN_SETTINGS, config.origins));
    return;
  }
  keepHeapSmall();
  await run(config, createTerminal(process.stderr));
}
