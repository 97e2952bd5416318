import { Issuance } from "../../generated/schema";
import { Issued } from "../../generated/templates/PersonalToken/PersonalToken";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records new shares; the transfer that makes them says the rest. */
export function createIssuance(event: Issued): Issuance {
  const params = event.params;
  const issuance = new Issuance(factId(event));
  issuance.token = event.address;
  issuance.to = getOrCreateAccount(params.to).id;
  issuance.shares = params.shares;
  issuance.totalSupply = params.totalSupply;
  issuance.block = event.block.number;
  issuance.timestamp = event.block.timestamp;
  issuance.transaction = event.transaction.hash;
  issuance.save();
  return issuance;
}
