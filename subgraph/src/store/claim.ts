import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Claim } from "../../generated/schema";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a payment of income by the token that emitted `event`. */
export function createClaim(event: ethereum.Event, account: Bytes, to: Bytes, amount: BigInt): Claim {
  const claim = new Claim(factId(event));
  claim.token = event.address;
  claim.account = account;
  claim.to = getOrCreateAccount(to).id;
  claim.amount = amount;
  claim.block = event.block.number;
  claim.timestamp = event.block.timestamp;
  claim.transaction = event.transaction.hash;
  claim.save();
  return claim;
}
