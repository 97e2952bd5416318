import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Income } from "../../generated/schema";
import { factId } from "../ids";
import { getOrCreateAccount } from "./account";

/** Records income of the token that emitted `event`; `realization` is the id of the gain that it is, if it is one. */
export function createIncome(
  event: ethereum.Event,
  kind: string,
  source: Bytes,
  amount: BigInt,
  note: string,
  realization: Bytes | null,
): Income {
  const income = new Income(factId(event));
  income.token = event.address;
  income.kind = kind;
  income.source = getOrCreateAccount(source).id;
  income.amount = amount;
  income.note = note;
  income.realization = realization;
  income.block = event.block.number;
  income.timestamp = event.block.timestamp;
  income.transaction = event.transaction.hash;
  income.save();
  return income;
}
