import { Address, BigInt, ethereum } from "@graphprotocol/graph-ts";
import { EXCLUDED, holderClassOf, TREASURY } from "../../helpers/kinds";
import { getEquityToken } from "../../store/equity-token";
import { classifyHolding, getOrCreateHolding } from "../../store/holding";
import { beginTreasury } from "./provenance/treasury";
import { changeVotable, votableOf } from "./votable";

/** A holder's class became other than it was: its balance moves between the sums that follow the class. */
export function recordClass(kind: string, event: ethereum.Event, account: Address, classIndex: i32): void {
  const token = getEquityToken(kind, event.address);
  if (token === null) return;
  const holding = getOrCreateHolding(event.address, account);
  const after = holderClassOf(classIndex);
  token.addToClass(holding.class_, holding.balance.neg());
  token.addToClass(after, holding.balance);
  const votable = votableOf(kind, holding);
  classifyHolding(holding, after);
  if (after == TREASURY) beginTreasury(token, holding);
  changeVotable(token, votableOf(kind, holding).minus(votable), event);
  token.save();
  // A pool takes no part in income from here on; what it had accrued is told of as a claim.
  if (after == EXCLUDED) holding.debt = BigInt.zero();
  holding.updatedAt = event.block.timestamp;
  holding.save();
}
