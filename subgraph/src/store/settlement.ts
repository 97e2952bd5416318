import { Settled } from "../../generated/Settlement/Settlement";
import { Settlement } from "../../generated/schema";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a settlement. */
export function createSettlement(event: Settled): Settlement {
  const params = event.params;
  const settlement = new Settlement(factId(event));
  settlement.account = getOrCreateAccount(params.account).id;
  settlement.caller = getOrCreateAccount(params.caller).id;
  settlement.paid = params.paid;
  settlement.block = event.block.number;
  settlement.timestamp = event.block.timestamp;
  settlement.transaction = event.transaction.hash;
  settlement.save();
  return settlement;
}
