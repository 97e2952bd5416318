import { Address } from "@graphprotocol/graph-ts";
import { DelegateChange } from "../../generated/schema";
import { DelegateChanged } from "../../generated/templates/NetworkToken/NetworkToken";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records that somebody let somebody else vote. */
export function createDelegateChange(event: DelegateChanged): DelegateChange {
  const params = event.params;
  const zero = Address.zero();
  const change = new DelegateChange(factId(event));
  change.network = event.address;
  change.delegator = getOrCreateAccount(params.delegator).id;
  if (params.fromDelegate != zero) change.from = getOrCreateAccount(params.fromDelegate).id;
  if (params.toDelegate != zero) change.to = getOrCreateAccount(params.toDelegate).id;
  change.block = event.block.number;
  change.timestamp = event.block.timestamp;
  change.transaction = event.transaction.hash;
  change.save();
  return change;
}
