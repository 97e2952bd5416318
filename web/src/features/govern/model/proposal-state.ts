import type { VoteFacts } from "../../../data/governance/proposal.ts";

/** Where a proposal stands, as its governor would say. */
export type ProposalState = "pending" | "active" | "defeated" | "succeeded" | "expired" | "executed" | "cancelled";

/** States in which somebody can still do something. */
export const OPEN_STATES: ReadonlySet<ProposalState> = new Set(["pending", "active", "succeeded"]);

/**
 * The state of a proposal at a time.
 *
 * @param now Unix time.
 */
export function proposalState(proposal: VoteFacts, now: number): ProposalState {
  if (proposal.status !== "proposed") return proposal.status;
  if (now <= proposal.startsAt) return "pending";
  if (now <= proposal.endsAt) return "active";
  if (!passes(proposal)) return "defeated";
  return now <= proposal.expiresAt ? "succeeded" : "expired";
}

/** Whether the votes that were cast are enough. */
export function passes({ quorum, forVotes, againstVotes, abstainVotes }: VoteFacts): boolean {
  return quorum !== null && forVotes + abstainVotes >= quorum && forVotes > againstVotes;
}
