import type { Indexer } from "@weft/indexer";
import type { Address } from "viem";
import type { IndexedProposalFacts } from "./proposal-state.ts";
import { query } from "./query.ts";

/** A network's votes as the index has them. Amounts and times are decimal strings. */
export interface IndexedElectorate {
  readonly id: Address;
  readonly governor: Address;
  readonly votingDelay: string;
  readonly votingPeriod: string;
  readonly proposalThreshold: string;
  readonly quorumPercent: string;
  readonly lateQuorumExtension: string;
  readonly secondsPerDay: string;
  readonly votableSupply: string;
  readonly votingCheckpointCount: number;
  readonly proposalCount: number;
}

/** Who votes with how much, as the index has it. */
export interface IndexedVoter {
  readonly network: { readonly id: Address };
  readonly account: { readonly id: Address };
  readonly delegate: { readonly account: { readonly id: Address } } | null;
  readonly votes: string;
}

/** A proposal as the index has it. */
export interface IndexedProposal extends IndexedProposalFacts {
  readonly network: { readonly id: Address; readonly governor: Address };
  readonly proposalId: string;
  readonly proposer: { readonly id: Address };
  readonly votes: readonly { readonly voter: { readonly id: Address }; readonly weight: string }[];
  readonly voterCount: number;
}

/** What a quorum was, as the index has it. */
export interface IndexedCheckpoint {
  readonly network: { readonly id: Address };
  readonly timestamp: string;
  readonly quorum: string;
}

/** What the index says of votes at one block. */
export interface IndexedGovernance {
  readonly networkTokens: readonly IndexedElectorate[];
  readonly voters: readonly IndexedVoter[];
  readonly proposals: readonly IndexedProposal[];
  readonly votingCheckpoints: readonly IndexedCheckpoint[];
}

const GOVERNANCE = `query Governance($block: Int!) {
  networkTokens(first: 1000, block: { number: $block }) {
    id governor votingDelay votingPeriod proposalThreshold quorumPercent lateQuorumExtension secondsPerDay
    votableSupply votingCheckpointCount proposalCount
  }
  voters(first: 1000, block: { number: $block }) {
    network { id } account { id } delegate { account { id } } votes
  }
  proposals(first: 1000, block: { number: $block }) {
    network { id governor } proposalId proposer { id } status startsAt endsAt expiresAt
    quorum forVotes againstVotes abstainVotes voterCount votes(first: 1000) { voter { id } weight }
  }
  votingCheckpoints(first: 1000, orderBy: timestamp, block: { number: $block }) { network { id } timestamp quorum }
}`;

/** Reads everything about votes that the contracts can be asked about, as it was at a block. */
export function readGovernance(indexer: Indexer, block: number): Promise<IndexedGovernance> {
  return query<IndexedGovernance>(indexer, GOVERNANCE, { block });
}
