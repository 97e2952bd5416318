import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  AbortedError,
  accrue,
  buildGraph,
  circlesOf,
  closedSets,
  columnsOf,
  connectedProfitOfPerson,
  createOwnershipClient,
  flowOf,
  HoldingsExceedSupplyError,
  type LookThroughColumn,
  lookThroughMatrix,
  lookThroughOfAccount,
  lookThroughOfToken,
  NotAnAccountError,
  NotLoadedError,
  type OwnershipClient,
  type OwnershipState,
  planSettlement,
  UnknownTokenError,
  valuesOf,
  WorkerGoneError,
  whatIfRealize,
  whatIfSale,
} from "../index.ts";
import { arbitraryState } from "../testing/arbitrary-state.ts";
import { TRIO } from "../testing/trio.ts";

const GAIN = 90n * 10n ** 18n;

const open: OwnershipClient[] = [];

function createClient(script = new URL("./node-worker.ts", import.meta.url)): OwnershipClient {
  const client = createOwnershipClient(new Worker(script));
  open.push(client);
  return client;
}

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

/** TRIO with other names. */
function renamed(suffix: string): OwnershipState {
  return {
    tokens: TRIO.tokens.map((token) => ({ ...token, id: token.id + suffix })),
    holdings: TRIO.holdings.map((holding) => ({
      ...holding,
      token: holding.token + suffix,
      holder: holding.holder + suffix,
    })),
  };
}

