import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changesAt, removeEntity, testBlock } from "../../store/store.fixture.ts";
import { openTestServer, type TestServer } from "../server.fixture.ts";
import { type RunningServer, startServer } from "../start-server.ts";

const NAMES = { query: "{ bands(orderBy: id) { name } }" };
const ONE = { query: "query($id: ID!) { band(id: $id) { name } }" };

let served: TestServer;
let server: RunningServer;
/** Queries that were really asked. */
let asked: number;
/** Called before a query is asked. */
let before: () => Promise<void>;

async function serve(keptBytes: number): Promise<void> {
  const { current } = served.state;
  if (current === null) throw new Error("the fixture serves nothing");
  const { engine } = current;
  const execute: typeof engine.execute = async (...request) => {
    asked++;
    await before();
    return engine.execute(...request);
  };
  const counted = { ...current, engine: { ...engine, execute } };
  const subgraph = { name: "kept", current: () => counted, pending: () => null };
  server = await startServer({ ...served.options, subgraph, statusPort: null, keptBytes });
}

const ask = async (body: object) => (await served.post(server.url, body)).json;

/** Commits a block without the first band. */
async function removeBand(): Promise<void> {
  const next = testBlock(3);
  await served.store.commit([changesAt(next, [removeEntity("Band", "b1")])], next);
}

beforeAll(async () => {
  served = await openTestServer();
});
afterAll(() => served.close());
beforeEach(() => {
  asked = 0;
  before = async () => undefined;
});
afterEach(async () => {
  await server.close();
  await served.store.revertTo(await served.store.blockAt(2));
});

describe("answers that are kept", () => {
  beforeEach(() => serve(1_000_000));

  it("serve the same request again, and no other", async () => {
    const first = await ask({ ...ONE, variables: { id: "b1" } });
    expect(await ask({ ...ONE, variables: { id: "b1" } })).toEqual(first);
    expect(asked).toBe(1);
    expect(await ask({ ...ONE, variables: { id: "b2" } })).not.toEqual(first);
    expect(asked).toBe(2);
    const metrics = await (await fetch(new URL("/metrics", server.url))).text();
    expect(metrics).toContain("\ngraphql_queries_kept_total 1\n");
  });

  it("are gone with a commit, and with what undoes it", async () => {
    const first = await ask(NAMES);
    await removeBand();
    expect(await ask(NAMES)).not.toEqual(first);
    await served.store.revertTo(await served.store.blockAt(2));
    expect(await ask(NAMES)).toEqual(first);
    expect(asked).toBe(3);
  });

  it("are not those that were made while something changed", async () => {
    before = removeBand;
    await ask(NAMES);
    before = async () => undefined;
    await ask(NAMES);
    expect(asked).toBe(2);
  });

  it("are not those with errors", async () => {
    for (let time = 0; time < 2; time++) expect(await ask({ query: "{ nobody }" })).toHaveProperty("errors");
    expect(asked).toBe(2);
  });

  it("serve those who ask while they are being made", async () => {
    let release = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      before = () => {
        resolve();
        return new Promise((go) => {
          release = go;
        });
      };
    });
    const first = ask(NAMES);
    await started;
    const second = ask(NAMES);
    // The second has come in when the server has two under way.
    const metrics = async () => (await fetch(new URL("/metrics", server.url))).text();
    while (!(await metrics()).includes("\ngraphql_requests_in_flight 2\n"));
    release();
    expect(await second).toEqual(await first);
    expect(asked).toBe(1);
  });
});

describe("room for answers", () => {
  it("is taken from the oldest", async () => {
    await serve(2500);
    const at = (id: string) => ask({ ...ONE, variables: { id } });
    for (const id of ["b1", "b2", "b1", "b3", "x4", "x5"]) await at(id);
    expect(asked).toBe(5);
    await at("x5");
    expect(asked).toBe(5);
    await at("b1");
    expect(asked).toBe(6);
  });

  it("can be none", async () => {
    await serve(0);
    for (let time = 0; time < 2; time++) await ask(NAMES);
    expect(asked).toBe(2);
  });
});
