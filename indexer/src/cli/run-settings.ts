import { DEFAULT_LIMITS } from "../graphql/query-budget.ts";
import { DEFAULT_KEPT_MEGABYTES } from "../server/http/kept-answers.ts";
import type { Settings } from "./config/setting.ts";
import { LOG_FORMATS, LOG_LEVELS } from "./terminal/create-logger.ts";

const MAX_PORT = 65_535;
const MAX_BLOCKS = 2 ** 31 - 1;
const MAX_POLLING_MS = 3_600_000;

/** Everything that `weft-indexer run` can be told: flags, environment, file, help and the README's table are made from this. */
export const RUN_SETTINGS = {
  manifest: {
    kind: { type: "path", placeholder: "file" },
    help: "the subgraph.yaml that graph build wrote, in place of naming it on the command line",
  },
  rpc: {
    kind: { type: "url", protocols: ["http", "https"] },
    help: "JSON-RPC server of the chain",
  },
  ws: {
    kind: { type: "url", protocols: ["ws", "wss"] },
    help: "WebSocket address that tells of new blocks at once",
    otherwise: "where rpc is, if on this machine",
  },
  name: {
    kind: { type: "text", placeholder: "name" },
    help: "name of the subgraph, served at /subgraphs/name/<name>",
    fallback: "subgraph",
  },
  "data-dir": {
    kind: { type: "path", placeholder: "folder" },
    help: "folder of the database",
    otherwise: "in memory",
  },
  "database-url": {
    kind: { type: "url", protocols: ["postgres", "postgresql"] },
    help: "PostgreSQL server to store on, in place of data-dir",
    otherwise: "none",
    sharedEnv: "DATABASE_URL",
  },
  host: {
    kind: { type: "text", placeholder: "address" },
    help: "loopback address to listen on",
    fallback: "127.0.0.1",
  },
  port: {
    kind: { type: "number", placeholder: "number", min: 0, max: MAX_PORT },
    help: "port of the GraphQL server; 0 takes any that is free",
    fallback: "8000",
  },
  "status-port": {
    kind: { type: "optional number", placeholder: "number", min: 0, max: MAX_PORT, none: "none" },
    help: "port of the indexing status API, which port serves at /index-node/graphql as well",
    otherwise: "8030 if free",
  },
  finality: {
    kind: { type: "number", placeholder: "blocks", min: 1, max: MAX_BLOCKS },
    help: "deepest reorganisation that is followed; beyond it, all is indexed again",
    fallback: "250",
  },
  "history-blocks": {
    kind: { type: "optional number", placeholder: "blocks", min: 1, max: MAX_BLOCKS, none: "all" },
    help: "blocks of history to keep for queries at earlier blocks, more than finality",
    otherwise: "what the manifest's indexerHints.prune says, else all",
  },
  "polling-interval": {
    kind: { type: "number", placeholder: "ms", min: 1, max: MAX_POLLING_MS },
    help: "longest time in milliseconds between looks at the chain's head",
    otherwise: "50 on local chains, else 2000",
  },
  "max-first": {
    kind: { type: "number", placeholder: "number", min: 1, max: MAX_BLOCKS },
    help: "largest first that a query may ask for",
    fallback: String(DEFAULT_LIMITS.maxFirst),
  },
  "max-skip": {
    kind: { type: "number", placeholder: "number", min: 0, max: DEFAULT_LIMITS.maxSkip },
    help: "largest skip that a query may ask for",
    fallback: String(DEFAULT_LIMITS.maxSkip),
  },
  "max-depth": {
    kind: { type: "number", placeholder: "number", min: 1, max: 10_000 },
    help: "deepest nesting of selections, fragments and filters in a query",
    fallback: String(DEFAULT_LIMITS.maxDepth),
  },
  "max-cost": {
    kind: { type: "number", placeholder: "number", min: 1, max: Number.MAX_SAFE_INTEGER },
    help: "most entities that a query may return by its page sizes, graph-node's complexity",
    fallback: String(DEFAULT_LIMITS.maxCost),
  },
  "max-fields": {
    kind: { type: "number", placeholder: "number", min: 1, max: MAX_BLOCKS },
    help: "most fields and filter values in a query, each as often as fragments and variables repeat it",
    fallback: String(DEFAULT_LIMITS.maxFields),
  },
  "max-statements": {
    kind: { type: "number", placeholder: "number", min: 1, max: MAX_BLOCKS },
    help: "most look-ups in the database for a query; each field of the root is one at least",
    fallback: String(DEFAULT_LIMITS.maxStatements),
  },
  "max-query-time": {
    kind: { type: "number", placeholder: "ms", min: 1, max: MAX_POLLING_MS },
    help: "milliseconds after which a query is given up",
    fallback: String(DEFAULT_LIMITS.maxMilliseconds),
  },
  "query-cache": {
    kind: { type: "number", placeholder: "MB", min: 0, max: 10_000 },
    help: "megabytes of answers to keep for queries that come again before anything has changed; 0 keeps none",
    fallback: String(DEFAULT_KEPT_MEGABYTES),
  },
  ipfs: {
    kind: { type: "url", protocols: ["http", "https"] },
    help: "IPFS gateway or node, for data sources of files, such as https://ipfs.io/ipfs",
    otherwise: "none",
  },
  arweave: {
    kind: { type: "url", protocols: ["http", "https"] },
    help: "Arweave gateway, for data sources of files, such as https://arweave.net",
    otherwise: "none",
  },
  "allow-ipfs-in-mappings": {
    kind: { type: "switch" },
    help: "let handlers read IPFS themselves, whose answers depend on when they are asked",
    fallback: "false",
  },
  watch: {
    kind: { type: "switch" },
    help: "let a build that changes replace the one that runs, once it has caught up",
    fallback: "false",
  },
  "log-level": {
    kind: { type: "choice", of: LOG_LEVELS },
    help: "least severe log entries that are written",
    otherwise: "warn on a terminal, else info",
  },
  "log-format": {
    kind: { type: "choice", of: LOG_FORMATS },
    help: "log entries for people, or as JSON objects",
    otherwise: "pretty on a terminal, else json",
  },
  config: {
    kind: { type: "path", placeholder: "file" },
    help: "YAML or JSON file with any of these settings under the same names",
  },
  "print-config": {
    kind: { type: "switch" },
    help: "print every setting, its value and where that comes from, and end",
    fallback: "false",
  },
} as const satisfies Settings;
