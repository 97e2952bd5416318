import { equityRegistryAbi, personalTokenAbi } from "@weft/abis";
import {
  devAccount,
  distribute,
  harvest,
  launch,
  playStory,
  realize,
  settle,
  TRIO_STORY,
  transfer,
} from "@weft/devnet";
import { type Address, encodeFunctionData, pad, parseEther, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectFlowAddsUp } from "./support/expect-flow-adds-up.ts";
import { expectFlowEqualsReplay } from "./support/expect-flow-equals-replay.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { launchForAll, type ManyCall, SHARES, sendMany } from "./support/send-many.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

const ONE = parseEther("1");

describe("connected profit", () => {
  let world: IndexedChain;
  /** Last block that was looked at. */
  let seen: number;
  beforeAll(async () => {
    world = await startIndexedChain();
    seen = world.session.deployment.block;
  });
  afterAll(() => world.close());

  /** Income of a token in wei, by `<way> of <origin>`, with the names that are given. */
  async function incomeOf(token: Address, names: Record<string, Address>): Promise<Record<string, bigint>> {
    await world.catchUp();
    const nameOf = (id: string) => Object.entries(names).find(([, address]) => address.toLowerCase() === id)?.[0] ?? id;
    const { connectedProfits } = await query<{
      connectedProfits: { via: { id: string }; origin: { id: string } | null; amount: string }[];
    }>(
      world.indexer,
      `{ connectedProfits(first: 1000, where: { token: "${token.toLowerCase()}" }) { via { id } origin { id } amount } }`,
    );
    return Object.fromEntries(
      connectedProfits.map(({ via, origin, amount }) => [
        `${nameOf(via.id)} of ${origin === null ? "nobody" : nameOf(origin.id)}`,
        BigInt(amount),
      ]),
    );
  }

  /** Expects what happened since the last time to add up, and to be what following each event by hand makes of it. */
  async function expectEverything(): Promise<void> {
    const head = await world.catchUp();
    await expectFlowAddsUp(world, seen, head);
    seen = head;
    await expectFlowEqualsReplay(world, head);
  }

  test("the worked example: 90 that Ada realizes, around the circle of TRIO and CLEO", async () => {
    const stage = await playStory(world.session, TRIO_STORY);
    const [ada, ben, cleo, trio] = ["ada", "ben", "cleo", "trio"].map((key) => stage.token(key)) as [
      Address,
      Address,
      Address,
      Address,
    ];
    const from = stage.wallet("ada");
    await realize(world.session, { from, token: ada, amount: 90n * ONE, evidence: "a boat" });
    const circle = [
      { holder: cleo, source: trio, repeats: 60n },
      { holder: trio, source: cleo, repeats: 60n },
    ];
    const hops = [{ holder: trio, source: ada, repeats: 1n }, ...circle];
    await settle(world.session, { from, hops, claims: [ada, ben, cleo, trio] });

    const names = { ada, ben, cleo, trio };
    expect(await incomeOf(ada, names)).toEqual({ "ada of ada": 90n * ONE });
    expect(await incomeOf(ben, names)).toEqual({});
    const intoTrio = await incomeOf(trio, names);
    const intoCleo = await incomeOf(cleo, names);
    expect(Object.keys(intoTrio).sort()).toEqual(["ada of ada", "cleo of ada"]);
    expect(Object.keys(intoCleo)).toEqual(["trio of ada"]);
    // 18, 1 2/7 and 6 3/7, less than a wei a turn short of it.
    const exact = { "ada of ada": 18n * ONE, "cleo of ada": (9n * ONE) / 7n, "trio of ada": (45n * ONE) / 7n };
    for (const [way, amount] of Object.entries({ ...intoTrio, ...intoCleo })) {
      const short = exact[way as keyof typeof exact] - amount;
      expect(short, way).toBeGreaterThanOrEqual(0n);
      expect(short, way).toBeLessThan(60n);
    }
    await expectEverything();
  });

  test("a harvest is made of what accrued while the shares were held, gifts and streams included", async () => {
    const { session } = world;
    const [mara, nils, other] = [devAccount(3), devAccount(4), devAccount(5)];
    const launched = (from: Address, symbol: string) => launch(session, { from, name: symbol, symbol, shares: SHARES });
    const [m, n, o] = [await launched(mara, "M"), await launched(nils, "N"), await launched(other, "O")];
    const names = { m, n, o };
    const allow = (account: Address, address: Address, args: readonly [Address]) =>
      send(session, { account, address, abi: personalTokenAbi, functionName: "allowDeposit", args });
    await allow(nils, n, [m]);
    await allow(other, o, [n]);

    await realize(session, { from: mara, token: m, amount: 100n, evidence: "before N holds any" });
    await transfer(session, { from: mara, token: m, to: n, amount: SHARES / 2n });
    await realize(session, { from: mara, token: m, amount: 300n, evidence: "half is N's" });
    await distribute(session, { from: other, token: m, amount: 100n, note: "half is N's" });
    await transfer(session, { from: nils, token: n, to: o, amount: SHARES / 4n });
    await harvest(session, { from: other, holder: n, source: m });
    await realize(session, { from: nils, token: n, amount: 40n, evidence: "a quarter is O's" });
    await harvest(session, { from: other, holder: o, source: n });
    // Of 37 1/2 and 12 1/2, what rounding leaves over goes to the larger.
    expect(await incomeOf(n, names)).toEqual({ "m of m": 150n, "m of nobody": 50n, "n of n": 40n });
    expect(await incomeOf(o, names)).toEqual({ "n of m": 38n, "n of nobody": 12n, "n of n": 10n });

    // What streams is connected as it accrues.
    await realize(session, { from: mara, token: m, amount: 1_000n, duration: 100n, evidence: "a stream" });
    await session.client.increaseTime({ seconds: 200 });
    await session.client.mine({ blocks: 1 });
    expect(await incomeOf(m, names)).toEqual({ "m of m": 400n, "m of nobody": 100n });
    await harvest(session, { from: other, holder: n, source: m });
    expect(await incomeOf(m, names)).toEqual({ "m of m": 1_400n, "m of nobody": 100n });
    expect(await incomeOf(n, names)).toEqual({ "m of m": 650n, "m of nobody": 50n, "n of n": 40n });
    await expectEverything();
  });

  test("what shares earned before they were a treasury's has no origin", async () => {
    const { session } = world;
    const [giver, person] = [devAccount(6), devAccount(7)];
    const token = await launch(session, { from: giver, name: "Giver", symbol: "GIVER", shares: SHARES });
    const future = await session.client.readContract({
      address: session.deployment.registry,
      abi: equityRegistryAbi,
      functionName: "predictToken",
      args: [person, 1, 0n],
    });
    await transfer(session, { from: giver, token, to: future, amount: SHARES / 2n });
    await realize(session, { from: giver, token, amount: 1_000n, evidence: "while it was nobody" });
    await launch(session, { from: person, name: "Person", symbol: "PERSON", shares: SHARES });
    await harvest(session, { from: giver, holder: future, source: token });
    await realize(session, { from: giver, token, amount: 600n, evidence: "not reclassified yet" });
    await send(session, {
      account: giver,
      address: token,
      abi: personalTokenAbi,
      functionName: "reclassify",
      args: [future],
    });
    await realize(session, { from: giver, token, amount: 200n, evidence: "as a treasury" });
    await harvest(session, { from: giver, holder: future, source: token });
    const names = { giver: token, future };
    expect(await incomeOf(future, names)).toEqual({ "giver of nobody": 800n, "giver of giver": 100n });
    await expectEverything();
  });

  test("a token tells 255 origins apart; gains of others have none", { timeout: 240_000 }, async () => {
    const { session } = world;
    const people = Array.from({ length: 257 }, (_, index) => pad(toHex(0xabc000 + index), { size: 20 }));
    const [hubPerson, end] = [devAccount(8), devAccount(9)];
    const hub = await launch(session, { from: hubPerson, name: "Hub", symbol: "HUB", shares: SHARES });
    const last = await launch(session, { from: end, name: "End", symbol: "END", shares: SHARES });
    const tokens = await launchForAll(session, people);
    const calls = (of: (token: Address, index: number) => Omit<ManyCall, "to">) =>
      tokens.map((token, index) => ({ to: token, ...of(token, index) }));
    const person = (functionName: string, args: readonly unknown[]) =>
      encodeFunctionData({ abi: personalTokenAbi, functionName, args } as never);
    const allow = (from: Address, token: Address) => ({ from, data: person("allowDeposit", [token]) });
    await sendMany(session, [
      ...tokens.map((token) => ({ to: hub, ...allow(hubPerson, token) })),
      { to: last, ...allow(end, hub) },
      { from: hubPerson, to: hub, data: person("transfer", [last, SHARES / 2n]) },
    ]);
    await sendMany(
      session,
      calls((_, index) => ({ from: people[index] as Address, data: person("transfer", [hub, SHARES / 2n]) })),
    );
    await sendMany(
      session,
      calls((_, index) => ({ from: people[index] as Address, data: person("realize", [8n, 0n, ""]), value: 8n })),
    );
    await sendMany(
      session,
      tokens.map((token) => ({ from: end, to: hub, data: person("harvest", [token]) })),
    );
    seen = await world.catchUp();
    await harvest(session, { from: end, holder: last, source: hub });
    await expectEverything();

    const names = { hub };
    const [intoHub, intoLast] = [await incomeOf(hub, names), await incomeOf(last, names)];
    const ofNobody = (income: Record<string, bigint>) =>
      Object.entries(income).filter(([way]) => way.endsWith("nobody"));
    expect(Object.keys(intoHub)).toHaveLength(257);
    expect(Object.values(intoHub)).toEqual(Array.from({ length: 257 }, () => 4n));
    expect(ofNobody(intoHub)).toHaveLength(3);
    expect(Object.keys(intoLast)).toHaveLength(255);
    expect(ofNobody(intoLast)).toEqual([["hub of nobody", 6n]]);
  });
});
