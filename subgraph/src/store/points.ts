import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { ClaimPoint, IncomePoint } from "../../generated/schema";

/** Points are numbered, and get the block's time, when they are stored. */
const NUMBERED_LATER: i64 = 0;

/** Adds income to the charts. */
export function addIncomePoint(token: Bytes, kind: string, amount: BigInt): void {
  const point = new IncomePoint(NUMBERED_LATER);
  point.token = token;
  point.kind = kind;
  point.amount = amount;
  point.save();
}

/** Adds a payment to a holder of that class to the charts. */
export function addClaimPoint(token: Bytes, holderClass: string, amount: BigInt): void {
  const point = new ClaimPoint(NUMBERED_LATER);
  point.token = token;
  point.class_ = holderClass;
  point.amount = amount;
  point.save();
}
