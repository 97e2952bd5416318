import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Voter } from "../../generated/schema";
import { voterId } from "../ids";
import { getOrCreateAccount } from "./account";

/** What `account` votes with in `network`, made and saved at its first appearance: nothing, by nobody. */
export function getOrCreateVoter(network: Bytes, account: Bytes, time: BigInt): Voter {
  const id = voterId(network, account);
  const known = Voter.load(id);
  if (known !== null) return known;
  const voter = new Voter(id);
  voter.network = network;
  voter.account = getOrCreateAccount(account).id;
  voter.votes = BigInt.zero();
  voter.updatedAt = time;
  voter.save();
  return voter;
}

/** From `time` on `delegate` casts the votes of the account's shares; the zero address is nobody. */
export function setDelegate(network: Bytes, account: Address, delegate: Address, time: BigInt): void {
  const somebody = delegate != Address.zero();
  // Before the account's own is loaded: it may be the same.
  if (somebody) getOrCreateVoter(network, delegate, time);
  const voter = getOrCreateVoter(network, account, time);
  voter.delegate = somebody ? voterId(network, delegate) : null;
  voter.updatedAt = time;
  voter.save();
}
