import { BigInt, Bytes, log } from "@graphprotocol/graph-ts";
import { Realization } from "../../generated/schema";
import { Realized } from "../../generated/templates/PersonalToken/PersonalToken";
import { realizationId } from "../ids";
import { getOrCreateAccount } from "./account";

/** The gain of that number; null, with a line in the log, when the token never announced it. */
export function getRealization(token: Bytes, number: BigInt): Realization | null {
  const realization = number.isI32() ? Realization.load(realizationId(token, number.toI32())) : null;
  if (realization === null) log.error("[realization] No gain {} of {}", [number.toString(), token.toHexString()]);
  return realization;
}

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
