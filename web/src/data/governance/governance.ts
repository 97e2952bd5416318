import { queryOptions } from "@tanstack/react-query";
import { concat } from "viem";
import type { Config } from "wagmi";
import { readContract } from "wagmi/actions";
import { networkGovernorAbi } from "../../chain/contracts.ts";
import type { Address } from "../../lib/address.ts";
import { queryGraphql } from "../query-graphql.ts";
import { queryKeys } from "../query-keys.ts";
import { readAddress, readAmount } from "../read-answer.ts";
import { GOVERNANCE, VOTING_POWER } from "./governance-documents.ts";
import type { CastVote, Proposal, VotingPower } from "./proposal.ts";
import { readGovernance, readVote } from "./read-governance.ts";

/** What members of a network vote on; null where the index has no such network. */
export function governanceQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("governance", network),
    queryFn: async ({ signal }) => readGovernance(await queryGraphql(GOVERNANCE, { id: network }, { signal })),
    structuralSharing: false,
  });
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
