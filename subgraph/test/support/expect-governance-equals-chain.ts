import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import type { Session } from "@weft/devnet";
import { zeroAddress } from "viem";
import { expect } from "vitest";
import { callAt } from "./call-at.ts";
import { stateAt, stateOf } from "./proposal-state.ts";
import {
  type IndexedCheckpoint,
  type IndexedElectorate,
  type IndexedGovernance,
  type IndexedProposal,
  type IndexedVoter,
  readGovernance,
} from "./read-governance.ts";
import type { IndexedChain } from "./start-indexed-chain.ts";

/** Expects everything that the index says of votes at a block to be what the contracts say there. */
export async function expectGovernanceEqualsChain(world: IndexedChain, block: number): Promise<void> {
  const { session } = world;
  const governance = await readGovernance(world.indexer, block);
  const { timestamp: time } = await session.client.getBlock({ blockNumber: BigInt(block) });
  const moment = { blockNumber: BigInt(block), time };
  for (const each of governance.networkTokens) {
    await expectSettingsEqualChain(session, each, moment);
    await expectElectorateEqualsChain(session, each, governance, moment);
  }
  await Promise.all([
    ...governance.voters.map((each) => expectVoterEqualsChain(session, each, moment.blockNumber)),
    ...governance.proposals.flatMap((each) => [
      expectTallyEqualsChain(session, each, moment.blockNumber),
      expectQuorumEqualsChain(session, each, governance.votingCheckpoints, moment),
      expectStateEqualsChain(session, each, moment),
    ]),
  ]);
}

interface Moment {
  readonly blockNumber: bigint;
  /** Unix time of the block. */
  readonly time: bigint;
}

async function expectSettingsEqualChain(
  { client, deployment }: Session,
  network: IndexedElectorate,
  { blockNumber }: Moment,
): Promise<void> {
  const contract = { address: network.governor, abi: networkGovernorAbi, blockNumber } as const;
  const [delay, period, quorumPercent, extension] = await Promise.all([
    client.readContract({ ...contract, functionName: "votingDelay" }),
    client.readContract({ ...contract, functionName: "votingPeriod" }),
    client.readContract({ ...contract, functionName: "quorumNumerator" }),
    client.readContract({ ...contract, functionName: "lateQuorumVoteExtension" }),
  ]);
  expect(network).toMatchObject({
    votingDelay: String(delay),
    votingPeriod: String(period),
    quorumPercent: String(quorumPercent),
    lateQuorumExtension: String(extension),
    secondsPerDay: String(deployment.secondsPerDay),
  });
}

/** What can vote at the end of the block's second, and what a proposer needs in the next. */
async function expectElectorateEqualsChain(
  session: Session,
  network: IndexedElectorate,
  { proposals, votingCheckpoints }: IndexedGovernance,
  { blockNumber, time }: Moment,
): Promise<void> {
  const next = { blockNumber, time: time + 1n };
  const supply = await callAt<bigint>(session, {
    ...next,
    address: network.id,
    abi: networkTokenAbi,
    functionName: "getPastTotalSupply",
    args: [time],
  });
  const governor = { ...next, address: network.governor, abi: networkGovernorAbi };
  const threshold = await callAt<bigint>(session, { ...governor, functionName: "proposalThreshold" });
  const quorum = await callAt<bigint>(session, { ...governor, functionName: "quorum", args: [time] });
  const votable = BigInt(network.votableSupply);
  const most = (votable * 2n) / 100n > 1n ? (votable * 2n) / 100n : 1n;
  const set = BigInt(network.proposalThreshold);
  const own = votingCheckpoints.filter((each) => each.network.id === network.id);
  expect({ votable, threshold: set < most ? set : most, quorum: BigInt(own.at(-1)?.quorum ?? 0) }).toEqual({
    votable: supply,
    threshold,
    quorum,
  });
  expect(network.votingCheckpointCount).toBe(own.length);
  expect(network.proposalCount).toBe(proposals.filter((each) => each.network.id === network.id).length);
}

