import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileToken } from "./compile-token.ts";

const HERE = import.meta.dirname;
const PACKAGE = join(HERE, "..");
const PEER = join(HERE, "peer");
const MANIFEST = join(HERE, "erc20", "build", "subgraph.yaml");
const PNPM = "pnpm@10.34.8";

/** How a contender is started for one run. */
export interface RunPlan {
  readonly rpc: string;
  /** WebSocket address for new heads; null polls. */
  readonly ws: string | null;
  readonly port: number;
  /** Empty folder of its own, for whatever it stores in files. */
  readonly folder: string;
  /** Empty database on a server; null uses PGlite in the folder. */
  readonly databaseUrl: string | null;
  /** Whether answers may be kept for questions that come again, by whoever can. */
  readonly keepAnswers: boolean;
}

/** Somebody who indexes the benchmark's chain and answers GraphQL. */
export interface Contender {
  readonly name: string;
  /** Whether it can keep answers for questions that come again. */
  readonly keepsAnswers: boolean;
  readonly args: (plan: RunPlan) => readonly string[];
  readonly environment: (plan: RunPlan) => Readonly<Record<string, string>>;
  readonly url: (port: number) => string;
  /** A query for the head, and how to read it from the answer's data. */
  readonly headQuery: string;
  readonly headOf: (data: unknown) => number;
  /** The same questions in each dialect: a list by balance, and one account by its id. */
  readonly listQuery: string;
  readonly oneQuery: (id: string) => string;
}

type Json = Readonly<Record<string, unknown>>;

function dig(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Json | null | undefined)?.[key], data);
}

/** This indexer's command line, compiled as it is published. */
export const weft: Contender = {
  name: "weft-indexer",
  keepsAnswers: true,
  args: ({ databaseUrl, folder, keepAnswers, port, rpc, ws }) => [
    join(PACKAGE, "dist", "cli", "main.js"),
    ...["run", MANIFEST, "--rpc", rpc, "--name", "bench", "--port", String(port), "--status-port", "none"],
    // Local chains are polled every 50 ms unless told otherwise.
    ...["--log-level", "error", "--ws", ws ?? "ws://127.0.0.1:1"],
    ...(keepAnswers ? [] : ["--query-cache", "0"]),
    ...(databaseUrl === null ? ["--data-dir", join(folder, "data")] : ["--database-url", databaseUrl]),
  ],
  environment: () => ({}),
  url: (port) => `http://127.0.0.1:${port}/subgraphs/name/bench`,
  headQuery: "{ _meta { block { number } } }",
  headOf: (data) => Number(dig(data, "_meta", "block", "number") ?? -1),
  listQuery: "{ accounts(first: 100, orderBy: balance, orderDirection: desc) { id balance transferCount } }",
  oneQuery: (id) => `{ account(id: "${id}") { id balance transferCount } }`,
};

/** Ponder, doing the same with the same secondary indexes. */
export const ponder: Contender = {
  name: "ponder",
  keepsAnswers: false,
  args: ({ port }) => [
    join(PEER, "node_modules", "ponder", "dist", "esm", "bin", "ponder.js"),
    ...["start", "--root", PEER, "--schema", "bench", "--port", String(port), "--hostname", "127.0.0.1"],
    ...["--log-level", "error"],
  ],
  environment: ({ databaseUrl, folder, rpc, ws }) => ({
    BENCH_RPC_URL: rpc,
    BENCH_DIRECTORY: folder,
    PONDER_TELEMETRY_DISABLED: "true",
    ...(ws === null ? {} : { BENCH_WS_URL: ws }),
    ...(databaseUrl === null ? {} : { BENCH_DATABASE_URL: databaseUrl }),
  }),
  url: (port) => `http://127.0.0.1:${port}/graphql`,
  headQuery: "{ _meta { status } }",
  headOf: (data) => Number(dig(data, "_meta", "status", "anvil", "block", "number") ?? -1),
  listQuery:
    '{ accounts(limit: 100, orderBy: "balance", orderDirection: "desc") { items { id balance transferCount } } }',
  oneQuery: (id) => `{ account(id: "${id}") { id balance transferCount } }`,
};

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: "pipe" });
}

function writeAbi(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Token.json"), JSON.stringify(compileToken().abi));
}

/** Ponder waits to stay under a number of requests a second, which would measure its patience instead of its work. */
function liftThrottle(): void {
  const path = join(PEER, "node_modules", "ponder", "dist", "esm", "rpc", "index.js");
  const source = readFileSync(path, "utf8");
  const lifted = source
    .replace(/const INITIAL_MAX_RPS = \d+/, "const INITIAL_MAX_RPS = 1000000")
    .replace(/const MAX_RPS = \d+/, "const MAX_RPS = 1000000");
  if (!lifted.includes("INITIAL_MAX_RPS = 1000000")) throw new Error("ponder's throttle is not where it was");
  writeFileSync(path, lifted);
}

/** Installs and builds what the contenders need, unless it is there. */
export function prepareContenders(): void {
  if (!existsSync(join(PEER, "node_modules", "ponder"))) {
    run("npx", ["--yes", PNPM, "install", "--frozen-lockfile", "--ignore-workspace", "--reporter=silent"], PEER);
  }
  liftThrottle();
  const erc20 = join(HERE, "erc20");
  const graph = join(PACKAGE, "node_modules", ".bin", "graph");
  writeAbi(join(erc20, "abis"));
  for (const command of ["codegen", "build"]) run(graph, [command], erc20);
  const tsc = join(PACKAGE, "..", "node_modules", "typescript", "bin", "tsc");
  run(process.execPath, [tsc, "-p", join(PACKAGE, "tsconfig.build.json"), "--outDir", join(PACKAGE, "dist")], PACKAGE);
}
