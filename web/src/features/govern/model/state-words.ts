import type { Proposal } from "../../../data/governance/proposal.ts";
import { formatDate, formatRelative } from "../../../lib/format.ts";
import type { ProposalState } from "./proposal-state.ts";

/** What a state is called. */
export const STATE_WORDS: Readonly<Record<ProposalState, string>> = {
  pending: "not open yet",
  active: "vote is open",
  succeeded: "passed",
  defeated: "did not pass",
  expired: "passed, never put into force",
  executed: "in force",
  cancelled: "withdrawn",
};

/** What comes next, or when it ended. */
export function whenWords(proposal: Proposal, state: ProposalState, now: number): string {
  switch (state) {
    case "pending":
      return `The vote opens ${formatRelative(proposal.startsAt, now)}`;
    case "active":
      return `Ends ${formatRelative(proposal.endsAt, now)}`;
    case "succeeded":
      return `Anybody can put it into force, until ${formatDate(proposal.expiresAt, { time: true })}`;
    default:
      return `The vote ended ${formatDate(proposal.endsAt)}`;
  }
}
