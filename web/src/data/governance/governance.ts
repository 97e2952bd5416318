import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { concat } from "viem";
import type { Config } from "wagmi";
import { readContract } from "wagmi/actions";
import { networkGovernorAbi } from "../../chain/contracts.ts";
import type { Address } from "../../lib/address.ts";
import { queryGraphql } from "../query-graphql.ts";
import { queryKeys } from "../query-keys.ts";
import { readAddress, readAmount } from "../read-answer.ts";
import { GOVERNANCE, PROPOSALS, VOTING_POWER } from "./governance-documents.ts";
import type { CastVote, NetworkGovernance, Proposal, VotingPower } from "./proposal.ts";
import { readGovernance, readProposal, readVote } from "./read-governance.ts";

/** As many as an index answers at once: each of them took somebody with enough votes to make. */
const MOST_LIVE = 1000;

/** Ended votes that are read at once. */
export const EARLIER_PAGE = 20;

/** How members of a network vote, and on what; null where the index has no such network. */
export function governanceQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("governance", network),
    queryFn: ({ signal }) => readLive(network, signal),
    structuralSharing: false,
  });
}

async function readLive(network: Address, signal: AbortSignal): Promise<NetworkGovernance | null> {
  const where = { network, status: "PROPOSED", expiresAt_gte: unixNow() } as const;
  const [answer, { proposals }] = await Promise.all([
    queryGraphql(GOVERNANCE, { id: network }, { signal }),
    queryGraphql(PROPOSALS, { where, first: MOST_LIVE }, { signal }),
  ]);
  return readGovernance(answer, proposals.map(readProposal));
}

/** Proposals that can't be put into force any more, in pages, the newest first. */
export function earlierProposalsQueryOptions(network: Address) {
  return infiniteQueryOptions({
    queryKey: queryKeys.index("earlier-proposals", network),
    queryFn: ({ pageParam, signal }) => readEarlier(network, pageParam, signal),
    initialPageParam: Number.NaN,
    // Numbers rise with time and are given once, so that a page stays what it was when new proposals come.
    getNextPageParam: (page) => (page.length === EARLIER_PAGE ? page.at(-1)?.number : undefined),
    structuralSharing: false,
  });
}

/** @param before The number that all are below; NaN for the newest. */
async function readEarlier(network: Address, before: number, signal: AbortSignal): Promise<readonly Proposal[]> {
  const older = Number.isNaN(before) ? { network } : { network, number_lt: before };
  const where = {
    or: [
      { ...older, status_not: "PROPOSED" as const },
      { ...older, expiresAt_lt: unixNow() },
    ],
  };
  const { proposals } = await queryGraphql(PROPOSALS, { where, first: EARLIER_PAGE }, { signal });
  return proposals.map(readProposal);
}

function unixNow(): string {
  return String(Math.floor(Date.now() / 1000));
}

/** An account's say in a network, and its votes there by proposal. */
export interface VoterRecord extends VotingPower {
  readonly votes: bigint;
  readonly cast: ReadonlyMap<string, CastVote>;
}

/** What an account has to say in a network. */
export function voterQueryOptions(network: Address, account: Address) {
  return queryOptions({
    queryKey: queryKeys.index("voter", network, account),
    queryFn: ({ signal }) => readVoter(network, account, signal),
    structuralSharing: false,
  });
}

async function readVoter(network: Address, account: Address, signal: AbortSignal): Promise<VoterRecord> {
  const variables = { voter: concat([network, account]), account, network };
  const { voter, votes } = await queryGraphql(VOTING_POWER, variables, { signal });
  return {
    votes: voter ? readAmount(voter.votes, "Voter.votes") : 0n,
    delegate: voter?.delegate ? readAddress(voter.delegate.account.id, "Voter.delegate") : undefined,
    cast: new Map(votes.map((vote) => [vote.proposal.id, readVote(vote)])),
  };
}

/** With how many votes an account counts in one proposal: those of the second in which its vote began. In wei of shares. */
export function weightQueryOptions(config: Config, governor: Address, account: Address, proposal: Proposal) {
  return queryOptions({
    queryKey: queryKeys.chain("voting-weight", governor, account, proposal.startsAt),
    queryFn: () =>
      readContract(config, {
        address: governor,
        abi: networkGovernorAbi,
        functionName: "getVotes",
        args: [account, BigInt(proposal.startsAt)],
      }),
    structuralSharing: false,
  });
}
