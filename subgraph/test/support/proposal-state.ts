/** States of proposals, in the order of OpenZeppelin's `ProposalState`. */
const STATES = ["PENDING", "ACTIVE", "CANCELLED", "DEFEATED", "SUCCEEDED", "QUEUED", "EXPIRED", "EXECUTED"] as const;

/** State of a proposal. */
export type ProposalState = (typeof STATES)[number];

/** What tells a proposal's state, as the index has it. Amounts and times are decimal strings. */
export interface IndexedProposalFacts {
  readonly status: "PROPOSED" | "EXECUTED" | "CANCELLED";
  readonly startsAt: string;
  readonly endsAt: string;
  readonly expiresAt: string;
  readonly quorum: string | null;
  readonly forVotes: string;
  readonly againstVotes: string;
  readonly abstainVotes: string;
}

/** Name of OpenZeppelin's `ProposalState` number. */
export function stateOf(index: number): ProposalState {
  return STATES[index] as ProposalState;
}

/** A proposal's state at `now`, Unix time, from indexed fields alone, as the schema says how to tell it. */
export function stateAt(proposal: IndexedProposalFacts, now: bigint): ProposalState {
  if (proposal.status !== "PROPOSED") return proposal.status;
  if (now <= BigInt(proposal.startsAt)) return "PENDING";
  if (now <= BigInt(proposal.endsAt)) return "ACTIVE";
  const [votesFor, against, abstaining] = [proposal.forVotes, proposal.againstVotes, proposal.abstainVotes].map(
    BigInt,
  ) as [bigint, bigint, bigint];
  const quorate = proposal.quorum !== null && votesFor + abstaining >= BigInt(proposal.quorum);
  if (!quorate || votesFor <= against) return "DEFEATED";
  return now <= BigInt(proposal.expiresAt) ? "SUCCEEDED" : "EXPIRED";
}
