import { BigInt, Bytes, log } from "@graphprotocol/graph-ts";
import { NetworkToken, Proposal } from "../../generated/schema";
import { ProposalCreated } from "../../generated/templates/NetworkGovernor/NetworkGovernor";
import { PROPOSED } from "../helpers/kinds";
import { titleOf } from "../helpers/title";
import { proposalIdOf } from "../ids";
import { getOrCreateAccount } from "./account";
import { createProposalCall } from "./proposal-call";

/** Days of the governor's within which what passed is executed, or never. */
const EXECUTION_DAYS = BigInt.fromI32(14);

/** The proposal of that governor's id; null, with a line in the log, when the governor never announced it. */
export function getProposal(network: Bytes, governorsId: BigInt): Proposal | null {
  const proposal = Proposal.load(proposalIdOf(network, governorsId));
  if (proposal === null) log.error("[proposal] No {} in {}", [governorsId.toString(), network.toHexString()]);
  return proposal;
}

/** A proposal as made, with its calls: nobody has voted yet. */
export function createProposal(network: NetworkToken, event: ProposalCreated): Proposal {
  const params = event.params;
  const zero = BigInt.zero();
  const proposal = new Proposal(proposalIdOf(network.id, params.proposalId));
  proposal.network = network.id;
  proposal.proposalId = params.proposalId;
  proposal.number = network.proposalCount;
  proposal.proposer = getOrCreateAccount(params.proposer).id;
  proposal.title = titleOf(params.description);
  proposal.description = params.description;
  proposal.callCount = params.targets.length;
  proposal.status = PROPOSED;
  proposal.startsAt = params.voteStart;
  setEnd(proposal, network, params.voteEnd);
  proposal.forVotes = zero;
  proposal.againstVotes = zero;
  proposal.abstainVotes = zero;
  proposal.voterCount = 0;
  proposal.createdAt = event.block.timestamp;
  proposal.createdAtBlock = event.block.number;
  proposal.createdTransaction = event.transaction.hash;
  proposal.save();
  for (let i = 0; i < params.targets.length; i++) {
    createProposalCall(proposal, i, params.targets[i], params.values[i], params.calldatas[i]);
  }
  return proposal;
}

/** The vote ends at `endsAt`, Unix time; from then on counts what time there is for the execution. */
export function setEnd(proposal: Proposal, network: NetworkToken, endsAt: BigInt): void {
  proposal.endsAt = endsAt;
  proposal.expiresAt = endsAt.plus(network.secondsPerDay.times(EXECUTION_DAYS));
}
