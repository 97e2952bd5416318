import type { ResultOf } from "../graphql.ts";
import { IndexAnswerError, readAddress, readAmount, readCount, readText } from "../read-answer.ts";
import type { GOVERNANCE, PROPOSALS } from "./governance-documents.ts";
import type {
  Application,
  CastVote,
  EndedTerms,
  NetworkGovernance,
  Proposal,
  ProposalAction,
  ProposalCall,
  SettingName,
  VoteFacts,
} from "./proposal.ts";

type Answer = ResultOf<typeof GOVERNANCE>;
type NetworkRow = NonNullable<Answer["networkToken"]>;
type ProposalRow = ResultOf<typeof PROPOSALS>["proposals"][number];
type CallRow = ProposalRow["calls"][number];

const SUPPORT = { FOR: "for", AGAINST: "against", ABSTAIN: "abstain" } as const;
const STATUS = { PROPOSED: "proposed", EXECUTED: "executed", CANCELLED: "cancelled" } as const;
const APPLICATION_STATUS = {
  OPEN: "open",
  PROPOSED: "proposed",
  ADMITTED: "admitted",
  STAKED: "staked",
  REPLACED: "replaced",
} as const;
const SETTINGS: Readonly<Record<string, SettingName>> = {
  SET_VOTING_DELAY: "voting-delay",
  SET_VOTING_PERIOD: "voting-period",
  SET_PROPOSAL_THRESHOLD: "threshold",
  SET_QUORUM_PERCENT: "quorum",
  SET_LATE_QUORUM_EXTENSION: "late-quorum",
};

/** Reads an answer; null where the index has no such network. Throws `IndexAnswerError`. */
export function readGovernance(
  { _meta, networkToken: row }: Answer,
  proposals: readonly Proposal[],
): NetworkGovernance | null {
  if (!row) return null;
  return {
    block: readCount(_meta?.block.number, "_meta.block.number"),
    governor: readAddress(row.governor, "NetworkToken.governor"),
    votingDelay: readCount(row.votingDelay, "NetworkToken.votingDelay"),
    votingPeriod: readCount(row.votingPeriod, "NetworkToken.votingPeriod"),
    proposalThreshold: readAmount(row.proposalThreshold, "NetworkToken.proposalThreshold"),
    secondsPerDay: readCount(row.secondsPerDay, "NetworkToken.secondsPerDay"),
    votableSupply: readAmount(row.votableSupply, "NetworkToken.votableSupply"),
    quorumPercent: readAmount(row.quorumPercent, "NetworkToken.quorumPercent"),
    lateQuorumExtension: readCount(row.lateQuorumExtension, "NetworkToken.lateQuorumExtension"),
    proposalCount: row.proposalCount,
    proposals,
    applications: row.applications.map(readApplication),
  };
}

/** Reads a proposal. Throws `IndexAnswerError`. */
export function readProposal(row: ProposalRow): Proposal {
  return {
    id: row.id,
    proposalId: readAmount(row.proposalId, "Proposal.proposalId"),
    proposer: readAddress(row.proposer.id, "Proposal.proposer"),
    title: readText(row.title, "Proposal.title"),
    description: readText(row.description, "Proposal.description"),
    ...readVoteFacts(row),
    number: readCount(row.number, "Proposal.number"),
    voterCount: readCount(row.voterCount, "Proposal.voterCount"),
    createdAt: readCount(row.createdAt, "Proposal.createdAt"),
    calls: row.calls.map(readCall),
    votes: row.votes.map(readVote),
  };
}

/** Reads what decides where a proposal stands. Throws `IndexAnswerError`. */
export function readVoteFacts(row: Pick<ProposalRow, keyof VoteFacts>): VoteFacts {
  return {
    status: STATUS[row.status],
    startsAt: readCount(row.startsAt, "Proposal.startsAt"),
    endsAt: readCount(row.endsAt, "Proposal.endsAt"),
    expiresAt: readCount(row.expiresAt, "Proposal.expiresAt"),
    quorum: row.quorum === null ? null : readAmount(row.quorum, "Proposal.quorum"),
    forVotes: readAmount(row.forVotes, "Proposal.forVotes"),
    againstVotes: readAmount(row.againstVotes, "Proposal.againstVotes"),
    abstainVotes: readAmount(row.abstainVotes, "Proposal.abstainVotes"),
  };
}

/** Reads a vote. Throws `IndexAnswerError`. */
export function readVote(row: ProposalRow["votes"][number]): CastVote {
  return {
    voter: readAddress(row.voter.id, "Vote.voter"),
    support: SUPPORT[row.support],
    weight: readAmount(row.weight, "Vote.weight"),
    reason: readText(row.reason, "Vote.reason"),
  };
}

function readCall(row: CallRow): ProposalCall {
  return {
    target: readAddress(row.target, "ProposalCall.target"),
    value: readAmount(row.value, "ProposalCall.value"),
    calldata: row.calldata,
    action: readAction(row),
  };
}

function readAction(row: CallRow): ProposalAction {
  switch (row.action) {
    case "CREATE_ENTRY_TERMS":
      return { name: "entry", terms: readTerms(row) };
    case "CREATE_EXIT_TERMS":
      return { name: "exit", terms: readTerms(row) };
    case "CANCEL_TERMS":
      return { name: "cancel", terms: row.cancels ? readEnded(row.cancels) : undefined };
    case "SET_CONTRACT_URI":
      return { name: "metadata" };
    default: {
      const setting = SETTINGS[row.action];
      if (setting === undefined)
        throw new IndexAnswerError("ProposalCall.action", row.action, "an action of a governor");
      return { name: "setting", setting, value: readAmount(row.setting, "ProposalCall.setting") };
    }
  }
}

function readEnded({ number, kind, member, account }: NonNullable<CallRow["cancels"]>): EndedTerms {
  return {
    number,
    way: kind === "EXIT" ? "out" : "in",
    member: readAddress(member.id, "Terms.member"),
    account: account ? readAddress(account.id, "Terms.account") : null,
  };
}

function readTerms(row: CallRow) {
  return {
    member: readAddress(row.member?.id, "ProposalCall.member"),
    account: row.account ? readAddress(row.account.id, "ProposalCall.account") : null,
    rate: readAmount(row.rate, "ProposalCall.rate"),
    cap: readAmount(row.cap, "ProposalCall.cap"),
    expiry: readCount(row.expiry, "ProposalCall.expiry"),
    lockup: readCount(row.lockup, "ProposalCall.lockup"),
  };
}

function readApplication(row: NetworkRow["applications"][number]): Application {
  return {
    id: row.id,
    member: readAddress(row.member.id, "Application.member"),
    account: readAddress(row.account.id, "Application.account"),
    amount: readAmount(row.amount, "Application.amount"),
    rate: readAmount(row.rate, "Application.rate"),
    uri: readText(row.uri, "Application.uri"),
    status: APPLICATION_STATUS[row.status],
    createdAt: readCount(row.createdAt, "Application.createdAt"),
  };
}
