import { networkGovernorAbi, networkTokenAbi, personalTokenAbi } from "@weft/abis";
import { devAccount, type FormedNetwork, form, launch, stake, transfer } from "@weft/devnet";
import { type Address, concatHex, maxUint256, parseEther, toFunctionSelector, toHex, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectGovernanceEqualsChain } from "./support/expect-governance-equals-chain.ts";
import { expectIndexEqualsChain } from "./support/expect-index-equals-chain.ts";
import * as governor from "./support/governor.ts";
import { passTime } from "./support/pass-time.ts";
import { query } from "./support/query.ts";
import { send } from "./support/send.ts";
import { type IndexedChain, startIndexedChain } from "./support/start-indexed-chain.ts";
import { poolFactoryAbi } from "./support/uniswap-abi.ts";

/** Votes count minutes as days here. */
const DAY = 60;
const SHARES = parseEther("100");
const STAKES = { ada: parseEther("60"), ben: parseEther("30"), cleo: parseEther("10") };

describe("how a network's members vote", () => {
  let world: IndexedChain;
  let network: FormedNetwork;
  let tokens: readonly Address[];
  let pool: Address;
  const [ada, ben, cleo, stranger] = [devAccount(0), devAccount(1), devAccount(2), devAccount(3)];
  const id = (address: string) => ({ id: address.toLowerCase() });

  beforeAll(async () => {
    world = await startIndexedChain({}, { secondsPerDay: DAY });
    const { session } = world;
    const named = [
      [ada, "ADA", STAKES.ada],
      [ben, "BEN", STAKES.ben],
      [cleo, "CLEO", STAKES.cleo],
    ] as const;
    const founders = [];
    for (const [account, symbol, amount] of named) {
      const member = await launch(session, { from: account, name: symbol, symbol, shares: SHARES });
      founders.push({ account, member, stake: amount, rate: parseEther("1") });
    }
    tokens = founders.map(({ member }) => member);
    const { timestamp } = await session.client.getBlock();
    const settings = { quorumPercent: 20n };
    const facts = { from: ada, name: "Voters", symbol: "VOTE", founders, foundingEnds: timestamp + 1_000n, settings };
    network = await form(session, facts);
    for (const [index, { account }] of founders.entries())
      await stake(session, { from: account, network: network.network, termsId: BigInt(index) });
    pool = await openPool();
  });
  afterAll(() => world.close());

  /** A pool of the network's shares that is out of votes and income, and has none yet. */
  async function openPool(): Promise<Address> {
    const { session } = world;
    const args = [network.network, tokens[0], 3_000];
    const address = session.deployment.poolFactory;
    const call = { account: ada, address, abi: poolFactoryAbi, functionName: "createPool", args } as const;
    const made = (await send(session, call)) as Address;
    const abi = personalTokenAbi;
    await send(session, { account: ada, address: network.network, abi, functionName: "exclude", args: [made] });
    return made;
  }

  const proposeMetadata = (from: Address, description: string) =>
    governor.propose(
      world.session,
      network,
      from,
      [governor.callNetwork(network, "setContractURI", [""])],
      description,
    );
  const vote = (proposal: governor.MadeProposal, from: Address, support: "for" | "against" | "abstain") =>
    governor.castVote(world.session, proposal, from, support);
  const endOf = async ({ id: proposalId }: governor.MadeProposal) =>
    world.session.client.readContract({
      address: network.governor,
      abi: networkGovernorAbi,
      functionName: "proposalDeadline",
      args: [proposalId],
    });
  const now = async () => (await world.session.client.getBlock()).timestamp;

  /** Everything about votes, at every block from `first` on. */
  async function expectEveryBlockEqualsChain(first: number): Promise<void> {
    const head = await world.catchUp();
    for (let block = first; block <= head; block++) await expectGovernanceEqualsChain(world, block);
    await expectIndexEqualsChain(world, head);
  }

  async function proposalOf<T>({ id: proposalId }: governor.MadeProposal, fields: string): Promise<T> {
    const { proposal } = await query<{ proposal: T }>(
      world.indexer,
      `{ proposal(id: "${network.network.toLowerCase()}${toHex(proposalId, { size: 32 }).slice(2)}") { ${fields} } }`,
    );
    return proposal;
  }

  test("what the governor was made with", async () => {
    await expectEveryBlockEqualsChain(world.session.deployment.block);
    const { networkTokens } = await query<{ networkTokens: unknown[] }>(
      world.indexer,
      "{ networkTokens { quorumPercent secondsPerDay settingChanges { setting before after } } }",
    );
    const change = (setting: string, after: bigint | number) => ({ setting, before: "0", after: String(after) });
    expect(networkTokens).toEqual([
      {
        quorumPercent: "20",
        secondsPerDay: String(DAY),
        settingChanges: expect.arrayContaining([
          change("VOTING_DELAY", DAY),
          change("VOTING_PERIOD", 3 * DAY),
          change("PROPOSAL_THRESHOLD", parseEther("1")),
          change("QUORUM_PERCENT", 20),
          change("LATE_QUORUM_EXTENSION", DAY),
        ]),
      },
    ]);
  });

  test("a proposal that passes, with a late quorum, every kind of vote, and its execution", async () => {
    const { session } = world;
    const first = await world.catchUp();
    const calls = [
      governor.callNetwork(network, "setContractURI", ['data:application/json,{"description":"By vote"}']),
      governor.callGovernor(network, "setVotingDelay", 2 * DAY),
      governor.callGovernor(network, "setVotingPeriod", 4 * DAY),
      governor.callGovernor(network, "setProposalThreshold", parseEther("1.5")),
      governor.callGovernor(network, "updateQuorumNumerator", 30),
      governor.callGovernor(network, "setLateQuorumVoteExtension", 3 * DAY),
    ];
    const description = "## New rules \r\nSlower, and harder.";
    const proposal = await governor.propose(session, network, ben, calls, description);
    await governor.passDelay(session);
    await vote(proposal, cleo, "abstain");
    await vote(proposal, stranger, "for");
    const before = await endOf(proposal);
    await passTime(session, Number(before - (await now())) - 5);
    const args = [proposal.id, governor.SUPPORT.for, "Late, but sure", "0xbeef"];
    const functionName = "castVoteWithReasonAndParams";
    await send(session, { account: ada, address: network.governor, abi: networkGovernorAbi, functionName, args });
    const extended = await now();
    await governor.castVote(session, proposal, ben, "against", "Too slow");
    expect(await endOf(proposal)).toBeGreaterThan(before);
    await passTime(session, 2 * DAY);
    await governor.conclude(session, proposal, stranger, "execute");
    const executed = await now();
    await expectEveryBlockEqualsChain(first);

    const indexed = await proposalOf<Record<string, unknown>>(
      proposal,
      `number title description callCount status extendedAt executedAt cancelledAt voterCount
       calls(orderBy: index) { index target value action contractURI setting member { id } cancels { id } }
       votes(orderBy: weight) { voter { id } support weight reason params }`,
    );
    const setting = (action: string, index: number, value: bigint | number) => ({
      index,
      target: network.governor.toLowerCase(),
      value: "0",
      action,
      contractURI: null,
      setting: String(value),
      member: null,
      cancels: null,
    });
    expect(indexed).toMatchObject({
      number: 0,
      title: "New rules",
      description,
      callCount: 6,
      status: "EXECUTED",
      extendedAt: String(extended),
      executedAt: String(executed),
      cancelledAt: null,
      voterCount: 3,
      calls: [
        {
          index: 0,
          target: network.network.toLowerCase(),
          action: "SET_CONTRACT_URI",
          contractURI: 'data:application/json,{"description":"By vote"}',
          setting: null,
        },
        setting("SET_VOTING_DELAY", 1, 2 * DAY),
        setting("SET_VOTING_PERIOD", 2, 4 * DAY),
        setting("SET_PROPOSAL_THRESHOLD", 3, parseEther("1.5")),
        setting("SET_QUORUM_PERCENT", 4, 30),
        setting("SET_LATE_QUORUM_EXTENSION", 5, 3 * DAY),
      ],
      votes: [
        { voter: id(stranger), support: "FOR", weight: "0", reason: "", params: null },
        { voter: id(cleo), support: "ABSTAIN", weight: String(STAKES.cleo), reason: "", params: null },
        { voter: id(ben), support: "AGAINST", weight: String(STAKES.ben), reason: "Too slow", params: null },
        { voter: id(ada), support: "FOR", weight: String(STAKES.ada), reason: "Late, but sure", params: "0xbeef" },
      ],
    });
    const { governorSettingChanges } = await query<{ governorSettingChanges: unknown[] }>(
      world.indexer,
      `{ governorSettingChanges(where: { before_gt: "0" }, orderBy: after) { network { id } setting before after } }`,
    );
    expect(governorSettingChanges).toHaveLength(5);
    expect(governorSettingChanges).toContainEqual({
      network: id(network.network),
      setting: "QUORUM_PERCENT",
      before: "20",
      after: "30",
    });
  });

  test("proposals that fail: taken back, without votes, without a quorum, outvoted, too late", async () => {
    const { session } = world;
    const first = await world.catchUp();
    const cancelled = await proposeMetadata(ada, "# Taken back");
    await governor.conclude(session, cancelled, ada, "cancel");
    const ignored = await proposeMetadata(ada, "# Ignored\n");
    const small = await proposeMetadata(ben, "Too few");
    const outvoted = await proposeMetadata(cleo, "");
    const expired = await proposeMetadata(ada, "Nobody hurried");
    await passTime(session, 2 * DAY + 1);
    await vote(small, cleo, "for");
    for (const from of [ben, cleo]) await vote(outvoted, from, "for");
    await vote(outvoted, ada, "against");
    await vote(expired, ada, "for");
    await passTime(session, 5 * DAY);
    await passTime(session, 12 * DAY);
    await passTime(session, 14 * DAY);
    await expectEveryBlockEqualsChain(first);

    const statuses = [];
    for (const each of [cancelled, ignored, small, outvoted, expired])
      statuses.push(await proposalOf(each, "title status quorum voterCount"));
    const quorum = String(parseEther("30"));
    expect(statuses).toEqual([
      { title: "Taken back", status: "CANCELLED", quorum: null, voterCount: 0 },
      { title: "Ignored", status: "PROPOSED", quorum: null, voterCount: 0 },
      { title: "Too few", status: "PROPOSED", quorum, voterCount: 1 },
      { title: "", status: "PROPOSED", quorum, voterCount: 3 },
      { title: "Nobody hurried", status: "PROPOSED", quorum, voterCount: 1 },
    ]);
    expect(await proposalOf(cancelled, "cancelledAt executedAt")).toEqual({
      cancelledAt: expect.any(String),
      executedAt: null,
    });
  });

  test("a quorum is that of the second in which the vote is decided, whatever comes before and after", async () => {
    const { session } = world;
    const { client } = session;
    const first = await world.catchUp();
    const intoPool = (from: Address, amount: string) =>
      transfer(session, { from, token: network.network, to: pool, amount: parseEther(amount) });
    const proposal = await proposeMetadata(cleo, "What counts");
    await intoPool(ben, "5");
    // Several changes in one second, the last of which holds.
    await client.setAutomine(false);
    for (const [from, amount] of [
      [ben, "1"],
      [cleo, "2"],
    ] as const)
      await client.writeContract({
        account: from,
        address: network.network,
        abi: networkTokenAbi,
        functionName: "transfer",
        args: [pool, parseEther(amount)],
        gas: 1_000_000n,
      });
    const starts = await client.readContract({
      address: network.governor,
      abi: networkGovernorAbi,
      functionName: "proposalSnapshot",
      args: [proposal.id],
    });
    await client.setNextBlockTimestamp({ timestamp: starts });
    await client.mine({ blocks: 1 });
    await client.setAutomine(true);
    await passTime(session, 1);
    await intoPool(ada, "40");
    await vote(proposal, ada, "for");
    await passTime(session, 5 * DAY);
    await governor.conclude(session, proposal, ada, "execute");
    await expectEveryBlockEqualsChain(first);
    expect(await proposalOf(proposal, "quorum forVotes")).toEqual({
      // 30 % of 92, and Ada's 60, though she had 20 when she voted.
      quorum: String(parseEther("27.6")),
      forVotes: String(STAKES.ada),
    });
  });

  test("who votes for whom, and with how much", async () => {
    const { session } = world;
    const first = await world.catchUp();
    const delegate = (account: Address, to: Address) =>
      send(session, { account, address: network.network, abi: networkTokenAbi, functionName: "delegate", args: [to] });
    await delegate(ben, cleo);
    await delegate(cleo, cleo);
    await delegate(stranger, ada);
    await delegate(ben, zeroAddress);
    await delegate(ben, ada);
    await transfer(session, { from: ben, token: network.network, to: stranger, amount: parseEther("3") });
    await expectEveryBlockEqualsChain(first);
    const { voter, delegateChanges } = await query<Record<string, unknown>>(
      world.indexer,
      `{ voter(id: "${network.network.toLowerCase()}${ada.slice(2).toLowerCase()}") {
           votes delegate { account { id } } delegators(orderBy: votes) { account { id } } }
         delegateChanges(where: { delegator: "${ben.toLowerCase()}" }, orderBy: block) { from { id } to { id } } }`,
    );
    expect(voter).toMatchObject({ votes: String(parseEther("44")), delegate: { account: id(ada) } });
    expect((voter as { delegators: unknown[] }).delegators).toHaveLength(3);
    expect(delegateChanges).toEqual([
      { from: null, to: id(ben) },
      { from: id(ben), to: id(cleo) },
      { from: id(cleo), to: null },
      { from: null, to: id(ada) },
    ]);
  });

  test("calldata that can't be read, and numbers that no terms have, are kept as they are", async () => {
    const { session } = world;
    const first = await world.catchUp();
    const garbage = concatHex([toFunctionSelector("setContractURI(string)"), toHex(maxUint256)]);
    const calls = [
      { target: network.network, data: garbage },
      { target: network.network, data: toFunctionSelector("cancelTerms(uint256)") },
      governor.callNetwork(network, "cancelTerms", [maxUint256]),
      governor.callNetwork(network, "cancelTerms", [2n]),
      governor.callNetwork(network, "cancelTerms", [2n ** 31n]),
      governor.callGovernor(network, "setProposalThreshold", maxUint256),
    ];
    const description = `\u0000#\n${"long ".repeat(5_000)}`;
    const proposal = await governor.propose(session, network, ada, calls, description);
    await expectEveryBlockEqualsChain(first);
    const indexed = await proposalOf<Record<string, unknown>>(
      proposal,
      "calls(orderBy: index) { action calldata contractURI setting cancels { number } }",
    );
    const unread = { contractURI: null, setting: null, cancels: null };
    const cancel = (index: number) => ({ action: "CANCEL_TERMS", calldata: calls[index]?.data, ...unread });
    expect(indexed).toEqual({
      calls: [
        { action: "SET_CONTRACT_URI", calldata: garbage, ...unread },
        cancel(1),
        cancel(2),
        { ...cancel(3), cancels: { number: 2 } },
        cancel(4),
        {
          action: "SET_PROPOSAL_THRESHOLD",
          calldata: calls[5]?.data,
          ...unread,
          setting: String(maxUint256),
        },
      ],
    });
    expect(world.indexer.status()).toMatchObject({ fatalError: null });
  });
});
