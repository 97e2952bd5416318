import { personalTokenAbi } from "@weft/abis";
import { devAccount, distribute, launch, realize, transfer } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { passTime } from "./support/pass-time.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";
import { poolFactoryAbi } from "./support/uniswap-abi.ts";

const SHARES = parseEther("100");
const FEE = 3_000;
/** Seconds over which gains stream here; a prime, so that nothing comes out even. */
const DURATION = 100_003n;

interface Facts {
  readonly token: { streamLeft: string; streamEnd: string; lastAccrual: string; eligibleSupply: string };
  readonly claims: readonly { account: { id: string }; to: { id: string }; amount: string }[];
  readonly incomes: readonly { kind: string; source: { id: string }; amount: string }[];
}

describe("pools and streams", () => {
  let world: IndexedChain;
  let launched = 0;
  beforeAll(async () => {
    world = await startIndexedChain();
  });
  afterAll(() => world.close());

  /** A person's token and a pool of it, which is no excluded one yet. */
  async function launchWithPool(): Promise<{ person: Address; token: Address; pool: Address }> {
    const { session } = world;
    const [person, partner] = [devAccount(launched), devAccount(launched + 1)];
    launched += 2;
    const token = await launch(session, { from: person, name: "Pooled", symbol: "POOLED", shares: SHARES });
    const other = await launch(session, { from: partner, name: "Other", symbol: "OTHER", shares: SHARES });
    const pool = await send(session, {
      account: person,
      address: session.deployment.poolFactory,
      abi: poolFactoryAbi,
      functionName: "createPool",
      args: [token, other, FEE],
    });
    return { person, token, pool: pool as Address };
  }

  const exclude = (token: Address, pool: Address) =>
    send(world.session, {
      account: devAccount(19),
      address: token,
      abi: personalTokenAbi,
      functionName: "exclude",
      args: [pool],
    });

  /** Sends shares out of the pool, as a swap does. */
  async function payOut(token: Address, pool: Address, to: Address, amount: bigint): Promise<void> {
    const { client } = world.session;
    await client.setBalance({ address: pool, value: parseEther("1") });
    await client.impersonateAccount({ address: pool });
    await transfer(world.session, { from: pool, token, to, amount });
    await client.stopImpersonatingAccount({ address: pool });
  }

  function factsOf(token: Address): Promise<Facts> {
    const id = token.toLowerCase();
    return query<Facts>(
      world.indexer,
      `{ token: personalToken(id: "${id}") { streamLeft streamEnd lastAccrual eligibleSupply }
         claims(where: { token: "${id}" }) { account { id } to { id } amount }
         incomes(where: { token: "${id}" }, orderBy: block) { kind source { id } amount } }`,
    );
  }

  test("what a pool had accrued of a stream goes to the others when it is excluded, and the stream goes on", async () => {
    const { session } = world;
    const { person, token, pool } = await launchWithPool();
    await transfer(session, { from: person, token, to: pool, amount: parseEther("30") });
    await realize(session, { from: person, token, amount: 1_000_007n, duration: DURATION, evidence: "over time" });
    await passTime(session, 10_000);
    await expectIndexEqualsChain(world, await world.catchUp());
    await exclude(token, pool);
    await expectIndexEqualsChain(world, await world.catchUp());
    await passTime(session, 5_000);
    await expectIndexEqualsChain(world, await world.catchUp());

    const { token: indexed, claims, incomes } = await factsOf(token);
    expect(indexed.eligibleSupply).toBe(String(parseEther("70")));
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ account: { id: pool.toLowerCase() }, to: { id: token.toLowerCase() } });
    expect(incomes.map(({ kind, source }) => [kind, source.id])).toEqual([
      ["REALIZED", person.toLowerCase()],
      ["DONATED", pool.toLowerCase()],
    ]);
    expect(incomes[1]?.amount).toBe(claims[0]?.amount);
  });

  test("a stream stands still while pools have all shares, and goes on when somebody has some again", async () => {
    const { session } = world;
    const { person, token, pool } = await launchWithPool();
    await exclude(token, pool);
    await realize(session, { from: person, token, amount: 5_000_011n, duration: DURATION, evidence: "first" });
    await passTime(session, 1_000);
    await transfer(session, { from: person, token, to: pool, amount: SHARES });
    const before = await world.catchUp();
    await expectIndexEqualsChain(world, before);
    const { token: still } = await factsOf(token);
    await passTime(session, 50_000);
    await expectIndexEqualsChain(world, await world.catchUp());

    await payOut(token, pool, person, parseEther("1"));
    await expectIndexEqualsChain(world, await world.catchUp());
    const { token: moving } = await factsOf(token);
    expect(moving.streamLeft).toBe(still.streamLeft);
    expect(Number(moving.lastAccrual) - Number(still.lastAccrual)).toBeGreaterThanOrEqual(50_000);
    // As much time is left as there was.
    expect(Number(moving.streamEnd) - Number(moving.lastAccrual)).toBe(
      Number(still.streamEnd) - Number(still.lastAccrual),
    );

    await passTime(session, 777);
    await realize(session, { from: person, token, amount: 13n, duration: 86_400n, evidence: "second, merged" });
    await expectIndexEqualsChain(world, await world.catchUp());
    await passTime(session, Number(DURATION));
    await expectIndexEqualsChain(world, await world.catchUp());
  });

  test("new shares end a stream: all of it belongs to those who held before", async () => {
    const { session } = world;
    const { person, token } = await launchWithPool();
    await realize(session, { from: person, token, amount: 3_000_017n, duration: DURATION, evidence: "soon over" });
    await passTime(session, 10);
    const [account, address] = [person, token];
    const args = [devAccount(18), parseEther("7")] as const;
    await send(session, { account, address, abi: personalTokenAbi, functionName: "issue", args });
    await expectIndexEqualsChain(world, await world.catchUp());
    const { timestamp } = await session.client.getBlock();
    const time = String(timestamp);
    expect((await factsOf(token)).token).toMatchObject({ streamLeft: "0", streamEnd: time, lastAccrual: time });
    const { issuances } = await query<{ issuances: unknown }>(
      world.indexer,
      `{ issuances(where: { token: "${token.toLowerCase()}" }) { to { id } shares totalSupply } }`,
    );
    expect(issuances).toEqual([
      { to: { id: args[0].toLowerCase() }, shares: String(args[1]), totalSupply: String(SHARES + args[1]) },
    ]);
  });

  test("a stream that is shortened goes on faster", async () => {
    const { session } = world;
    const { person, token } = await launchWithPool();
    await realize(session, { from: person, token, amount: 7_000_003n, duration: DURATION, evidence: "too slow" });
    await passTime(session, 99);
    const call = { account: person, address: token, abi: personalTokenAbi } as const;
    await send(session, { ...call, functionName: "shortenStream", args: [1_009n] });
    await expectIndexEqualsChain(world, await world.catchUp());
    const { timestamp } = await session.client.getBlock();
    expect((await factsOf(token)).token.streamEnd).toBe(String(timestamp + 1_009n));
    await passTime(session, 500);
    await expectIndexEqualsChain(world, await world.catchUp());
  });

  test("what an excluded pool had accrued alone waits until somebody absorbs it", async () => {
    const { session } = world;
    const { person, token, pool } = await launchWithPool();
    await transfer(session, { from: person, token, to: pool, amount: SHARES });
    await distribute(session, { from: person, token, amount: 999_999n, note: "to a pool alone" });
    await exclude(token, pool);
    await expectIndexEqualsChain(world, await world.catchUp());
    expect((await factsOf(token)).incomes).toHaveLength(1);
    await payOut(token, pool, person, parseEther("50"));
    await send(session, { account: person, address: token, abi: personalTokenAbi, functionName: "absorb" });
    await expectIndexEqualsChain(world, await world.catchUp());
    const { incomes } = await factsOf(token);
    expect(incomes.at(-1)).toMatchObject({ kind: "DONATED", source: { id: token.toLowerCase() } });
  });
});
