import { Agent, get } from "node:http";
import { connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQueryEngine } from "../graphql/execute.ts";
import { musicBlock, openMusicStore } from "../graphql/music.fixture.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { createProgress, type Progress } from "../runtime/progress.ts";
import { countEntities } from "../store/count-entities.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { testBlock } from "../store/store.fixture.ts";
import { gauge } from "./metrics/metric.ts";
import type { ServedDeployment } from "./served-subgraph.ts";
import { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";

const SYNCED: Progress = {
  ...createProgress(0).read(),
  status: "synced",
  head: testBlock(2),
  chainHead: testBlock(5),
  target: 5,
};
const MANIFEST: Manifest = {
  specVersion: "1.3.0",
  deploymentId: "QmTest",
  network: "mainnet",
  schema: "",
  features: new Set(),
  prune: null,
  dataSources: [],
  templates: new Map(),
};

let options: ServerOptions;
let store: QueryableStore;
let server: RunningServer;
let status: Progress = SYNCED;
let current: ServedDeployment | null;
let pending: ServedDeployment | null = null;

beforeAll(async () => {
  const opened = await openMusicStore("String");
  store = opened.store;
  current = {
    manifest: MANIFEST,
    engine: createQueryEngine(opened),
    status: () => status,
    hasSynced: () => true,
    countEntities: () => store.query((session) => countEntities(session, store.layout)),
    earliestBlock: store.earliestBlock,
    historyBlocks: null,
    nonFatalErrors: store.nonFatalErrors,
  };
  options = {
    subgraph: { name: "music/live", current: () => current, pending: () => pending },
    port: 0,
    statusPort: 0,
    host: "127.0.0.1",
    chain: {
      blockHash: async (number) => (number > 5 ? null : testBlock(number).hash),
      block: async (hash) => ({ hash, transactions: [] }),
    },
    metrics: () => [gauge("indexer_head_block", "Head", 2)],
    logger: pino({ level: "silent" }),
  };
  server = await startServer(options);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const origin = (): string => `http://127.0.0.1:${server.port}`;

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, origin()), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, json: (await response.json()) as unknown };
}

