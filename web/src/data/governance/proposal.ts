import type { Hex } from "viem";
import type { Address } from "../../lib/address.ts";

/** What a call of a proposal would do. */
export type ProposalAction =
  | { readonly name: "entry" | "exit"; readonly terms: ProposedTerms }
  | { readonly name: "cancel"; readonly terms: EndedTerms | undefined }
  | { readonly name: "metadata" }
  | { readonly name: "setting"; readonly setting: SettingName; readonly value: bigint };

/** A setting that a vote can change. */
export type SettingName = "voting-delay" | "voting-period" | "threshold" | "quorum" | "late-quorum";

/** Terms that a proposal would open. */
export interface ProposedTerms {
  readonly member: Address;
  /** Who may use them; null for anyone. */
  readonly account: Address | null;
  /** Network shares per member share, 1e18 = one for one. */
  readonly rate: bigint;
  /** Most member shares that move, in wei of the member token. */
  readonly cap: bigint;
  /** Last second at which they can be used, Unix time. */
  readonly expiry: number;
  /** Seconds for which new shares don't move. */
  readonly lockup: number;
}

/** A call that is made if the proposal passes. */
export interface ProposalCall {
  readonly target: Address;
  readonly value: bigint;
  readonly calldata: Hex;
  readonly action: ProposalAction;
}

/** A vote that was cast. */
export interface CastVote {
  readonly voter: Address;
  readonly support: "for" | "against" | "abstain";
  /** In wei of network shares. */
  readonly weight: bigint;
  /** As the voter wrote it; may be empty. */
  readonly reason: string;
}

/** Terms that a call would end. */
export interface EndedTerms {
  /** Number within the network, from 0. */
  readonly number: number;
  /** Whether shares go in under them, or come back. */
  readonly way: "in" | "out";
  readonly member: Address;
  /** Who may use the terms; null for anyone. */
  readonly account: Address | null;
}

/** What decides where a proposal stands. Votes are in wei of network shares. */
export interface VoteFacts {
  readonly status: "proposed" | "executed" | "cancelled";
  /** Second whose end decides who votes with how much, Unix time. */
  readonly startsAt: number;
  /** Last second of the vote, Unix time. */
  readonly endsAt: number;
  /** Last second in which it can be executed, Unix time. */
  readonly expiresAt: number;
  /** Votes for and abstaining that it needs; null until somebody votes. */
  readonly quorum: bigint | null;
  readonly forVotes: bigint;
  readonly againstVotes: bigint;
  readonly abstainVotes: bigint;
}

/** Something that members of a network vote on. */
export interface Proposal extends VoteFacts {
  readonly id: string;
  /** Number within the network, from 0, in order of time. */
  readonly number: number;
  /** The governor's number: a hash of calls and description. */
  readonly proposalId: bigint;
  readonly proposer: Address;
  /** As the proposer wrote it, first line apart. */
  readonly title: string;
  readonly description: string;
  readonly voterCount: number;
  readonly createdAt: number;
  readonly calls: readonly ProposalCall[];
  /** The heaviest votes. */
  readonly votes: readonly CastVote[];
}

/** A wish to become a member, on the record. */
export interface Application {
  readonly id: string;
  readonly member: Address;
  readonly account: Address;
  /** Member shares that would be staked, in wei of the member token. */
  readonly amount: bigint;
  /** Network shares per member share that it asks for, 1e18 = one for one. */
  readonly rate: bigint;
  /** Link or hash to what speaks for it, as the applicant wrote it. */
  readonly uri: string;
  readonly status: "open" | "proposed" | "admitted" | "staked" | "replaced";
  readonly createdAt: number;
}

/** How a network's members decide, and on what. */
export interface NetworkGovernance {
  readonly block: number;
  readonly governor: Address;
  /** Seconds from a proposal to its vote. */
  readonly votingDelay: number;
  /** Seconds for which a vote is open. */
  readonly votingPeriod: number;
  /** Votes that a proposer needs, in wei of network shares. */
  readonly proposalThreshold: bigint;
  /** Votes for or abstaining that a proposal needs, in percent of all that there are. */
  readonly quorumPercent: bigint;
  /** Seconds for which a vote stays open at least after enough took part. */
  readonly lateQuorumExtension: number;
  /** What the governor counts as a day, in seconds: 86,400 but on local chains. */
  readonly secondsPerDay: number;
  /** Votes that there are, in wei of network shares. */
  readonly votableSupply: bigint;
  /** Proposals ever made. */
  readonly proposalCount: number;
  /** Those that may still be put into force, whatever the vote says so far; newest first. */
  readonly proposals: readonly Proposal[];
  /** Those that wait for somebody to stand for them, newest first. */
  readonly applications: readonly Application[];
}

/** How much of a say an account has in a network. */
export interface VotingPower {
  /** Votes that the account casts, in wei of network shares. */
  readonly votes: bigint;
  /** Who casts the votes of this account's shares; undefined if nobody does. */
  readonly delegate: Address | undefined;
}
