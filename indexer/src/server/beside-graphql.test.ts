import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testBlock } from "../store/store.fixture.ts";
import { openTestServer, SYNCED, type TestServer } from "./server.fixture.ts";

let served: TestServer;
beforeAll(async () => {
  served = await openTestServer();
});
afterAll(() => served.close());

describe("beside GraphQL", () => {
  it("tells its health, and 503 once indexing has failed or the chain is out of reach", async () => {
    const health = async () => {
      const response = await fetch(`${served.origin}/health`);
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
    served.state.status = { ...SYNCED, problem: "no answer", problemSince: Date.now() - 1000 };
    expect(await health()).toMatchObject([200, { problem: "no answer" }]);
    served.state.status = { ...SYNCED, problem: "no answer", problemSince: Date.now() - 100_000 };
    expect(await health()).toMatchObject([503, { problem: "no answer" }]);
    served.state.status = {
      ...SYNCED,
      status: "failed",
      chainHead: null,
      fatalError: { message: "boom", block: null, handler: null },
    };
    expect(await health()).toMatchObject([503, { behind: null, fatalError: { message: "boom" } }]);
    expect((await fetch(`${served.origin}/ready`)).status).toBe(503);
    served.state.status = SYNCED;
    expect((await fetch(`${served.origin}/ready`)).status).toBe(200);
  });

  it("gives metrics, its own among them", async () => {
    const read = async () => (await fetch(`${served.origin}/metrics`)).text();
    const count = (text: string) => Number(/^graphql_query_duration_seconds_count (\d+)$/m.exec(text)?.[1]);
    const before = count(await read());
    await served.post("/subgraphs/id/QmTest", { query: "{ bands { id } }" });
    const text = await read();
    expect(text).toContain("# TYPE indexer_head_block gauge\nindexer_head_block 2\n");
    expect(count(text)).toBe(before + 1);
    expect(text).toContain(`graphql_query_duration_seconds_bucket{le="+Inf"} ${before + 1}\n`);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it("says where the subgraph is", async () => {
    expect(await (await fetch(served.origin)).json()).toMatchObject({
      message: expect.stringContaining("/subgraphs/name/<NAME>"),
    });
    const response = await fetch(`${served.origin}/nope`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { message: "Not found", error: "Nothing is at `/nope`; the subgraph is at /subgraphs/name/music/live" },
    ]);
  });
});
