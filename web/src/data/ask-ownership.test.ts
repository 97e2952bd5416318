import { AbortedError, lookThroughOfToken, WorkerGoneError } from "@weft/ownership";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { realWorkers, useRealWorker } from "./testing/real-worker.ts";
import { ONE } from "./testing/sample-snapshot.ts";
import { tokens, trioSnapshot } from "./testing/trio.ts";

/** A page's worker lives as long as its module. */
const load = () => import("./ask-ownership.ts");

const founding = trioSnapshot({ cleoStaked: false });
const founded = trioSnapshot({ adaRealized: 90n * ONE });

beforeEach(() => {
  vi.resetModules();
  useRealWorker();
});
afterEach(() => vi.unstubAllGlobals());

describe("askOwnership", () => {
  it("answers each question about its own snapshot, asked at once or not", async () => {
    const { askOwnership } = await load();
    const ask = (snapshot: typeof founding) =>
      askOwnership(snapshot, (client, control) => client.lookThroughOfToken(tokens.ada, control));
    const answers = await Promise.all([founding, founded, founding, founding, founded].map(ask));
    const shares = answers.map((answer) => answer.shares);
    const [before, after] = [founding, founded].map(({ graph }) => lookThroughOfToken(graph, tokens.ada).shares);
    expect(shares).toEqual([before, after, before, before, after]);
    expect(realWorkers()).toBe(1);
  });

  it("answers all parts of a question about one snapshot", async () => {
    const { askOwnership } = await load();
    const twice = askOwnership(founding, async (client) => [await client.circlesOf(), await client.circlesOf()]);
    const other = askOwnership(founded, (client) => client.circlesOf());
    expect(await twice).toEqual([[], []]);
    expect(await other).toHaveLength(1);
  });

  it("stops with its signal, and answers the next", async () => {
    const { askOwnership } = await load();
    const stop = new AbortController();
    const stopped = askOwnership(founded, (client, control) => client.lookThroughOfToken(tokens.ada, control), {
      signal: stop.signal,
    });
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: AbortedError.name });
    expect(await askOwnership(founded, (client) => client.circlesOf())).toHaveLength(1);
  });

  it("starts another worker after one failed", async () => {
    const { askOwnership } = await load();
    const failed = askOwnership(founded, (client) => {
      client.close();
      return client.circlesOf();
    });
    await expect(failed).rejects.toMatchObject({ name: WorkerGoneError.name });
    expect(await askOwnership(founded, (client) => client.circlesOf())).toHaveLength(1);
    expect(realWorkers()).toBe(2);
  });

  it("takes the worker that was started ahead, and starts none ahead any more", async () => {
    const { askOwnership } = await load();
    const { startOwnershipThread } = await import("./ownership-thread.ts");
    startOwnershipThread();
    startOwnershipThread();
    expect(realWorkers()).toBe(1);
    expect(await askOwnership(founding, (client) => client.circlesOf())).toEqual([]);
    startOwnershipThread();
    expect(realWorkers()).toBe(1);
  });

  it("starts another where the one ahead could not load", async () => {
    const { askOwnership } = await load();
    const { startOwnershipThread } = await import("./ownership-thread.ts");
    const listeners: (() => void)[] = [];
    vi.stubGlobal(
      "Worker",
      class {
        addEventListener = (_: "error", listener: () => void) => listeners.push(listener);
      },
    );
    startOwnershipThread();
    for (const fail of listeners) fail();
    useRealWorker();
    expect(await askOwnership(founding, (client) => client.circlesOf())).toEqual([]);
    expect(realWorkers()).toBe(1);
  });
});
