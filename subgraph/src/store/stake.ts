import { Stake } from "../../generated/schema";
import { Staked } from "../../generated/templates/NetworkToken/NetworkToken";
import { factId, termsId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a stake. */
export function createStake(event: Staked): Stake {
  const params = event.params;
  const stake = new Stake(factId(event));
  stake.network = event.address;
  stake.terms = termsId(event.address, params.termsId.toI32());
  stake.member = params.member;
  stake.account = getOrCreateAccount(params.account).id;
  stake.to = getOrCreateAccount(params.to).id;
  stake.amount = params.amount;
  stake.shares = params.shares;
  stake.block = event.block.number;
  stake.timestamp = event.block.timestamp;
  stake.transaction = event.transaction.hash;
  stake.save();
  return stake;
}
