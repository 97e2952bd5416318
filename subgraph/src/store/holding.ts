import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Holding } from "../../generated/schema";
import { TREASURY, WALLET } from "../helpers/kinds";
import { holdingId } from "../ids";
import { getOrCreateAccount } from "./account";

/**
 * The holding of `holder` in `token`. A new one is empty; its class is what the holder is at that moment: shares that
 * reach an address before it becomes a token stay a wallet's until the contract classifies the holder anew.
 */
export function getOrCreateHolding(token: Bytes, holder: Bytes): Holding {
  const id = holdingId(token, holder);
  const known = Holding.load(id);
  if (known !== null) return known;
  const holding = new Holding(id);
  holding.token = token;
  holding.holder = holder;
  classifyHolding(holding, getOrCreateAccount(holder).token === null ? WALLET : TREASURY);
  holding.balance = BigInt.zero();
  holding.debt = BigInt.zero();
  holding.claimed = BigInt.zero();
  holding.locked = BigInt.zero();
  holding.lockedUntil = BigInt.zero();
  holding.updatedAt = BigInt.zero();
  return holding;
}

/** Sets the class of a holding. What a treasury holds can be asked for by its token. */
export function classifyHolding(holding: Holding, holderClass: string): void {
  holding.class_ = holderClass;
  holding.treasuryOf = holderClass == TREASURY ? holding.holder : null;
}
