import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Vote } from "../../generated/schema";
import { voteId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a vote, of which the contract takes one an account. */
export function createVote(
  event: ethereum.Event,
  proposal: Bytes,
  voter: Bytes,
  support: string,
  weight: BigInt,
  reason: string,
  params: Bytes | null,
): Vote {
  const vote = new Vote(voteId(proposal, voter));
  vote.proposal = proposal;
  vote.voter = getOrCreateAccount(voter).id;
  vote.support = support;
  vote.weight = weight;
  vote.reason = reason;
  vote.params = params;
  vote.block = event.block.number;
  vote.timestamp = event.block.timestamp;
  vote.transaction = event.transaction.hash;
  vote.save();
  return vote;
}
