import { connect } from "node:net";
import { pino } from "pino";
import { createQueryEngine } from "../graphql/execute.ts";
import { openMusicStore } from "../graphql/music.fixture.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { createProgress, type Progress } from "../runtime/progress.ts";
import { countEntities } from "../store/count-entities.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { testBlock } from "../store/store.fixture.ts";
import { gauge } from "./metrics/metric.ts";
import type { ServedDeployment } from "./served-subgraph.ts";
import { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";

/** How a deployment is that has caught up. */
export const SYNCED: Progress = {
  ...createProgress(0).read(),
  status: "synced",
  head: testBlock(2),
  chainHead: testBlock(5),
  target: 5,
};
export const MANIFEST: Manifest = {
  specVersion: "1.3.0",
  deploymentId: "QmTest",
  network: "mainnet",
  schema: "",
  features: new Set(),
  prune: null,
  dataSources: [],
  templates: new Map(),
};

/** What a test may change while the server runs. */
export interface ServedState {
  status: Progress;
  current: ServedDeployment | null;
  pending: ServedDeployment | null;
}

/** An answer with its body read. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A server on the music store. */
export interface TestServer {
  readonly options: ServerOptions;
  readonly store: QueryableStore;
  readonly server: RunningServer;
  readonly state: ServedState;
  readonly origin: string;
  /** Posts JSON, or text as it is, to a path or an address. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  close(): Promise<void>;
}

/** A query with its answer. */
export const REQUEST = { query: "query($id: ID!) { band(id: $id) { name } }", variables: { id: "b1" } };
export const ANSWER = { data: { band: { name: "The Musicians" } } };

/** Serves the music store as `music/live` on free ports. */
export async function openTestServer(): Promise<TestServer> {
  const opened = await openMusicStore("String");
  const { store } = opened;
  const state: ServedState = { status: SYNCED, current: null, pending: null };
  state.current = {
    manifest: MANIFEST,
    engine: createQueryEngine(opened),
    status: () => state.status,
    changeCount: store.changeCount,
    hasSynced: () => true,
    countEntities: () => store.query((session) => countEntities(session, store.layout)),
    earliestBlock: store.earliestBlock,
    historyBlocks: null,
    nonFatalErrors: store.nonFatalErrors,
  };
  const options: ServerOptions = {
    subgraph: { name: "music/live", current: () => state.current, pending: () => state.pending },
    port: 0,
    statusPort: 0,
    host: "127.0.0.1",
    chain: {
      blockHash: async (number) => (number > 5 ? null : testBlock(number).hash),
      block: async (hash) => ({ hash, transactions: [] }),
    },
    keptBytes: 0,
    metrics: () => [gauge("indexer_head_block", "Head", 2)],
    logger: pino({ level: "silent" }),
  };
  const server = await startServer(options);
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    options,
    store,
    server,
    state,
    origin,
    async post(path, body, headers = {}) {
      const response = await fetch(new URL(path, origin), {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, json: (await response.json()) as unknown };
    },
    async close() {
      await server.close();
      await store.close();
    },
  };
}

/** Sends text over a connection of its own, and reads until the server closes it. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.on("data", (chunk) => (received += String(chunk)));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** A deployment that answers nothing until it is released. */
export function slowDeployment(deployment: ServedDeployment) {
  let release = (): void => undefined;
  let start = (): void => undefined;
  const blocked = new Promise<void>((resolve) => {
    release = resolve;
  });
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  let running = 0;
  let most = 0;
  const { engine, ...rest } = deployment;
  const execute = async () => {
    most = Math.max(most, ++running);
    start();
    await blocked;
    running--;
    return { data: {} };
  };
  const slow: ServedDeployment = { ...rest, engine: { ...engine, execute } };
  return { slow, release: () => release(), started, mostRunning: () => most };
}
