import { Dispute } from "../../generated/schema";
import { Disputed } from "../../generated/templates/PersonalToken/PersonalToken";
import { factId, realizationId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a holder's doubts about a gain. */
export function createDispute(event: Disputed): Dispute {
  const params = event.params;
  const dispute = new Dispute(factId(event));
  dispute.token = event.address;
  dispute.realization = realizationId(event.address, params.realizationId.toI32());
  dispute.holder = getOrCreateAccount(params.holder).id;
  dispute.uri = params.uri;
  dispute.block = event.block.number;
  dispute.timestamp = event.block.timestamp;
  dispute.transaction = event.transaction.hash;
  dispute.save();
  return dispute;
}
