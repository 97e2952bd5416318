import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Account } from "../../generated/schema";

/** The account at `address`, made and saved at its first appearance. */
export function getOrCreateAccount(address: Bytes): Account {
  const known = Account.load(address);
  if (known !== null) return known;
  const account = new Account(address);
  account.totalClaimed = BigInt.zero();
  account.totalPaid = BigInt.zero();
  account.save();
  return account;
}

/** The account of an equity token: an account whose holdings are a treasury. */
export function createTokenAccount(token: Bytes): Account {
  const account = getOrCreateAccount(token);
  account.token = token;
  account.save();
  return account;
}
