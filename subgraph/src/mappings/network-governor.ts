import {
  LateQuorumVoteExtensionSet,
  ProposalCanceled,
  ProposalCreated,
  ProposalExecuted,
  ProposalExtended,
  ProposalThresholdSet,
  QuorumNumeratorUpdated,
  VoteCast,
  VoteCastWithParams,
  VotingDelaySet,
  VotingPeriodSet,
} from "../../generated/templates/NetworkGovernor/NetworkGovernor";
import { networkOfGovernor } from "../helpers/governor-context";
import {
  CANCELLED,
  EXECUTED,
  LATE_QUORUM_EXTENSION,
  PROPOSAL_THRESHOLD,
  QUORUM_PERCENT,
  VOTING_DELAY,
  VOTING_PERIOD,
} from "../helpers/kinds";
import { createSettingChange } from "../store/governor-setting-change";
import { getNetwork } from "../store/network-token";
import { createProposal, getProposal, setEnd } from "../store/proposal";
import { noteQuorum } from "../store/voting-checkpoint";
import { linkTerms, unlinkApplications } from "./network-governor/outcome";
import { recordVote } from "./network-governor/vote";

export function handleProposalCreated(event: ProposalCreated): void {
  const network = getNetwork(networkOfGovernor());
  createProposal(network, event);
  network.proposalCount += 1;
  network.save();
}

export function handleVoteCast(event: VoteCast): void {
  const params = event.params;
  recordVote(event, params.proposalId, params.voter, params.support, params.weight, params.reason, null);
}

export function handleVoteCastWithParams(event: VoteCastWithParams): void {
  const params = event.params;
  recordVote(event, params.proposalId, params.voter, params.support, params.weight, params.reason, params.params);
}

export function handleProposalExtended(event: ProposalExtended): void {
  const network = getNetwork(networkOfGovernor());
  const proposal = getProposal(network.id, event.params.proposalId);
  if (proposal === null) return;
  setEnd(proposal, network, event.params.extendedDeadline);
  proposal.extendedAt = event.block.timestamp;
  proposal.save();
}

export function handleProposalExecuted(event: ProposalExecuted): void {
  const proposal = getProposal(networkOfGovernor(), event.params.proposalId);
  if (proposal === null) return;
  proposal.status = EXECUTED;
  proposal.executedAt = event.block.timestamp;
  proposal.executedAtBlock = event.block.number;
  proposal.executedTransaction = event.transaction.hash;
  proposal.save();
  linkTerms(proposal, getNetwork(proposal.network));
}

export function handleProposalCanceled(event: ProposalCanceled): void {
  const proposal = getProposal(networkOfGovernor(), event.params.proposalId);
  if (proposal === null) return;
  proposal.status = CANCELLED;
  proposal.cancelledAt = event.block.timestamp;
  proposal.cancelledAtBlock = event.block.number;
  proposal.cancelledTransaction = event.transaction.hash;
  proposal.save();
  unlinkApplications(proposal);
}

export function handleVotingDelaySet(event: VotingDelaySet): void {
  const network = getNetwork(networkOfGovernor());
  network.votingDelay = event.params.newVotingDelay;
  network.save();
  createSettingChange(event, network.id, VOTING_DELAY, event.params.oldVotingDelay, event.params.newVotingDelay);
}

export function handleVotingPeriodSet(event: VotingPeriodSet): void {
  const network = getNetwork(networkOfGovernor());
  network.votingPeriod = event.params.newVotingPeriod;
  network.save();
  createSettingChange(event, network.id, VOTING_PERIOD, event.params.oldVotingPeriod, event.params.newVotingPeriod);
}

export function handleProposalThresholdSet(event: ProposalThresholdSet): void {
  const params = event.params;
  const network = getNetwork(networkOfGovernor());
  network.proposalThreshold = params.newProposalThreshold;
  network.save();
  createSettingChange(event, network.id, PROPOSAL_THRESHOLD, params.oldProposalThreshold, params.newProposalThreshold);
}

export function handleQuorumNumeratorUpdated(event: QuorumNumeratorUpdated): void {
  const params = event.params;
  const network = getNetwork(networkOfGovernor());
  network.quorumPercent = params.newQuorumNumerator;
  noteQuorum(network, event.block.timestamp);
  network.save();
  createSettingChange(event, network.id, QUORUM_PERCENT, params.oldQuorumNumerator, params.newQuorumNumerator);
}

export function handleLateQuorumVoteExtensionSet(event: LateQuorumVoteExtensionSet): void {
  const params = event.params;
  const network = getNetwork(networkOfGovernor());
  network.lateQuorumExtension = params.newVoteExtension;
  // The first one is set when the governor is made: to one of its days.
  if (network.secondsPerDay.isZero()) network.secondsPerDay = params.newVoteExtension;
  network.save();
  createSettingChange(event, network.id, LATE_QUORUM_EXTENSION, params.oldVoteExtension, params.newVoteExtension);
}
