import { Unstake } from "../../generated/schema";
import { Unstaked } from "../../generated/templates/NetworkToken/NetworkToken";
import { factId, termsId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records that a stake was given back. */
export function createUnstake(event: Unstaked): Unstake {
  const params = event.params;
  const unstake = new Unstake(factId(event));
  unstake.network = event.address;
  unstake.terms = termsId(event.address, params.termsId.toI32());
  unstake.member = params.member;
  unstake.account = getOrCreateAccount(params.account).id;
  unstake.amount = params.amount;
  unstake.shares = params.shares;
  unstake.block = event.block.number;
  unstake.timestamp = event.block.timestamp;
  unstake.transaction = event.transaction.hash;
  unstake.save();
  return unstake;
}