describe("a client", () => {
  it("is answered what the functions return, for state after state", async () => {
    const client = createClient();
    const check = async (state: OwnershipState): Promise<void> => {
      const graph = buildGraph(state);
      await client.load(state);
      const gains = new Map(state.tokens.map(({ id }, index) => [id, BigInt(index) * GAIN]));
      const asked = await Promise.all([
        client.flowOf(gains),
        client.circlesOf(),
        client.closedSets(),
        client.valuesOf(new Map([["0xt0", 5]])),
        client.connectedProfitOfPerson("0xt0", "0xa0", GAIN),
        ...state.tokens.map(({ id }) => client.lookThroughOfToken(id)),
        ...graph.accounts.map((account) => client.lookThroughOfAccount(account)),
      ]);
      expect(asked).toEqual([
        flowOf(graph, gains),
        circlesOf(graph),
        closedSets(graph),
        valuesOf(graph, new Map([["0xt0", 5]])),
        connectedProfitOfPerson(graph, "0xt0", "0xa0", GAIN),
        ...state.tokens.map(({ id }) => lookThroughOfToken(graph, id)),
        ...graph.accounts.map((account) => lookThroughOfAccount(graph, account)),
      ]);
      const columns: LookThroughColumn[] = [];
      for await (const column of client.lookThroughMatrix()) columns.push(column);
      expect(columns).toEqual(Array.from(lookThroughMatrix(graph)));
    };
    await fc.assert(fc.asyncProperty(arbitraryState(), check), { numRuns: 20 });
  });

  it("has plans and what-ifs of the state, streams and all", async () => {
    const client = createClient();
    const state = {
      ...TRIO,
      tokens: TRIO.tokens.map((token) =>
        token.id === "0xada" ? { ...token, incomePerShare: accrue(0n, GAIN, token.eligibleSupply) } : token,
      ),
    };
    const options = { costPerHop: 10n ** 12n, costPerClaim: 10n ** 12n };
    await client.load(state);
    expect(await client.planSettlement("ben", options)).toEqual(planSettlement(state, "ben", options));
    const gain = { token: "0xben", amount: GAIN };
    expect(await client.whatIfRealize(gain)).toEqual(whatIfRealize(state, gain));
  });

  it("tells what a sale to a newcomer leaves, with holders that nobody lists", async () => {
    const sale = { token: "0xada", from: "ada", to: "0xnew", amount: 5n * 10n ** 18n };
    const others = TRIO.holdings.filter(({ holder }) => holder !== "cleo");
    for (const holdings of [TRIO.holdings, others]) {
      const client = createClient();
      const state = { ...TRIO, holdings };
      await client.load(state);
      const answer = await client.whatIfSale(sale);
      expect(answer).toEqual(whatIfSale(state, sale));
      expect(answer.after.holdings.at(-1)).toMatchObject({ holder: "0xnew", balance: sale.amount });
    }
  });

  it("takes columns over without a copy, and gives unlisted holders their name", async () => {
    const client = createClient();
    const columns = columnsOf({ ...TRIO, holdings: TRIO.holdings.filter(({ holder }) => holder !== "cleo") });
    await client.load(columns);
    expect(columns.holdings.token).toHaveLength(0);
    const { shares } = await client.lookThroughOfToken("0xcleo");
    expect(shares.map(({ account }) => account)).toEqual(["unlisted", "ada", "ben"]);
  });

  it("names what was asked of one state by its names, though another was loaded meanwhile", async () => {
    const client = createClient();
    const first = client.load(renamed("-1"));
    const asked = [client.lookThroughOfToken("0xada-1"), client.lookThroughOfAccount("ada-1")] as const;
    const second = client.load(renamed("-2"));
    const later = client.lookThroughOfToken("0xada-2");
    await Promise.all([first, second]);
    expect((await asked[0]).shares.map(({ account }) => account)).toEqual(["ada-1", "ben-1", "cleo-1"]);
    expect((await asked[1]).map(({ token }) => token)).toEqual(["0xada-1", "0x7210-1", "0xcleo-1", "0xben-1"]);
    expect((await later).shares.map(({ account }) => account)).toEqual(["ada-2", "ben-2", "cleo-2"]);
    expect(client.names().tokens.map(({ id }) => id)).toContain("0xada-2");
  });

  it("meets the errors of the functions, and keeps the state it had", async () => {
    const client = createClient();
    await expect(client.lookThroughOfToken("0xada")).rejects.toThrow(NotLoadedError);
    await client.load(TRIO);
    await expect(client.lookThroughOfToken("0xdora")).rejects.toThrow(UnknownTokenError);
    await expect(client.lookThroughOfAccount("0xada")).rejects.toThrow(NotAnAccountError);
    await expect(client.lookThroughOfToken("0xdora")).rejects.toMatchObject({
      name: "UnknownTokenError",
      token: "0xdora",
      message: expect.stringContaining("lookThroughOfToken names the token 0xdora"),
    });
    const broken = { ...TRIO, holdings: TRIO.holdings.map((held) => ({ ...held, balance: held.balance * 2n })) };
    await expect(client.load(broken)).rejects.toThrow(HoldingsExceedSupplyError);
    expect((await client.lookThroughOfToken("0xada")).shares[0]).toMatchObject({ account: "ada" });
  });

  it("stops waiting when its signal says so, and goes on with other questions", async () => {
    const client = createClient();
    await client.load(TRIO);
    const controller = new AbortController();
    const stopped = client.flowOf(new Map([["0xada", GAIN]]), {}, { signal: controller.signal });
    const kept = client.flowOf(new Map([["0xada", GAIN]]));
    controller.abort();
    await expect(stopped).rejects.toThrow(AbortedError);
    await expect(client.circlesOf()).resolves.toHaveLength(1);
    await expect(client.circlesOf({ signal: controller.signal })).rejects.toThrow(AbortedError);
    const options = { costPerHop: 1n, costPerClaim: 1n, signal: controller.signal };
    await expect(client.planSettlement("ada", options)).rejects.toThrow(AbortedError);
    expect((await kept).received.size).toBe(3);
    await expect(client.load(TRIO, { signal: AbortSignal.abort() })).rejects.toThrow(AbortedError);
    const told: number[] = [];
    const walk = async (): Promise<void> => {
      const again = new AbortController();
      const onProgress = (done: number): void => {
        told.push(done);
        if (done === 2) again.abort();
      };
      for await (const { token } of client.lookThroughMatrix({ signal: again.signal, onProgress })) told.push(-token);
    };
    await expect(walk()).rejects.toThrow(AbortedError);
    expect(told).toEqual([-0, 1, -1, 2]);
  });

  it("says when the worker is gone", async () => {
    const closed = createClient();
    const waiting = closed.load(TRIO);
    closed.close();
    await expect(waiting).rejects.toThrow(WorkerGoneError);
    await expect(closed.circlesOf()).rejects.toThrowErrorMatchingInlineSnapshot(
      `[WorkerGoneError: The worker is gone: its client was closed. Create a new client and load the state again.]`,
    );
    const failing = createClient(new URL("data:text/javascript,throw new Error('no memory')"));
    await expect(failing.load(TRIO)).rejects.toThrow("it failed with no memory");
  });
});
