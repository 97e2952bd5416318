import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Holding, Provenance, TreasuryProvenance } from "../../../../generated/schema";
import { TREASURY } from "../../../helpers/kinds";
import { FRACTION_BITS } from "../../../helpers/ledger";
import { splitExactly } from "../../../helpers/split";
import { holdingId } from "../../../ids";
import { EquityToken } from "../../../store/equity-token";
import { NO_ORIGIN } from "../../../store/provenance";
import { getOrCreateTreasuryProvenance } from "../../../store/treasury-provenance";
import { attribute } from "./income";

/*
 * What a treasury's holding earned by origin, kept as a reward ledger of several currencies is: a debt by origin moves
 * with the balance, so that balance × income per share − debt is what is left to harvest. All of it × 2¹²⁸, without any
 * rounding; so the origins together have at least what the contract pays.
 */

/** A holding became a treasury's. What it had earned by then has no known origin. */
export function beginTreasury(token: EquityToken, holding: Holding): void {
  const treasury = getOrCreateTreasuryProvenance(holding);
  const source = Provenance.load(token.id);
  if (source !== null) {
    const debts = debtsAfter(treasury, source, holding.balance);
    const earned = holding.balance.times(token.incomePerShare).minus(holding.debt.leftShift(FRACTION_BITS));
    debts[NO_ORIGIN] = debts[NO_ORIGIN].minus(earned);
    treasury.debts = debts;
  }
  treasury.save();
}

/** The balance of a treasury's holding changes: what it earned by origin stays as it is. */
export function moveTreasuryBalance(holding: Holding, change: BigInt): void {
  if (holding.class_ != TREASURY) return;
  const source = Provenance.load(holding.token);
  if (source === null) return;
  const treasury = getOrCreateTreasuryProvenance(holding);
  treasury.debts = debtsAfter(treasury, source, change);
  treasury.save();
}

/** A treasury was paid: it is made of origins as all is that the holding had earned. */
export function takeFromTreasury(holding: Holding, paid: BigInt): void {
  if (holding.class_ != TREASURY) return;
  const source = Provenance.load(holding.token);
  if (source === null) return;
  const treasury = getOrCreateTreasuryProvenance(holding);
  const debts = debtsAfter(treasury, source, BigInt.zero());
  const perShare = source.perShare;
  const earned = new Array<BigInt>(debts.length);
  for (let i = 0; i < debts.length; i++) earned[i] = holding.balance.times(perShare[i]).minus(debts[i]);
  const parts = splitExactly(paid, earned);
  for (let i = 0; i < debts.length; i++) debts[i] = debts[i].plus(parts[i].leftShift(FRACTION_BITS));
  treasury.debts = debts;
  treasury.inTransit = parts;
  treasury.save();
}

/** A token divided what it was paid by `from`. */
export function attributeHarvest(token: EquityToken, from: Bytes, amount: BigInt, now: BigInt): void {
  const source = Provenance.load(from);
  const treasury = TreasuryProvenance.load(holdingId(from, token.id));
  if (source === null || treasury === null || treasury.inTransit.length == 0) {
    attribute(token, from, [Address.zero()], [amount], now);
    return;
  }
  // What arrived is what was paid, unless the currency takes a fee.
  const amounts = splitExactly(amount, treasury.inTransit);
  treasury.inTransit = [] as BigInt[];
  treasury.save();
  attribute(token, from, source.origins.slice(0, amounts.length), amounts, now);
}

/** The debts once the balance changed by `change`, one for each origin that the source has by now. */
function debtsAfter(treasury: TreasuryProvenance, source: Provenance, change: BigInt): BigInt[] {
  const debts = treasury.debts;
  const perShare = source.perShare;
  while (debts.length < perShare.length) debts.push(BigInt.zero());
  if (change.isZero()) return debts;
  for (let i = 0; i < debts.length; i++) debts[i] = debts[i].plus(change.times(perShare[i]));
  return debts;
}
