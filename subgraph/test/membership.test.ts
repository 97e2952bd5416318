import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { devAccount, type FormedNetwork, form, launch, stake } from "@weft/devnet";
import { type Address, maxUint256, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import { callNetwork, carryByVote } from "./support/governor.ts";
import { passTime } from "./support/pass-time.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

const DAY = 86_400;
const LOCKUP = 100 * DAY;
/** Votes count minutes as days here. */
const SECONDS_PER_DAY = 60;
const ENTRY = 1n;
const EXIT = 2n;

const json = (description: string) => `data:application/json,{"description":"${description}"}`;

describe("how members come and go", () => {
  let world: IndexedChain;
  let network: FormedNetwork;
  let tokens: { ada: Address; ben: Address };
  const [ada, ben, cleo] = [devAccount(0), devAccount(1), devAccount(2)];

  const launchFor = (from: Address, symbol: string) =>
    launch(world.session, { from, name: symbol, symbol, shares: parseEther("1000"), contractURI: json(symbol) });

  beforeAll(async () => {
    world = await startIndexedChain({}, { secondsPerDay: SECONDS_PER_DAY });
    tokens = { ada: await launchFor(ada, "ADA"), ben: await launchFor(ben, "BEN") };
    network = await formWith([{ account: ada, member: tokens.ada, stake: parseEther("100"), rate: parseEther("1") }]);
    await stake(world.session, { from: ada, network: network.network, termsId: 0n });
  });
  afterAll(() => world.close());

  async function formWith(founders: Parameters<typeof form>[1]["founders"]): Promise<FormedNetwork> {
    const { timestamp } = await world.session.client.getBlock();
    const foundingEnds = timestamp + BigInt(DAY);
    return form(world.session, { from: ada, name: "Members", symbol: "MEMB", founders, foundingEnds });
  }

  /** Terms for Ben's token that Ada, whose shares decide, brings in by vote; they are open afterwards. */
  async function voteForTerms(
    functionName: "createTerms" | "createExitTerms",
    terms: { readonly account: Address; readonly cap: bigint; readonly lockup: number },
  ): Promise<void> {
    const { timestamp } = await world.session.client.getBlock();
    const offer = {
      member: tokens.ben,
      rate: parseEther("0.5"),
      opensAt: 0n,
      expiry: timestamp + BigInt(10 * DAY),
      maxMemberSupply: maxUint256,
      sponsor: ada,
      ...terms,
    };
    await carryByVote(world.session, network, ada, [callNetwork(network, functionName, [offer])]);
    await passTime(world.session, 2 * SECONDS_PER_DAY);
  }

  /** Every block, because each has an event of its own. */
  async function expectAllBlocksEqualChain(first: number): Promise<void> {
    const head = await world.catchUp();
    for (let block = first; block <= head; block++) await expectIndexEqualsChain(world, block);
  }

  test("entry terms by vote, a locked stake, exit terms, and the way back", async () => {
    const { session } = world;
    const first = await world.catchUp();
    await voteForTerms("createTerms", { account: ben, cap: parseEther("40"), lockup: LOCKUP });
    await stake(session, {
      from: ben,
      network: network.network,
      termsId: ENTRY,
      amount: parseEther("30"),
      to: tokens.ben,
    });
    await send(session, {
      account: ada,
      address: network.network,
      abi: networkTokenAbi,
      functionName: "cancelTerms",
      args: [ENTRY],
    });
    await voteForTerms("createExitTerms", { account: tokens.ben, cap: parseEther("12"), lockup: 0 });
    const leave = (amount: string) =>
      send(session, {
        account: ben,
        address: tokens.ben,
        abi: personalTokenAbi,
        functionName: "leave",
        args: [network.network, EXIT, parseEther(amount)],
      });
    await leave("5");
    await leave("7");
    await expectAllBlocksEqualChain(first);

    const id = network.network.toLowerCase();
    const { terms, unstakes, memberships, holding, positions } = await query<Record<string, unknown>>(
      world.indexer,
      `{ terms: terms_collection(where: { network: "${id}" }, orderBy: number) { number kind sponsor { id } cancelledBy { id } cap used }
         unstakes(where: { network: "${id}" }, orderBy: amount) { terms { number } account { id } amount shares }
         memberships(where: { network: "${id}", member: "${tokens.ben.toLowerCase()}" }) { staked returned sharesIssued sharesBurned }
         holding(id: "${id}${tokens.ben.slice(2).toLowerCase()}") { class balance locked }
         positions(where: { network: "${id}", member: "${tokens.ben.toLowerCase()}" }) { account { id } staked minted returned burned } }`,
    );
    const ether = (amount: string) => String(parseEther(amount));
    const sponsor = { id: ada.toLowerCase() };
    const account = { id: tokens.ben.toLowerCase() };
    expect(terms).toEqual([
      { number: 0, kind: "FOUNDING", sponsor: null, cancelledBy: null, cap: ether("100"), used: ether("100") },
      { number: 1, kind: "ENTRY", sponsor, cancelledBy: sponsor, cap: ether("30"), used: ether("30") },
      { number: 2, kind: "EXIT", sponsor, cancelledBy: null, cap: ether("12"), used: ether("12") },
    ]);
    expect(unstakes).toEqual([
      { terms: { number: 2 }, account, amount: ether("5"), shares: ether("2.5") },
      { terms: { number: 2 }, account, amount: ether("7"), shares: ether("3.5") },
    ]);
    expect(memberships).toEqual([
      { staked: ether("30"), returned: ether("12"), sharesIssued: ether("15"), sharesBurned: ether("6") },
    ]);
    expect(holding).toEqual({ class: "TREASURY", balance: ether("9"), locked: ether("9") });
    expect(positions).toEqual([
      { account, staked: ether("30"), minted: ether("15"), returned: ether("12"), burned: ether("6") },
    ]);
  });

  test("a founder takes the stake back when the founding failed, and is no member any more", async () => {
    const { session } = world;
    const first = await world.catchUp();
    const failing = await formWith([
      { account: ada, member: tokens.ada, stake: parseEther("10"), rate: parseEther("2") },
      { account: ben, member: tokens.ben, stake: parseEther("10"), rate: parseEther("2") },
    ]);
    await stake(session, { from: ada, network: failing.network, termsId: 0n });
    await passTime(session, DAY + 1);
    const before = await world.catchUp();
    await send(session, {
      account: ada,
      address: failing.network,
      abi: networkTokenAbi,
      functionName: "unstake",
      args: [0n, parseEther("10")],
    });
    await expectAllBlocksEqualChain(first);
    const countAt = async (block: number) => {
      const { networkToken } = await query<{ networkToken: { memberCount: number } }>(
        world.indexer,
        `{ networkToken(id: "${failing.network.toLowerCase()}", block: { number: ${block} }) { memberCount } }`,
      );
      return networkToken.memberCount;
    };
    expect([await countAt(before), await countAt(before + 1)]).toEqual([1, 0]);
    const { terms } = await query<{ terms: unknown }>(
      world.indexer,
      `{ terms: terms_collection(where: { network: "${failing.network.toLowerCase()}" }, orderBy: number) { status used } }`,
    );
    expect(terms).toEqual([
      { status: "TAKEN_BACK", used: "0" },
      { status: "OPEN", used: "0" },
    ]);
  });

  test("a network says something else of itself, by vote", async () => {
    const call = callNetwork(network, "setContractURI", [json("Changed by vote")]);
    await carryByVote(world.session, network, ada, [call]);
    await expectIndexEqualsChain(world, await world.catchUp());
    const { networkToken } = await query<{ networkToken: unknown }>(
      world.indexer,
      `{ networkToken(id: "${network.network.toLowerCase()}") { metadata { description } } }`,
    );
    expect(networkToken).toEqual({ metadata: { description: "Changed by vote" } });
  });

  test("a person hands the token over, and the next one has nothing to say of it", async () => {
    const { session } = world;
    const token = { address: tokens.ben, abi: personalTokenAbi } as const;
    await send(session, { ...token, account: ben, functionName: "transferPerson", args: [cleo] });
    const { client } = session;
    const supply = await client.readContract({ ...token, functionName: "totalSupply" });
    await send(session, { ...token, account: cleo, functionName: "acceptPerson", args: [supply] });
    await send(session, { ...token, account: cleo, functionName: "setContractURI", args: [""] });
    await expectIndexEqualsChain(world, await world.catchUp());
    const { before, after, personalToken } = await query<Record<string, unknown>>(
      world.indexer,
      `{ before: account(id: "${ben.toLowerCase()}") { personalToken { id } }
         after: account(id: "${cleo.toLowerCase()}") { personalToken { id } }
         personalToken(id: "${tokens.ben.toLowerCase()}") { person { id } metadata { description } } }`,
    );
    expect(before).toEqual({ personalToken: null });
    expect(after).toEqual({ personalToken: { id: tokens.ben.toLowerCase() } });
    expect(personalToken).toEqual({ person: { id: cleo.toLowerCase() }, metadata: null });
  });
});