async function expectVoterEqualsChain({ client }: Session, voter: IndexedVoter, blockNumber: bigint): Promise<void> {
  const contract = { address: voter.network.id, abi: networkTokenAbi, args: [voter.account.id], blockNumber } as const;
  const [votes, delegate] = await Promise.all([
    client.readContract({ ...contract, functionName: "getVotes" }),
    client.readContract({ ...contract, functionName: "delegates" }),
  ]);
  expect([voter.votes, voter.delegate?.account.id ?? zeroAddress], voter.account.id).toEqual([
    String(votes),
    delegate.toLowerCase(),
  ]);
}

async function expectTallyEqualsChain(
  { client }: Session,
  proposal: IndexedProposal,
  blockNumber: bigint,
): Promise<void> {
  const contract = { address: proposal.network.governor, abi: networkGovernorAbi, blockNumber } as const;
  const id = BigInt(proposal.proposalId);
  const [[against, votesFor, abstaining], snapshot, deadline, proposer] = await Promise.all([
    client.readContract({ ...contract, functionName: "proposalVotes", args: [id] }),
    client.readContract({ ...contract, functionName: "proposalSnapshot", args: [id] }),
    client.readContract({ ...contract, functionName: "proposalDeadline", args: [id] }),
    client.readContract({ ...contract, functionName: "proposalProposer", args: [id] }),
  ]);
  expect(proposal).toMatchObject({
    againstVotes: String(against),
    forVotes: String(votesFor),
    abstainVotes: String(abstaining),
    startsAt: String(snapshot),
    endsAt: String(deadline),
    proposer: { id: proposer.toLowerCase() },
  });
  const weights = proposal.votes.map(({ weight }) => BigInt(weight));
  expect(weights.reduce((sum, weight) => sum + weight, 0n)).toBe(against + votesFor + abstaining);
  expect(proposal.voterCount).toBe(weights.filter((weight) => weight > 0n).length);
  for (const { voter } of proposal.votes) {
    const args = [id, voter.id] as const;
    expect(await client.readContract({ ...contract, functionName: "hasVoted", args })).toBe(true);
  }
}

/** Known from the first vote on; before that, from the checkpoints once the second that decides is over. */
async function expectQuorumEqualsChain(
  session: Session,
  { network, proposalId, startsAt, quorum, votes }: IndexedProposal,
  checkpoints: readonly IndexedCheckpoint[],
  { blockNumber, time }: Moment,
): Promise<void> {
  expect(quorum === null, proposalId).toBe(votes.length === 0);
  const start = BigInt(startsAt);
  if (time < start) return;
  const onChain = await callAt<bigint>(session, {
    address: network.governor,
    abi: networkGovernorAbi,
    functionName: "quorum",
    args: [start],
    blockNumber,
    time: time + 1n,
  });
  const until = checkpoints.filter((each) => each.network.id === network.id && BigInt(each.timestamp) <= start);
  expect([until.at(-1)?.quorum ?? "0", quorum ?? String(onChain)], proposalId).toEqual([
    String(onChain),
    String(onChain),
  ]);
}

/** At the block's time, and around each moment at which time alone changes a state. */
async function expectStateEqualsChain(
  session: Session,
  proposal: IndexedProposal,
  { blockNumber, time }: Moment,
): Promise<void> {
  const turns = [proposal.startsAt, proposal.endsAt, proposal.expiresAt].map(BigInt);
  const times = [time, ...turns.flatMap((turn) => [turn, turn + 1n])].filter((each) => each >= time);
  for (const now of times) {
    const state = await callAt<number>(session, {
      address: proposal.network.governor,
      abi: networkGovernorAbi,
      functionName: "state",
      args: [BigInt(proposal.proposalId)],
      blockNumber,
      time: now,
    });
    expect(stateAt(proposal, now), `proposal ${proposal.proposalId} at ${now}, block ${blockNumber}`).toBe(
      stateOf(state),
    );
  }
}
