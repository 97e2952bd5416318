import { Realization } from "../../generated/schema";
import { Realized } from "../../generated/templates/PersonalToken/PersonalToken";
import { realizationId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a gain that a person realized. */
export function createRealization(event: Realized): Realization {
  const params = event.params;
  const realization = new Realization(realizationId(event.address, params.realizationId.toI32()));
  realization.token = event.address;
  realization.person = getOrCreateAccount(params.person).id;
  realization.number = params.realizationId;
  realization.amount = params.amount;
  realization.duration = params.duration;
  realization.evidence = params.evidence;
  realization.block = event.block.number;
  realization.timestamp = event.block.timestamp;
  realization.transaction = event.transaction.hash;
  realization.save();
  return realization;
}
