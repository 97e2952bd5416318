import { networkTokenAbi } from "@weft/abis";
import { applyForMembership, devAccount, type FormedNetwork, form, launch, realize, stake } from "@weft/devnet";
import { type Address, maxUint256, parseEther, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import * as governor from "./support/governor.ts";
import { passTime } from "./support/pass-time.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";

/** Votes count minutes as days here. */
const DAY = 60;
const ETHER = parseEther("1");

describe("from an application to a stake, and who brought whom in", () => {
  let world: IndexedChain;
  let network: FormedNetwork;
  let tokens: { ada: Address; ben: Address; cleo: Address };
  const [ada, ben, cleo, dora] = [devAccount(0), devAccount(1), devAccount(2), devAccount(3)];
  const lower = (address: Address) => address.toLowerCase();

  beforeAll(async () => {
    world = await startIndexedChain({}, { secondsPerDay: DAY });
    const launchFor = (from: Address, symbol: string) =>
      launch(world.session, { from, name: symbol, symbol, shares: 1_000n * ETHER });
    tokens = {
      ada: await launchFor(ada, "ADA"),
      ben: await launchFor(ben, "BEN"),
      cleo: await launchFor(cleo, "CLEO"),
    };
    const { timestamp } = await world.session.client.getBlock();
    const founders = [
      { account: ada, member: tokens.ada, stake: 100n * ETHER, rate: ETHER },
      { account: dora, member: tokens.ada, stake: ETHER, rate: ETHER },
    ];
    const args = [dora, ETHER];
    await send(world.session, {
      account: ada,
      address: tokens.ada,
      abi: networkTokenAbi,
      functionName: "transfer",
      args,
    });
    const facts = { from: ada, name: "Members", symbol: "MEMB", founders, foundingEnds: timestamp + 1_000n };
    network = await form(world.session, facts);
    await stake(world.session, { from: ada, network: network.network, termsId: 0n });
    await stake(world.session, { from: dora, network: network.network, termsId: 1n });
  });
  afterAll(() => world.close());

  const apply = (from: Address, member: Address, uri: string) =>
    applyForMembership(world.session, { from, network: network.network, member, amount: 9n * ETHER, rate: ETHER, uri });

  async function termsFor(
    member: Address,
    account: Address,
    kind: "createTerms" | "createExitTerms",
    sponsor: Address,
  ) {
    const { timestamp } = await world.session.client.getBlock();
    const offer = { member, account, rate: ETHER / 2n, cap: 9n * ETHER, opensAt: 0n, lockup: 0, sponsor };
    const rest = { expiry: timestamp + 20n * BigInt(DAY), maxMemberSupply: maxUint256 };
    return governor.callNetwork(network, kind, [{ ...offer, ...rest }]);
  }
  const entryFor = (member: Address, account: Address, sponsor = ada) =>
    termsFor(member, account, "createTerms", sponsor);
  const propose = (calls: readonly governor.ProposedCall[], description: string, from = ada) =>
    governor.propose(world.session, network, from, calls, description);

  /** Ada decides. The terms can be used afterwards. */
  async function carry(proposal: governor.MadeProposal): Promise<void> {
    await governor.castVote(world.session, proposal, ada, "for");
    await governor.passPeriod(world.session);
    await governor.conclude(world.session, proposal, ada, "execute");
    await passTime(world.session, 2 * DAY);
  }

  async function applications(): Promise<Record<string, unknown>> {
    await world.catchUp();
    const answer = await query<{ applications: { uri: string }[] }>(
      world.indexer,
      `{ applications { uri status proposedCount termsCount staked calls { proposal { title } }
           terms(orderBy: number) { number status } replacedBy { uri } } }`,
    );
    return Object.fromEntries(answer.applications.map(({ uri, ...rest }) => [uri, rest]));
  }

  test("an application is answered by terms for its account and member, and followed until the stake", async () => {
    const { session } = world;
    const first = await world.catchUp();
    await realize(session, { from: ben, token: tokens.ben, amount: 5n, evidence: "before" });
    await apply(ben, tokens.ben, "ben/1");
    await apply(ben, tokens.ben, "ben/2");
    await apply(cleo, tokens.cleo, "cleo");
    await apply(dora, tokens.cleo, "dora for cleo");
    const none = {
      status: "OPEN",
      proposedCount: 0,
      termsCount: 0,
      staked: "0",
      calls: [],
      terms: [],
      replacedBy: null,
    };
    expect(await applications()).toEqual({
      "ben/1": { ...none, status: "REPLACED", replacedBy: { uri: "ben/2" } },
      "ben/2": none,
      cleo: none,
      "dora for cleo": none,
    });

    const calls = [
      await termsFor(tokens.ada, ada, "createExitTerms", ada),
      await entryFor(tokens.ben, ben),
      await entryFor(tokens.cleo, cleo),
      // For anyone, and for somebody who did not apply.
      await entryFor(tokens.cleo, zeroAddress),
      await entryFor(tokens.ada, ben),
    ];
    const proposal = await propose(calls, "Both at once");
    const other = await propose([await entryFor(tokens.ben, ben)], "Ben again");
    expect(await applications()).toMatchObject({
      "ben/1": { status: "REPLACED" },
      "ben/2": { status: "PROPOSED", proposedCount: 2 },
      cleo: { status: "PROPOSED", proposedCount: 1, calls: [{ proposal: { title: "Both at once" } }] },
      "dora for cleo": none,
    });
    await governor.conclude(session, other, ada, "cancel");
    expect(await applications()).toMatchObject({ "ben/2": { status: "PROPOSED", proposedCount: 1 } });

    await governor.passDelay(session);
    await carry(proposal);
    expect(await applications()).toMatchObject({
      "ben/2": { status: "ADMITTED", proposedCount: 0, termsCount: 1, terms: [{ number: 3, status: "OPEN" }] },
      cleo: { status: "ADMITTED", terms: [{ number: 4, status: "OPEN" }] },
    });

    await stake(session, { from: ben, network: network.network, termsId: 3n, amount: 4n * ETHER });
    await stake(session, { from: ben, network: network.network, termsId: 3n });
    const abi = networkTokenAbi;
    await send(session, { account: cleo, address: network.network, abi, functionName: "cancelTerms", args: [4n] });
    await apply(ben, tokens.ben, "ben/3");
    expect(await applications()).toMatchObject({
      "ben/2": {
        status: "STAKED",
        staked: String(9n * ETHER),
        terms: [{ status: "USED_UP" }],
        replacedBy: { uri: "ben/3" },
      },
      "ben/3": none,
      cleo: { status: "OPEN", termsCount: 0, terms: [{ status: "CANCELLED" }] },
    });
    const head = await world.catchUp();
    for (let block = first; block <= head; block++) await expectIndexEqualsChain(world, block);
  });

  test("terms and calls lead to each other, and tell who cancelled what when", async () => {
    const id = lower(network.network);
    const { terms, proposals, applicant } = await query<Record<string, unknown>>(
      world.indexer,
      `{ terms: terms_collection(where: { network: "${id}" }, orderBy: number) {
           number kind proposal { title } call { index } application { uri }
           cancelledBy { id } cancelledAt cancelledTransaction createdAt createdTransaction }
         proposals(where: { title: "Both at once" }) { executedAt executedTransaction
           terms(orderBy: number) { number }
           calls(orderBy: index) { action member { id } account { id } rate cap sponsor { id } terms { number } application { uri } } }
         applicant(id: "${id}${lower(tokens.ben).slice(2)}${lower(ben).slice(2)}") {
           applicationCount latest { uri } applications(orderBy: createdAtBlock) { uri } } }`,
    );
    const [proposal] = proposals as {
      executedAt: string;
      executedTransaction: string;
      terms: unknown;
      calls: unknown[];
    }[];
    const made = { createdAt: proposal?.executedAt, createdTransaction: proposal?.executedTransaction };
    const uncancelled = { cancelledBy: null, cancelledAt: null, cancelledTransaction: null };
    const founding = { kind: "FOUNDING", proposal: null, call: null, application: null, ...uncancelled };
    const voted = (number: number, uri: string | null) => ({
      number,
      proposal: { title: "Both at once" },
      call: { index: number - 2 },
      application: uri === null ? null : { uri },
      ...made,
    });
    expect(terms).toMatchObject([
      { number: 0, ...founding },
      { number: 1, ...founding },
      { kind: "EXIT", ...voted(2, null), ...uncancelled },
      { kind: "ENTRY", ...voted(3, "ben/2"), ...uncancelled },
      { kind: "ENTRY", ...voted(4, "cleo"), cancelledBy: { id: lower(cleo) }, cancelledAt: expect.any(String) },
      voted(5, null),
      voted(6, null),
    ]);
    expect(proposal?.terms).toEqual([2, 3, 4, 5, 6].map((number) => ({ number })));
    expect(proposal?.calls[1]).toEqual({
      action: "CREATE_ENTRY_TERMS",
      member: { id: lower(tokens.ben) },
      account: { id: lower(ben) },
      rate: String(ETHER / 2n),
      cap: String(9n * ETHER),
      sponsor: { id: lower(ada) },
      terms: [{ number: 3 }],
      application: { uri: "ben/2" },
    });
    expect(applicant).toEqual({
      applicationCount: 3,
      latest: { uri: "ben/3" },
      applications: ["ben/1", "ben/2", "ben/3"].map((uri) => ({ uri })),
    });
  });

  test("terms that the same proposal makes and cancels admit nobody", async () => {
    const calls = [await entryFor(tokens.cleo, cleo), governor.callNetwork(network, "cancelTerms", [7n])];
    const proposal = await propose(calls, "Never mind");
    await governor.passDelay(world.session);
    await carry(proposal);
    expect(await applications()).toMatchObject({ cleo: { status: "OPEN", proposedCount: 0, termsCount: 0 } });
    const { terms } = await query<{ terms: unknown }>(
      world.indexer,
      `{ terms(id: "${lower(network.network)}00000007") { status application { uri } cancelledBy { id } } }`,
    );
    expect(terms).toEqual({
      status: "CANCELLED",
      application: { uri: "cleo" },
      cancelledBy: { id: lower(network.governor) },
    });
  });

  test("a sponsor is told with what came of it; who left and comes back comes by another one", async () => {
    const { session } = world;
    const membership = () =>
      query<{ membership: unknown; account: { sponsored: unknown } }>(
        world.indexer,
        `{ membership(id: "${lower(network.network)}${lower(tokens.ben).slice(2)}") {
             sponsor { id } terms { number } realizedBefore staked returned joinedAt }
           account(id: "${lower(ada)}") { sponsored { member { id ... on PersonalToken { totalRealized } } realizedBefore } } }`,
      );
    await realize(session, { from: ben, token: tokens.ben, amount: 7n, evidence: "since" });
    await world.catchUp();
    expect(await membership()).toMatchObject({
      membership: { sponsor: { id: lower(ada) }, terms: { number: 3 }, realizedBefore: "5" },
      account: { sponsored: [{ member: { id: lower(tokens.ben), totalRealized: "12" }, realizedBefore: "5" }] },
    });

    const leaving = await propose([await termsFor(tokens.ben, ben, "createExitTerms", ada)], "Let Ben go");
    const coming = await propose([await entryFor(tokens.ben, ben, dora)], "Take Ben back", dora);
    await governor.passDelay(session);
    await governor.castVote(session, coming, ada, "for");
    await carry(leaving);
    await governor.conclude(session, coming, dora, "execute");
    const args = [8n, 9n * ETHER];
    const abi = networkTokenAbi;
    await send(session, { account: ben, address: network.network, abi, functionName: "unstake", args });
    await passTime(session, 2 * DAY);
    await stake(session, { from: ben, network: network.network, termsId: 9n });
    const { timestamp } = await session.client.getBlock();
    await expectIndexEqualsChain(world, await world.catchUp());
    expect(await membership()).toEqual({
      membership: {
        sponsor: { id: lower(dora) },
        terms: { number: 9 },
        realizedBefore: "12",
        staked: String(18n * ETHER),
        returned: String(9n * ETHER),
        joinedAt: String(timestamp),
      },
      account: { sponsored: [] },
    });
    const { memberships } = await query<{ memberships: unknown }>(
      world.indexer,
      `{ memberships(where: { member: "${lower(tokens.ada)}" }) { sponsor { id } terms { number } realizedBefore } }`,
    );
    expect(memberships).toEqual([{ sponsor: null, terms: { number: 0 }, realizedBefore: "0" }]);
  });
});
