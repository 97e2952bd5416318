import { pino } from "pino";
import { startIndexer } from "../index.ts";
import { describeOptions, type OptionSpec, parseOptions, wholeNumber } from "./options.ts";
import { reportProgress } from "./report-progress.ts";
import { UsageError } from "./usage-error.ts";

const MAX_PORT = 65_535;
const MAX_BLOCKS = 2 ** 31 - 1;
const MAX_POLLING_MS = 3_600_000;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"];

function option(flag: string, value: string, help: string, fallback: string | null = null): OptionSpec {
  const env = flag === "rpc" ? "INDEXER_RPC_URL" : `INDEXER_${flag.toUpperCase().replaceAll("-", "_")}`;
  return { flag, env, value, help, fallback, required: flag === "rpc" || flag === "name" };
}

const OPTIONS: readonly OptionSpec[] = [
  option("rpc", "url", "JSON-RPC server of the chain, over HTTP"),
  option("name", "name", "name of the subgraph, served at /subgraphs/name/<name>"),
  option("port", "number", "port of the GraphQL server, 0 for any", "8000"),
  option("host", "address", "loopback address the server listens on", "127.0.0.1"),
  option("data-dir", "directory", "directory of the database; without it everything is in memory"),
  option("database-url", "url", "PostgreSQL server in place of --data-dir; DATABASE_URL stands in as well"),
  option("finality", "blocks", "deepest reorganisation that is followed; beyond it, all is indexed again", "250"),
  option("history-blocks", "blocks", "history to keep, or all; else what the manifest's indexerHints.prune says"),
  option("polling-interval", "ms", "pause between looks at the chain's head; 200 on local chains, else 2000"),
  option("log-level", "level", `${LOG_LEVELS.join(", ")}; on a terminal warn, else info`),
];

/** Help of `weft-indexer run`. */
export const RUN_HELP = `Usage: weft-indexer run <subgraph.yaml> --rpc <url> --name <name> [options]

Indexes a subgraph that graph build wrote (its build/subgraph.yaml) and serves its GraphQL.

${describeOptions(OPTIONS)}
`;

function logLevel(given: string | null, onTerminal: boolean): string {
  if (given === null) return onTerminal ? "warn" : "info";
  if (!LOG_LEVELS.includes(given)) throw new UsageError(`--log-level must be one of ${LOG_LEVELS.join(", ")}.`);
  return given;
}

/** Resolves at the first Ctrl-C or termination request; the next one ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** `weft-indexer run`: indexes and serves until it is stopped. @throws UsageError on a wrong command line. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { get, positionals } = parseOptions(OPTIONS, args, environment);
  const [manifestPath, ...more] = positionals;
  if (manifestPath === undefined || more.length > 0) throw new UsageError("Name one subgraph.yaml to run.");
  const history = get("history-blocks");
  const polling = get("polling-interval");
  const dataDir = get("data-dir");
  // Many programs read DATABASE_URL: a directory that was asked for outranks it.
  const databaseUrl = get("database-url") ?? (dataDir === null ? (environment.DATABASE_URL ?? null) : null);
  const logger = pino({ level: logLevel(get("log-level"), process.stderr.isTTY === true), base: null });
  const stopped = untilStopped();
  const indexer = await startIndexer({
    manifest: manifestPath,
    rpc: get("rpc") ?? "",
    name: get("name") ?? "",
    port: wholeNumber("port", get("port") ?? "", MAX_PORT),
    host: get("host") ?? "",
    finality: wholeNumber("finality", get("finality") ?? "", MAX_BLOCKS),
    ...(history === null
      ? {}
      : { historyBlocks: history === "all" ? null : wholeNumber("history-blocks", history, MAX_BLOCKS) }),
    logger,
    ...(dataDir === null ? {} : { dataDir }),
    ...(databaseUrl === null ? {} : { databaseUrl }),
    ...(polling === null ? {} : { pollingInterval: wholeNumber("polling-interval", polling, MAX_POLLING_MS) }),
  });
  process.stderr.write(`Queries:    ${indexer.url}\nDeployment: ${indexer.deploymentId}\n`);
  const progress = reportProgress(indexer.status, process.stderr, logger);
  await stopped;
  progress.stop();
  await indexer.close();
}
