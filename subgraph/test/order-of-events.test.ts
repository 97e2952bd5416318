import { equityRegistryAbi, personalTokenAbi } from "@weft/abis";
import { devAccount, form, launch, realize, stake, transfer } from "@weft/devnet";
import { type Address, encodeFunctionData, type Hex, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { query } from "./support/query.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

const PERSONAL = 1;
const NETWORK = 2;
const GAS = 3_000_000n;

describe("events in unusual order", () => {
  let world: IndexedChain;
  beforeAll(async () => {
    world = await startIndexedChain();
  });
  afterAll(() => world.close());

  const predict = (creator: Address, kind: number) =>
    world.session.client.readContract({
      address: world.session.deployment.registry,
      abi: equityRegistryAbi,
      functionName: "predictToken",
      args: [creator, kind, 0n],
    });

  async function classesOf(token: Address, holder: Address): Promise<unknown> {
    const { holding } = await query<{ holding: unknown }>(
      world.indexer,
      `{ holding(id: "${token.toLowerCase()}${holder.slice(2).toLowerCase()}") { class balance token { treasuryHeld } } }`,
    );
    return holding;
  }

  test("a token that is launched, passed on, and earns and pays in one block", async () => {
    const { client, deployment } = world.session;
    const [from, friend] = [devAccount(0), devAccount(1)];
    const token = await predict(from, PERSONAL);
    const call = (to: Address, data: Hex, value = 0n) =>
      client.sendTransaction({ account: from, to, data, value, gas: GAS });
    const tokenCall = (functionName: "transfer" | "realize" | "claim", args: readonly unknown[], value?: bigint) =>
      call(token, encodeFunctionData({ abi: personalTokenAbi, functionName, args } as never), value);

    await client.setAutomine(false);
    const args = ["All at once", "ONCE", parseEther("100"), "", true] as const;
    const hashes = [
      await call(deployment.registry, encodeFunctionData({ abi: equityRegistryAbi, functionName: "launch", args })),
      await tokenCall("transfer", [friend, parseEther("33")]),
      await tokenCall("realize", [1_000_003n, 0n, "first"], 1_000_003n),
      await tokenCall("claim", [friend]),
      await tokenCall("transfer", [friend, parseEther("1")]),
      await tokenCall("realize", [7n, 0n, "second"], 7n),
    ];
    await client.mine({ blocks: 1 });
    await client.setAutomine(true);

    const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })));
    expect(receipts.map(({ status }) => status)).toEqual(hashes.map(() => "success"));
    expect(new Set(receipts.map(({ blockNumber }) => blockNumber)).size).toBe(1);
    await expectIndexEqualsChain(world, await world.catchUp());
    const { realizations } = await query<{ realizations: unknown[] }>(
      world.indexer,
      `{ realizations(where: { token: "${token.toLowerCase()}" }, orderBy: number) { number evidence amount } }`,
    );
    expect(realizations).toEqual([
      { number: "0", evidence: "first", amount: "1000003" },
      { number: "1", evidence: "second", amount: "7" },
    ]);
  });

  test("shares that reach a network's address before it exists become its treasury with its first stake", async () => {
    const { session } = world;
    const founder = devAccount(2);
    const token = await launch(session, { from: founder, name: "Early", symbol: "EARLY", shares: parseEther("100") });
    const network = await predict(founder, NETWORK);
    await transfer(session, { from: founder, token, to: network, amount: parseEther("5") });
    await realize(session, { from: founder, token, amount: 1_000n, evidence: "while it was a wallet" });
    await expectIndexEqualsChain(world, await world.catchUp());
    expect(await classesOf(token, network)).toMatchObject({ class: "WALLET", token: { treasuryHeld: "0" } });

    const { timestamp } = await session.client.getBlock();
    const founders = [{ account: founder, member: token, stake: parseEther("10"), rate: parseEther("1") }];
    const { network: formed } = await form(session, {
      from: founder,
      name: "Later",
      symbol: "LATER",
      founders,
      foundingEnds: timestamp + 86_400n,
    });
    expect(formed.toLowerCase()).toBe(network.toLowerCase());
    await expectIndexEqualsChain(world, await world.catchUp());
    await stake(session, { from: founder, network, termsId: 0n });
    await expectIndexEqualsChain(world, await world.catchUp());
    const fifteen = String(parseEther("15"));
    expect(await classesOf(token, network)).toEqual({
      class: "TREASURY",
      balance: fifteen,
      token: { treasuryHeld: fifteen },
    });
  });

  test("shares that reach a person's future token become its treasury when somebody asks", async () => {
    const { session } = world;
    const [giver, person] = [devAccount(3), devAccount(4)];
    const token = await launch(session, { from: giver, name: "Giver", symbol: "GIVER", shares: parseEther("100") });
    const future = await predict(person, PERSONAL);
    await transfer(session, { from: giver, token, to: future, amount: 12_345n });
    await launch(session, { from: person, name: "Person", symbol: "PERSON", shares: parseEther("100") });
    const { request } = await session.client.simulateContract({
      account: giver,
      address: token,
      abi: personalTokenAbi,
      functionName: "reclassify",
      args: [future],
    });
    await session.client.writeContractSync({ ...request, throwOnReceiptRevert: true });
    await expectIndexEqualsChain(world, await world.catchUp());
    expect(await classesOf(token, future)).toEqual({
      class: "TREASURY",
      balance: "12345",
      token: { treasuryHeld: "12345" },
    });
  });
});
