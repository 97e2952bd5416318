import { Agent, get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedDeployment } from "./served-subgraph.ts";
import { openTestServer, REQUEST, slowDeployment, type TestServer } from "./server.fixture.ts";
import { startServer } from "./start-server.ts";

let served: TestServer;
beforeAll(async () => {
  served = await openTestServer();
});
afterAll(() => served.close());

describe("too much at once", () => {
  it("answers some, lets some wait, refuses the rest, and recovers", async () => {
    const { mostRunning, release, slow } = slowDeployment(served.state.current as ServedDeployment);
    const subgraph = { name: "slow", current: () => slow, pending: () => null };
    const busy = await startServer({
      ...served.options,
      subgraph,
      statusPort: null,
      limits: { requests: 5, running: 2 },
    });
    const ask = () => served.post(busy.url, REQUEST);
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
    const small = await startServer({ ...served.options, statusPort: null, limits: { bytes: 100 } });
    const { status: code } = await served.post(small.url, { query: `{ bands { id } } # ${"x".repeat(100)}` });
    expect(code).toBe(503);
    expect((await served.post(small.url, { query: "{ __typename }" })).status).toBe(200);
    await small.close();
  });
});

describe("starting and stopping", () => {
  it("listens on loopback only", async () => {
    await expect(startServer({ ...served.options, host: "0.0.0.0" })).rejects.toThrow(
      "cannot listen on 0.0.0.0: use 127.0.0.1",
    );
  });

  it("names a port that is taken, and gives back the other", async () => {
    await expect(startServer({ ...served.options, port: served.server.port })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${served.server.port}: the port is in use`,
    );
    await expect(startServer({ ...served.options, statusPort: served.server.port })).rejects.toThrow(
      "the port is in use",
    );
  });

  it("lets answers under way end, and ends connections that are kept alive", async () => {
    const { release, slow, started } = slowDeployment(served.state.current as ServedDeployment);
    const subgraph = { name: "slow", current: () => slow, pending: () => null };
    const other = await startServer({ ...served.options, subgraph, statusPort: null });
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
    const underWay = served.post(other.url, REQUEST);
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