/** Sends text over a connection of its own, and reads until the server closes it. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.on("data", (chunk) => (received += String(chunk)));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** A deployment that answers nothing until it is released. */
function slowDeployment() {
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
  const { engine, ...rest } = current as ServedDeployment;
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

const QUERY = "query($id: ID!) { band(id: $id) { name } }";
const REQUEST = { query: QUERY, variables: { id: "b1" } };
const ANSWER = { data: { band: { name: "The Musicians" } } };

describe("GraphQL over HTTP", () => {
  it.each(["/subgraphs/name/music/live", "/subgraphs/id/QmTest", "/subgraphs//name/music/live/"])(
    "answers at %s",
    async (path) => {
      const { headers, json, status: code } = await post(path, REQUEST);
      expect([code, json]).toEqual([200, ANSWER]);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-methods")).toBe("GET, OPTIONS, POST");
      expect(headers.get("graph-attestable")).toBe("false");
      const { hash, number, timestamp } = musicBlock(2);
      expect(JSON.parse(headers.get("graph-indexed") ?? "")).toEqual({ hash, number, timestamp });
    },
  );

  it("answers a query by GET, which graph-node does not", async () => {
    const parameters = new URLSearchParams({ query: QUERY, variables: '{"id":"b1"}' });
    const response = await fetch(`${server.url}?${parameters}`);
    expect([response.status, await response.json()]).toEqual([200, ANSWER]);
  });

  it("answers mistakes with 200", async () => {
    const { json, status: code } = await post("/subgraphs/id/QmTest", { query: "{ nope }" });
    expect([code, json]).toEqual([
      200,
      { errors: [{ message: "Type `Query` has no field `nope`", locations: [{ line: 1, column: 3 }] }] },
    ]);
  });

  it("answers a syntax error with its place", async () => {
    const { json, status: code } = await post("/subgraphs/id/QmTest", { query: "{ bands {" });
    expect(code).toBe(200);
    expect(json).toMatchObject({
      errors: [{ message: expect.stringContaining("Syntax Error"), locations: [{ line: 1, column: 10 }] }],
    });
  });

  const client = (text: string) => `GraphQL server error (client error): ${text}`;
  it.each([
    ["no object", "[1]", client("Request data is not an object")],
    ["no query", {}, client('The "query" field is missing in request data')],
    ["a query that is no text", { query: 5 }, client('The "query" field is not a string')],
    [
      "variables that are no object",
      { query: "{ __typename }", variables: [1] },
      client("Invalid query variables provided"),
    ],
  ])("refuses %s with 400", async (_, body, error) => {
    const { json, status: code } = await post("/subgraphs/id/QmTest", body);
    expect([code, json]).toEqual([400, { error }]);
  });

  it("refuses broken JSON, no body and no content type with 400", async () => {
    const broken = await post("/subgraphs/id/QmTest", "{");
    expect([broken.status, JSON.stringify(broken.json)]).toEqual([400, expect.stringContaining("client error): ")]);
    const empty = await post("/subgraphs/id/QmTest", "");
    expect([empty.status, empty.json]).toEqual([400, { error: "Body is required" }]);
    const untyped = await sendRaw(
      "POST /subgraphs/id/QmTest HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
    );
    expect(untyped).toMatch(/^HTTP\/1\.1 400 [\s\S]*\{"error":"Content-Type header is required"\}/);
  });

  it("takes a body without announced length", async () => {
    const body = JSON.stringify(REQUEST);
    const answer = await sendRaw(
      "POST /subgraphs/id/QmTest HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n" +
        `transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    );
    expect(answer).toContain(JSON.stringify(ANSWER));
  });

  it.each([2_000, 50_000])("survives %i levels", async (depth) => {
    const { json } = await post("/subgraphs/id/QmTest", { query: "{ bands ".repeat(depth) + " }".repeat(depth) });
    expect(json).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect((await post("/subgraphs/id/QmTest", REQUEST)).json).toEqual(ANSWER);
  });

  it.each([
    ["announced", {}],
    ["sent in chunks", { chunked: true }],
  ])("refuses a huge body, %s, with 413", async (_, { chunked }: { chunked?: boolean }) => {
    const text = `{ bands { id } } #${"x".repeat(1_000_000)}`;
    const body = chunked === true ? new Blob([text]).stream() : text;
    const response = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it.each(["1.0.0", "^1.0", "1", ">=1.0.0, <2", "~1.1", "*"])("takes api-version %s", async (version) => {
    const { status: code } = await post(`/subgraphs/id/QmTest?api-version=${encodeURIComponent(version)}`, REQUEST);
    expect(code).toBe(200);
  });

  it.each(["2.0.0", "<1", "=1.2.0", "new"])("refuses api-version %s", async (version) => {
    const { status: code } = await post(`/subgraphs/id/QmTest?api-version=${encodeURIComponent(version)}`, REQUEST);
    expect(code).toBe(400);
  });

  it("says of a deployment that it does not have that it does not exist", async () => {
    for (const [path, asked] of [
      ["/subgraphs/name/other", "other"],
      ["/subgraphs/id/QmOther", "QmOther"],
    ]) {
      const { json, status: code } = await post(path ?? "", REQUEST);
      expect([code, json]).toEqual([200, { errors: [{ message: `deployment \`${asked}\` does not exist` }] }]);
    }
  });

  it("refuses malformed names", async () => {
    const { json, status: code } = await post("/subgraphs/name/-x", REQUEST);
    expect([code, json]).toEqual([400, { error: client("Invalid subgraph name `-x`") }]);
  });

  it("lets pages of any origin ask, without credentials", async () => {
    const response = await fetch(server.url, {
      method: "OPTIONS",
      headers: {
        origin: "http://127.0.0.1:5173",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-own",
      },
    });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-headers")).toBe("content-type,x-own");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("shows GraphiQL, with nothing loaded from elsewhere, and leads browsers to it", async () => {
    const redirected = await fetch(server.url, { redirect: "manual" });
    expect([redirected.status, redirected.headers.get("location"), await redirected.text()]).toEqual([
      302,
      "/subgraphs/name/music/live/graphql",
      "Redirecting...",
    ]);
    const response = await fetch(`${server.url}/graphql`);
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("GraphiQL");
    expect(page).toContain('"endpoint":"/subgraphs/name/music/live"');
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)=["']?(?:https?:)?\/\//);
  });

  it("has no mutations, by GET either", async () => {
    const response = await fetch(`${server.url}?query=${encodeURIComponent("mutation { a }")}`);
    expect([response.status, await response.json()]).toEqual([400, { error: "Can't use mutations with GET method" }]);
  });

  it("answers nothing but GET, POST and OPTIONS", async () => {
    const response = await fetch(server.url, { method: "DELETE" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
  });

  it("asks for patience while the deployment is opened again", async () => {
    const before = current;
    current = null;
    const { headers, status: code } = await post("/subgraphs/name/music/live", REQUEST);
    current = before;
    expect([code, headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("answers queries to a build that is on its way under its id", async () => {
    expect((await post("/subgraphs/id/QmNext", REQUEST)).json).toEqual({
      errors: [{ message: "deployment `QmNext` does not exist" }],
    });
    pending = current === null ? null : { ...current, manifest: { ...MANIFEST, deploymentId: "QmNext" } };
    const { json } = await post("/subgraphs/id/QmNext", REQUEST);
    pending = null;
    expect(json).toEqual(ANSWER);
  });
});

describe("too much at once", () => {
  it("answers some, lets some wait, refuses the rest, and recovers", async () => {
    const { mostRunning, release, slow } = slowDeployment();
    const subgraph = { name: "slow", current: () => slow, pending: () => null };
    const busy = await startServer({ ...options, subgraph, statusPort: null, limits: { requests: 5, running: 2 } });
    const ask = () => post(busy.url, REQUEST);
    const first = Array.from({ length: 5 }, ask);
    const metrics = async () => (await fetch(new URL("/metrics", busy.url))).text();
    while (!(await metrics()).includes("\ngraphql_requests_in_flight 5\n"));
    const refused = await ask();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await metrics()).toContain("\ngraphql_queries_refused_total 1\n");
    release();
    expect((await Promise.all(first)).map(({ status: code }) => code)).toEqual([200, 200, 200, 200, 200]);
    expect(mostRunning()).toBe(2);
    while (!(await metrics()).includes("\ngraphql_requests_in_flight 0\n"));
    expect((await ask()).status).toBe(200);
    await busy.close();
  });

  it("refuses bodies beyond its memory", async () => {
    const small = await startServer({ ...options, statusPort: null, limits: { bytes: 100 } });
    const { status: code } = await post(small.url, { query: `{ bands { id } } # ${"x".repeat(100)}` });
    expect(code).toBe(503);
    expect((await post(small.url, { query: "{ __typename }" })).status).toBe(200);
    await small.close();
  });
});

describe("indexing status API", () => {
  const ask = (query: string, path = server.statusUrl) => post(path, { query }).then(({ json }) => json);

  it("is on a port of its own and on the main one", async () => {
    expect(server.statusUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    const query = `{ indexingStatusForCurrentVersion(subgraphName: "music/live") { subgraph } }`;
    const expected = { data: { indexingStatusForCurrentVersion: { subgraph: "QmTest" } } };
    expect(await ask(query)).toEqual(expected);
    expect(await ask(query, "/index-node/graphql")).toEqual(expected);
  });

  it("tells how a deployment is", async () => {
    const query = `{ indexingStatuses(subgraphs: ["QmTest", "QmOther"]) {
      subgraph synced health fatalError { message } nonFatalErrors { message } entityCount node paused historyBlocks
      chains { __typename network chainHeadBlock { number hash } earliestBlock { number hash } latestBlock { number hash }
        lastHealthyBlock { number } ... on EthereumIndexingStatus { network } }
    } }`;
    expect(await ask(query)).toEqual({
      data: {
        indexingStatuses: [
          {
            subgraph: "QmTest",
            synced: true,
            health: "healthy",
            fatalError: null,
            nonFatalErrors: [],
            entityCount: expect.stringMatching(/^[1-9]\d*$/),
            node: "default",
            paused: false,
            historyBlocks: 2_147_483_647,
            chains: [
              {
                __typename: "EthereumIndexingStatus",
                network: "mainnet",
                chainHeadBlock: { number: "5", hash: testBlock(5).hash },
                earliestBlock: { number: "0", hash: "0x0" },
                latestBlock: { number: "2", hash: testBlock(2).hash },
                lastHealthyBlock: null,
              },
            ],
          },
        ],
      },
    });
  });

  it("tells a failure", async () => {
    status = {
      ...SYNCED,
      status: "failed",
      fatalError: { message: "boom", block: testBlock(3), handler: "handleIt" },
    };
    const query = `{ indexingStatusesForSubgraphName(subgraphName: "music/live") {
      health synced fatalError { message handler deterministic block { number } } chains { lastHealthyBlock { number } } } }`;
    const answer = await ask(query);
    status = SYNCED;
    expect(answer).toEqual({
      data: {
        indexingStatusesForSubgraphName: [
          {
            health: "failed",
            synced: true,
            fatalError: { message: "boom", handler: "handleIt", deterministic: true, block: { number: "3" } },
            chains: [{ lastHealthyBlock: { number: "2" } }],
          },
        ],
      },
    });
  });

  it("tells failures that were tolerated", async () => {
    const error = { message: "boom", block: testBlock(1), handler: "handleIt" };
    const before = current as ServedDeployment;
    current = { ...before, nonFatalErrors: async (limit) => (limit === 1000 ? [error] : []) };
    status = { ...SYNCED, nonFatalError: error };
    const answer = await ask(
      `{ indexingStatuses { health fatalError { message } nonFatalErrors { message handler block { number } } } }`,
    );
    current = before;
    status = SYNCED;
    const tolerated = { message: "boom", handler: "handleIt", block: { number: "1" } };
    expect(answer).toEqual({
      data: { indexingStatuses: [{ health: "unhealthy", fatalError: null, nonFatalErrors: [tolerated] }] },
    });
  });

  it("tells current and pending builds apart, and knows no other names", async () => {
    const query = `{
      current: indexingStatusForCurrentVersion(subgraphName: "music/live") { subgraph }
      pending: indexingStatusForPendingVersion(subgraphName: "music/live") { subgraph }
      other: indexingStatusForCurrentVersion(subgraphName: "other") { subgraph }
      others: indexingStatusesForSubgraphName(subgraphName: "other") { subgraph }
    }`;
    expect(await ask(query)).toEqual({
      data: { current: { subgraph: "QmTest" }, pending: null, other: null, others: [] },
    });
    pending = current === null ? null : { ...current, manifest: { ...MANIFEST, deploymentId: "QmNext" } };
    const answer = await ask(query);
    pending = null;
    expect(answer).toMatchObject({ data: { current: { subgraph: "QmTest" }, pending: { subgraph: "QmNext" } } });
  });

  it("knows blocks, versions and unknown deployments", async () => {
    const { hash } = testBlock(5);
    const query = `{
      hash: blockHashFromNumber(network: "mainnet", blockNumber: 5)
      none: blockHashFromNumber(network: "mainnet", blockNumber: 6)
      blockData(network: "mainnet", blockHash: "${hash}")
      version { version }
      apiVersions(subgraphId: "QmTest") { version }
    }`;
    expect(await ask(query)).toEqual({
      data: {
        hash,
        none: null,
        blockData: { hash, transactions: [] },
        version: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
        apiVersions: [{ version: "1.0.0" }, { version: "1.1.0" }],
      },
    });
    expect(await ask(`{ blockHashFromNumber(network: "other", blockNumber: 5) }`)).toMatchObject({
      errors: [{ message: "network `other` is not indexed here, only mainnet" }],
    });
    expect(await ask(`{ apiVersions(subgraphId: "QmOther") { version } }`)).toMatchObject({
      errors: [{ message: "deployment `QmOther` does not exist" }],
    });
  });
});

describe("beside GraphQL", () => {
  it("tells its health, and 503 once indexing has failed or the chain is out of reach", async () => {
    const health = async () => {
      const response = await fetch(`${origin()}/health`);
      return [response.status, await response.json()];
    };
    expect(await health()).toEqual([
      200,
      {
        name: "music/live",
        status: "synced",
        deployment: "QmTest",
        head: testBlock(2),
        chainHead: testBlock(5),
        behind: 3,
        startBlock: 0,
        fatalError: null,
        problem: null,
      },
    ]);
    status = { ...SYNCED, problem: "no answer", problemSince: Date.now() - 1000 };
    expect(await health()).toMatchObject([200, { problem: "no answer" }]);
    status = { ...SYNCED, problem: "no answer", problemSince: Date.now() - 100_000 };
    expect(await health()).toMatchObject([503, { problem: "no answer" }]);
    status = {
      ...SYNCED,
      status: "failed",
      chainHead: null,
      fatalError: { message: "boom", block: null, handler: null },
    };
    expect(await health()).toMatchObject([503, { behind: null, fatalError: { message: "boom" } }]);
    expect((await fetch(`${origin()}/ready`)).status).toBe(503);
    status = SYNCED;
    expect((await fetch(`${origin()}/ready`)).status).toBe(200);
  });

  it("gives metrics, its own among them", async () => {
    const read = async () => (await fetch(`${origin()}/metrics`)).text();
    const count = (text: string) => Number(/^graphql_query_duration_seconds_count (\d+)$/m.exec(text)?.[1]);
    const before = count(await read());
    await post("/subgraphs/id/QmTest", { query: "{ bands { id } }" });
    const text = await read();
    expect(text).toContain("# TYPE indexer_head_block gauge\nindexer_head_block 2\n");
    expect(count(text)).toBe(before + 1);
    expect(text).toContain(`graphql_query_duration_seconds_bucket{le="+Inf"} ${before + 1}\n`);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it("says where the subgraph is", async () => {
    expect(await (await fetch(origin())).json()).toMatchObject({
      message: expect.stringContaining("/subgraphs/name/<NAME>"),
    });
    const response = await fetch(`${origin()}/nope`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { message: "Not found", error: "Nothing is at `/nope`; the subgraph is at /subgraphs/name/music/live" },
    ]);
  });
});

describe("starting and stopping", () => {
  it("listens on loopback only", async () => {
    await expect(startServer({ ...options, host: "0.0.0.0" })).rejects.toThrow(
      "cannot listen on 0.0.0.0: use 127.0.0.1",
    );
  });

  it("names a port that is taken, and gives back the other", async () => {
    await expect(startServer({ ...options, port: server.port })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${server.port}: the port is in use`,
    );
    await expect(startServer({ ...options, statusPort: server.port })).rejects.toThrow("the port is in use");
  });

  it("lets answers under way end, and ends connections that are kept alive", async () => {
    const { release, slow, started } = slowDeployment();
    const subgraph = { name: "slow", current: () => slow, pending: () => null };
    const other = await startServer({ ...options, subgraph, statusPort: null });
    const agent = new Agent({ keepAlive: true });
    const closed = new Promise<void>((resolve) => {
      agent.on("free", (socket) => socket.once("close", () => resolve()));
    });
    await new Promise<void>((resolve, reject) => {
      get(`http://127.0.0.1:${other.port}/health`, { agent }, (response) => response.resume().on("end", resolve)).on(
        "error",
        reject,
      );
    });
    const underWay = post(other.url, REQUEST);
    await started;
    const closing = other.close();
    release();
    expect((await underWay).json).toEqual({ data: {} });
    await closing;
    await closed;
    await expect(fetch(other.url)).rejects.toThrow();
    agent.destroy();
  });
});
