import { Address, BigInt, ethereum } from "@graphprotocol/graph-ts";
import { EXCLUDED, PERSONAL } from "../../helpers/kinds";
import { debtOfChange } from "../../helpers/ledger";
import { EquityToken, getEquityToken } from "../../store/equity-token";
import { getOrCreateHolding } from "../../store/holding";
import { getProtocolOfToken } from "../../store/protocol";
import { stateLaunch, stateTransfer } from "../statement/shares";
import { moveTreasuryBalance } from "./provenance/treasury";
import { changeVotable, votableOf } from "./votable";

/** Shares moved, were issued (from zero) or burned (to zero). A transfer to oneself or of nothing changes nothing. */
export function recordTransfer(kind: string, event: ethereum.Event, from: Address, to: Address, value: BigInt): void {
  if (value.isZero() || from == to) return;
  const token = getEquityToken(kind, event.address);
  if (token === null) return;
  const zero = Address.zero();
  const launched = kind == PERSONAL && token.totalSupply.isZero();
  let votable = BigInt.zero();
  if (from == zero) token.totalSupply = token.totalSupply.plus(value);
  else votable = changeBalance(token, from, value.neg(), event);
  if (to == zero) token.totalSupply = token.totalSupply.minus(value);
  else votable = votable.plus(changeBalance(token, to, value, event));
  changeVotable(token, votable, event);
  token.save();
  if (from != zero && to != zero) stateTransfer(event, from, to, value);
  else if (launched) stateLaunch(event, to, value);
}

/**
 * Adds `change`, which is not zero, to a holder's balance, and to the sums that the balance is part of. Returns what it
 * adds to the shares that can vote, in wei.
 */
function changeBalance(token: EquityToken, holder: Address, change: BigInt, event: ethereum.Event): BigInt {
  const holding = getOrCreateHolding(token.id, holder);
  const votable = votableOf(token.kind, holding);
  const before = holding.balance;
  const after = before.plus(change);
  moveTreasuryBalance(holding, change);
  holding.balance = after;
  if (holding.class_ != EXCLUDED) {
    holding.debt = holding.debt.plus(debtOfChange(before, after, token.incomePerShare));
  }
  holding.updatedAt = event.block.timestamp;
  holding.save();
  token.addToClass(holding.class_, change);
  if (before.isZero()) countHolders(token, 1);
  if (after.isZero()) countHolders(token, -1);
  return votableOf(token.kind, holding).minus(votable);
}

function countHolders(token: EquityToken, change: i32): void {
  token.holderCount += change;
  const protocol = getProtocolOfToken();
  protocol.holderCount += change;
  protocol.save();
}
