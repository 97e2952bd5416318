import { Agent, get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMusicStore } from "../graphql/music.fixture.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { testBlock } from "../store/store.fixture.ts";
import type { IndexerStatus } from "./indexer-status.ts";
import { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";

let options: ServerOptions;
let store: QueryableStore;
let server: RunningServer;
let status: IndexerStatus = { status: "synced", head: testBlock(2), chainHead: testBlock(5), fatalError: null };

beforeAll(async () => {
  const opened = await openMusicStore("String");
  store = opened.store;
  options = {
    name: "music/live",
    deploymentId: "QmTest",
    store,
    model: opened.model,
    port: 0,
    host: "127.0.0.1",
    status: () => status,
    metrics: () => [{ name: "indexer_head_block", help: "Head", type: "gauge", value: 2 }],
  };
  server = await startServer(options);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const origin = (): string => `http://127.0.0.1:${server.port}`;

async function post(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${origin()}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

describe("GraphQL over HTTP", () => {
  const query = "query($id: ID!) { band(id: $id) { name } }";
  const answer = { status: 200, json: { data: { band: { name: "The Musicians" } } } };

  it.each(["/subgraphs/name/music/live", "/subgraphs/id/QmTest", "/subgraphs/name/music/live/"])(
    "answers at %s",
    async (path) => {
      expect(await post(path, { query, variables: { id: "b1" } })).toEqual(answer);
    },
  );

  it("answers GET", async () => {
    const parameters = new URLSearchParams({ query, variables: '{"id":"b1"}' });
    const response = await fetch(`${server.url}?${parameters}`);
    expect({ status: response.status, json: await response.json() }).toEqual(answer);
  });

  it.each(["application/json", "application/graphql-response+json", "*/*"])(
    "answers mistakes with 200 (%s)",
    async (accept) => {
      expect(await post("/subgraphs/id/QmTest", { query: "{ nope }" }, { accept })).toEqual({
        status: 200,
        json: { errors: [{ message: "Type `Query` has no field `nope`", locations: [{ line: 1, column: 3 }] }] },
      });
    },
  );

  it("answers a syntax error with its place", async () => {
    const { status: code, json } = await post("/subgraphs/id/QmTest", { query: "{ bands {" });
    expect(code).toBe(200);
    expect(json).toMatchObject({
      errors: [{ message: expect.stringContaining("Syntax Error"), locations: [{ line: 1, column: 10 }] }],
    });
  });

  it.each([
    ["broken JSON", "{", "POST body sent invalid JSON."],
    ["no query", {}, "Must provide query string."],
    ["a query that is no text", { query: 5 }, "param to be a string, but given number"],
  ])("refuses %s with 400", async (_, body, message) => {
    const { status: code, json } = await post("/subgraphs/id/QmTest", body, {
      accept: "application/graphql-response+json",
    });
    expect(code).toBe(400);
    expect(JSON.stringify(json)).toContain(message);
  });

  it.each([2_000, 50_000])("survives %i levels", async (depth) => {
    const { json } = await post("/subgraphs/id/QmTest", { query: "{ bands ".repeat(depth) + " }".repeat(depth) });
    expect(json).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect(await post("/subgraphs/id/QmTest", { query, variables: { id: "b1" } })).toEqual(answer);
  });

  it("refuses a huge body with 413", async () => {
    const { status: code } = await post("/subgraphs/id/QmTest", {
      query: `{ bands { id } } #${"x".repeat(1_000_000)}`,
    });
    expect(code).toBe(413);
  });

  it("lets pages of any origin ask, without credentials", async () => {
    const response = await fetch(server.url, {
      method: "OPTIONS",
      headers: {
        origin: "http://127.0.0.1:5173",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("http://127.0.0.1:5173");
    expect(response.headers.get("access-control-allow-headers")).toBe("content-type");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("shows GraphiQL to browsers, with nothing loaded from elsewhere", async () => {
    const response = await fetch(server.url, { headers: { accept: "text/html" } });
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("GraphiQL");
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)=["']?(?:https?:)?\/\//);
  });
});

describe("beside GraphQL", () => {
  it("tells its health, and 503 once indexing has failed", async () => {
    const healthy = await fetch(`${origin()}/health`);
    expect([healthy.status, await healthy.json()]).toEqual([
      200,
      { status: "synced", head: testBlock(2), chainHead: testBlock(5), behind: 3, fatalError: null },
    ]);
    status = {
      status: "failed",
      head: testBlock(2),
      chainHead: null,
      fatalError: { message: "boom", block: null, handler: null },
    };
    const failed = await fetch(`${origin()}/health`);
    expect([failed.status, await failed.json()]).toMatchObject([
      503,
      { behind: null, fatalError: { message: "boom" } },
    ]);
  });

  it("gives metrics, its own counts among them", async () => {
    const before = Number(
      /^graphql_queries_total (\d+)$/m.exec(await (await fetch(`${origin()}/metrics`)).text())?.[1],
    );
    await post("/subgraphs/id/QmTest", { query: "{ bands { id } }" });
    const text = await (await fetch(`${origin()}/metrics`)).text();
    expect(text).toContain("# TYPE indexer_head_block gauge\nindexer_head_block 2\n");
    expect(text).toContain(`\ngraphql_queries_total ${before + 1}\n`);
  });

  it.each([
    ["/nope", "Nothing is at `/nope`; the subgraph is at /subgraphs/name/music/live"],
    ["/subgraphs/name/other", "deployment `other` does not exist; the subgraph is at /subgraphs/name/music/live"],
  ])("answers 404 at %s", async (path, error) => {
    const response = await fetch(`${origin()}${path}`);
    expect([response.status, await response.json()]).toEqual([404, { error }]);
  });
});

describe("starting and stopping", () => {
  it("listens on loopback only", async () => {
    await expect(startServer({ ...options, host: "0.0.0.0" })).rejects.toThrow(
      "cannot listen on 0.0.0.0: use 127.0.0.1",
    );
  });

  it("names a port that is taken", async () => {
    await expect(startServer({ ...options, port: server.port })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${server.port}: the port is in use`,
    );
  });

  it("ends connections that are kept alive", async () => {
    const other = await startServer(options);
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
    await other.close();
    await closed;
    await expect(fetch(other.url)).rejects.toThrow();
    agent.destroy();
  });
});
