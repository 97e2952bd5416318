import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { musicBlock } from "../graphql/music.fixture.ts";
import { ANSWER, MANIFEST, openTestServer, REQUEST, sendRaw, type TestServer } from "./server.fixture.ts";

let served: TestServer;
beforeAll(async () => {
  served = await openTestServer();
});
afterAll(() => served.close());

describe("GraphQL over HTTP", () => {
  it.each(["/subgraphs/name/music/live", "/subgraphs/id/QmTest", "/subgraphs//name/music/live/"])(
    "answers at %s",
    async (path) => {
      const { headers, json, status: code } = await served.post(path, REQUEST);
      expect([code, json]).toEqual([200, ANSWER]);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-allow-methods")).toBe("GET, OPTIONS, POST");
      expect(headers.get("graph-attestable")).toBe("false");
      const { hash, number, timestamp } = musicBlock(2);
      expect(JSON.parse(headers.get("graph-indexed") ?? "")).toEqual({ hash, number, timestamp });
    },
  );

  it("answers a query by GET, which graph-node does not", async () => {
    const parameters = new URLSearchParams({ query: REQUEST.query, variables: '{"id":"b1"}' });
    const response = await fetch(`${served.server.url}?${parameters}`);
    expect([response.status, await response.json()]).toEqual([200, ANSWER]);
  });

  it("answers mistakes with 200", async () => {
    const { json, status: code } = await served.post("/subgraphs/id/QmTest", { query: "{ nope }" });
    expect([code, json]).toEqual([
      200,
      { errors: [{ message: "Type `Query` has no field `nope`", locations: [{ line: 1, column: 3 }] }] },
    ]);
  });

  it("answers a syntax error with its place", async () => {
    const { json, status: code } = await served.post("/subgraphs/id/QmTest", { query: "{ bands {" });
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
    const { json, status: code } = await served.post("/subgraphs/id/QmTest", body);
    expect([code, json]).toEqual([400, { error }]);
  });

  it("refuses broken JSON, no body and no content type with 400", async () => {
    const broken = await served.post("/subgraphs/id/QmTest", "{");
    expect([broken.status, JSON.stringify(broken.json)]).toEqual([400, expect.stringContaining("client error): ")]);
    const empty = await served.post("/subgraphs/id/QmTest", "");
    expect([empty.status, empty.json]).toEqual([400, { error: "Body is required" }]);
    const untyped = await sendRaw(
      served.server.port,
      "POST /subgraphs/id/QmTest HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
    );
    expect(untyped).toMatch(/^HTTP\/1\.1 400 [\s\S]*\{"error":"Content-Type header is required"\}/);
  });

  it("takes a body without announced length", async () => {
    const body = JSON.stringify(REQUEST);
    const answer = await sendRaw(
      served.server.port,
      "POST /subgraphs/id/QmTest HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n" +
        `transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    );
    expect(answer).toContain(JSON.stringify(ANSWER));
  });

  it.each([2_000, 50_000])("survives %i levels", async (depth) => {
    const { json } = await served.post("/subgraphs/id/QmTest", {
      query: "{ bands ".repeat(depth) + " }".repeat(depth),
    });
    expect(json).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect((await served.post("/subgraphs/id/QmTest", REQUEST)).json).toEqual(ANSWER);
  });

  it.each([
    ["announced", {}],
    ["sent in chunks", { chunked: true }],
  ])("refuses a huge body, %s, with 413", async (_, { chunked }: { chunked?: boolean }) => {
    const text = `{ bands { id } } #${"x".repeat(1_000_000)}`;
    const body = chunked === true ? new Blob([text]).stream() : text;
    const response = await fetch(served.server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it.each(["1.0.0", "^1.0", "1", ">=1.0.0, <2", "~1.1", "*"])("takes api-version %s", async (version) => {
    const { status: code } = await served.post(
      `/subgraphs/id/QmTest?api-version=${encodeURIComponent(version)}`,
      REQUEST,
    );
    expect(code).toBe(200);
  });

  it.each(["2.0.0", "<1", "=1.2.0", "new"])("refuses api-version %s", async (version) => {
    const { status: code } = await served.post(
      `/subgraphs/id/QmTest?api-version=${encodeURIComponent(version)}`,
      REQUEST,
    );
    expect(code).toBe(400);
  });

  it("says of a deployment that it does not have that it does not exist", async () => {
    for (const [path, asked] of [
      ["/subgraphs/name/other", "other"],
      ["/subgraphs/id/QmOther", "QmOther"],
    ]) {
      const { json, status: code } = await served.post(path ?? "", REQUEST);
      expect([code, json]).toEqual([200, { errors: [{ message: `deployment \`${asked}\` does not exist` }] }]);
    }
  });

  it("refuses malformed names", async () => {
    const { json, status: code } = await served.post("/subgraphs/name/-x", REQUEST);
    expect([code, json]).toEqual([400, { error: client("Invalid subgraph name `-x`") }]);
  });

  it("lets pages of any origin ask, without credentials", async () => {
    const response = await fetch(served.server.url, {
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
    const redirected = await fetch(served.server.url, { redirect: "manual" });
    expect([redirected.status, redirected.headers.get("location"), await redirected.text()]).toEqual([
      302,
      "/subgraphs/name/music/live/graphql",
      "Redirecting...",
    ]);
    const response = await fetch(`${served.server.url}/graphql`);
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("GraphiQL");
    expect(page).toContain('"endpoint":"/subgraphs/name/music/live"');
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)=["']?(?:https?:)?\/\//);
  });

  it("has no mutations, by GET either", async () => {
    const response = await fetch(`${served.server.url}?query=${encodeURIComponent("mutation { a }")}`);
    expect([response.status, await response.json()]).toEqual([400, { error: "Can't use mutations with GET method" }]);
  });

  it("answers nothing but GET, POST and OPTIONS", async () => {
    const response = await fetch(served.server.url, { method: "DELETE" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
  });

  it("asks for patience while the deployment is opened again", async () => {
    const before = served.state.current;
    served.state.current = null;
    const { headers, status: code } = await served.post("/subgraphs/name/music/live", REQUEST);
    served.state.current = before;
    expect([code, headers.get("retry-after")]).toEqual([503, "1"]);
  });

  it("answers queries to a build that is on its way under its id", async () => {
    expect((await served.post("/subgraphs/id/QmNext", REQUEST)).json).toEqual({
      errors: [{ message: "deployment `QmNext` does not exist" }],
    });
    const { current } = served.state;
    served.state.pending = current === null ? null : { ...current, manifest: { ...MANIFEST, deploymentId: "QmNext" } };
    const { json } = await served.post("/subgraphs/id/QmNext", REQUEST);
    served.state.pending = null;
    expect(json).toEqual(ANSWER);
  });
});
