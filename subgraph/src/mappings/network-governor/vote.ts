import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Proposal } from "../../../generated/schema";
import { networkOfGovernor } from "../../helpers/governor-context";
import { AGAINST, FOR, voteSupportOf } from "../../helpers/kinds";
import { getNetwork } from "../../store/network-token";
import { getProposal } from "../../store/proposal";
import { createVote } from "../../store/vote";
import { quorumAt } from "../../store/voting-checkpoint";

/** Somebody voted: the first vote tells that the second which decides the quorum is over. */
export function recordVote(
  event: ethereum.Event,
  governorsId: BigInt,
  voter: Address,
  supportIndex: i32,
  weight: BigInt,
  reason: string,
  params: Bytes | null,
): void {
  const proposal = getProposal(networkOfGovernor(), governorsId);
  if (proposal === null) return;
  const support = voteSupportOf(supportIndex);
  addVotes(proposal, support, weight);
  if (proposal.quorum === null) proposal.quorum = quorumAt(getNetwork(proposal.network), proposal.startsAt);
  proposal.save();
  createVote(event, proposal.id, voter, support, weight, reason, params);
}

function addVotes(proposal: Proposal, support: string, weight: BigInt): void {
  if (!weight.isZero()) proposal.voterCount += 1;
  if (support == FOR) proposal.forVotes = proposal.forVotes.plus(weight);
  else if (support == AGAINST) proposal.againstVotes = proposal.againstVotes.plus(weight);
  else proposal.abstainVotes = proposal.abstainVotes.plus(weight);
}
