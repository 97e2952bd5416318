import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Holding, StatementEntry } from "../../generated/schema";
import { holdingId, statementEntryId } from "../ids";

/**
 * An entry of an account's statement about a token, in which nothing moved yet: whoever calls says what did, and saves it.
 * `part` tells entries apart that one event makes for one account.
 */
export function newStatementEntry(
  event: ethereum.Event,
  part: u8,
  account: Bytes,
  kind: string,
  token: Bytes,
): StatementEntry {
  const entry = new StatementEntry(statementEntryId(account, event, part));
  const holding = Holding.load(holdingId(token, account));
  entry.account = account;
  entry.kind = kind;
  entry.token = token;
  entry.shares = BigInt.zero();
  entry.amount = BigInt.zero();
  entry.balance = holding === null ? BigInt.zero() : holding.balance;
  entry.block = event.block.number;
  entry.timestamp = event.block.timestamp;
  entry.transaction = event.transaction.hash;
  entry.logIndex = event.logIndex.toI32();
  return entry;
}
