import { personalTokenAbi } from "@weft/abis";
import { claim, devAccount, distribute, harvest, playStory, realize, TRIO_STORY, transfer } from "@weft/devnet";
import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectStatementsAddUp } from "./support/expect-statements-add-up.ts";
import { query } from "./support/query.ts";
import { readIndex } from "./support/read-index.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";
import { claimableAt } from "./support/stream.ts";

interface Line {
  readonly kind: string;
  readonly token: { readonly id: string };
  readonly shares: string;
  readonly amount: string;
  readonly counterparty: { readonly id: string } | null;
}

const ONE = parseEther("1");
const wei = (shares: number) => String(parseEther(String(shares)));

describe("statements", () => {
  let world: IndexedChain;
  let wallets: Record<string, Address>;
  let tokens: Record<string, Address>;
  const names = () => new Map(Object.entries({ ...wallets, ...tokens }).map(([name, id]) => [id.toLowerCase(), name]));

  beforeAll(async () => {
    world = await startIndexedChain();
    const stage = await playStory(world.session, TRIO_STORY);
    const people = ["ada", "ben", "cleo"];
    wallets = { ...Object.fromEntries(people.map((key) => [key, stage.wallet(key)])), zoe: devAccount(9) };
    tokens = Object.fromEntries([...people, "trio"].map((key) => [key.toUpperCase(), stage.token(key)]));
  });
  afterAll(() => world.close());

  const at = (name: string) => ({ ...wallets, ...tokens })[name] as Address;

  /** An account's entries: kind, token, what came in or went out, and who was on the other side. */
  async function statementOf(name: string): Promise<string[]> {
    await world.catchUp();
    const { account } = await query<{ account: { statement: Line[] } }>(
      world.indexer,
      `{ account(id: "${at(name).toLowerCase()}") { statement(orderBy: id) {
        kind token { id } shares amount counterparty { id }
      } } }`,
    );
    const nameOf = (of: { id: string } | null | undefined) => (of ? ` ${names().get(of.id) ?? of.id}` : "");
    return account.statement.map(
      ({ kind, token, shares, amount, counterparty }) =>
        `${kind}${nameOf(token)} ${shares === "0" ? `${amount} wei` : shares}${nameOf(counterparty)}`,
    );
  }

  test("tell what came in and went out, each side once, in the order of time", async () => {
    const { session } = world;
    await transfer(session, { from: at("ada"), token: at("ADA"), to: at("zoe"), amount: 100_000n * ONE });
    await realize(session, { from: at("ada"), token: at("ADA"), amount: 90n, evidence: "a boat" });
    await harvest(session, { from: at("zoe"), holder: at("TRIO"), source: at("ADA") });
    await claim(session, { from: at("ben"), token: at("ADA"), account: at("zoe") });
    await distribute(session, { from: at("zoe"), token: at("TRIO"), amount: 5n, note: "thanks" });
    await send(session, {
      account: at("ada"),
      address: at("TRIO"),
      abi: personalTokenAbi,
      functionName: "claimTo",
      args: [at("ben")],
    });
    await send(session, {
      account: at("ada"),
      address: at("ADA"),
      abi: personalTokenAbi,
      functionName: "issue",
      args: [at("zoe"), 7n],
    });

    expect(await statementOf("zoe")).toEqual([
      `TRANSFER_IN ADA ${wei(100_000)} ada`,
      "CLAIMED ADA 8 wei",
      "DONATED TRIO -5 wei",
      "ISSUED ADA 7",
    ]);
    expect(await statementOf("ada")).toEqual([
      `LAUNCHED ADA ${wei(1_000_000)}`,
      `STAKED ADA -${wei(200_000)} TRIO`,
      `MINTED TRIO ${wei(100_000)} ada`,
      `TRANSFER_OUT ADA -${wei(100_000)} zoe`,
      "REALIZED ADA -90 wei",
      "CLAIMED TRIO 7 wei ben",
    ]);
    // Cleo's shares of the network went to her token's treasury.
    expect(await statementOf("CLEO")).toEqual([`MINTED TRIO ${wei(100_000)} cleo`]);
    expect(await statementOf("TRIO")).toEqual([
      `TAKEN_IN ADA ${wei(200_000)} ada`,
      `TAKEN_IN BEN ${wei(200_000)} ben`,
      `TAKEN_IN CLEO ${wei(200_000)} cleo`,
      "HARVESTED ADA 17 wei",
    ]);
    await expectStatementsAddUp(world, await world.catchUp());
  });

  test("tell what was earned in a period: claimed, and claimable at its end more than at its beginning", async () => {
    const { session, indexer } = world;
    const holding = { token: at("BEN").toLowerCase(), holder: at("zoe").toLowerCase() };
    await transfer(session, { from: at("ben"), token: at("BEN"), to: at("zoe"), amount: 250_000n * ONE });
    const gain = (amount: bigint, duration: bigint) =>
      realize(session, { from: at("ben"), token: at("BEN"), amount: amount * ONE, duration, evidence: "" });
    const blocks = [await world.catchUp()];
    await gain(100n, 0n);
    blocks.push(await world.catchUp());
    await claim(session, { from: at("zoe"), token: at("BEN"), account: at("zoe") });
    await gain(40n, 0n);
    blocks.push(await world.catchUp());
    await gain(8n, 1_000n);
    await session.client.increaseTime({ seconds: 2_000 });
    await session.client.mine({ blocks: 1 });
    blocks.push(await world.catchUp());

    const claimable = async (block: number) => {
      const state = await readIndex(indexer, session.deployment.registry, block);
      const token = state.equityTokens.find(({ id }) => id === holding.token);
      const own = state.holdings.find((each) => each.token.id === token?.id && each.holder.id === holding.holder);
      const { timestamp } = await session.client.getBlock({ blockNumber: BigInt(block) });
      return token && own ? claimableAt(own, token, timestamp) : 0n;
    };
    const earned = async (from: number, to: number) => {
      const { statementEntries } = await query<{ statementEntries: { amount: string }[] }>(
        indexer,
        `query ($account: ID!, $token: ID!, $from: BigInt!, $to: BigInt!) { statementEntries(
          where: { account: $account, token: $token, kind_in: [CLAIMED, HARVESTED], block_gt: $from, block_lte: $to }
        ) { amount } }`,
        { account: holding.holder, token: holding.token, from, to },
      );
      const claimed = statementEntries.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      return claimed + (await claimable(to)) - (await claimable(from));
    };
    const [start, first, second, end] = blocks as [number, number, number, number];
    const periods = [await earned(start, first), await earned(first, second), await earned(second, end)];
    // A quarter of 100, 40 and 8, each up to a wei short.
    for (const [index, quarter] of [25n, 10n, 2n].entries()) {
      const short = quarter * ONE - (periods[index] ?? 0n);
      expect([0n, 1n], `period ${index}`).toContain(short);
    }
    expect(await earned(start, end)).toBe(periods.reduce((sum, amount) => sum + amount));
  });
});
