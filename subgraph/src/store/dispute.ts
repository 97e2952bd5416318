import { Bytes } from "@graphprotocol/graph-ts";
import { Dispute } from "../../generated/schema";
import { Disputed } from "../../generated/templates/PersonalToken/PersonalToken";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a holder's doubts about a gain, given by its id. */
export function createDispute(event: Disputed, realization: Bytes): Dispute {
  const params = event.params;
  const dispute = new Dispute(factId(event));
  dispute.token = event.address;
  dispute.realization = realization;
  dispute.holder = getOrCreateAccount(params.holder).id;
  dispute.uri = params.uri;
  dispute.block = event.block.number;
  dispute.timestamp = event.block.timestamp;
  dispute.transaction = event.transaction.hash;
  dispute.save();
  return dispute;
}
