import { Bytes, ethereum } from "@graphprotocol/graph-ts";
import { PersonTransfer } from "../../generated/schema";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records a step in which the token that emitted `event` goes to another wallet. */
export function createPersonTransfer(
  event: ethereum.Event,
  step: string,
  from: Bytes,
  to: Bytes | null,
): PersonTransfer {
  const transfer = new PersonTransfer(factId(event));
  transfer.token = event.address;
  transfer.step = step;
  transfer.from = getOrCreateAccount(from).id;
  transfer.to = to;
  transfer.block = event.block.number;
  transfer.timestamp = event.block.timestamp;
  transfer.transaction = event.transaction.hash;
  transfer.save();
  return transfer;
}
