import { ethereum } from "@graphprotocol/graph-ts";
import { Account, Claim, Income } from "../../../generated/schema";
import { CLAIMED, DONATED, HARVESTED, REALIZED } from "../../helpers/kinds";
import { newStatementEntry } from "../../store/statement-entry";

/** Income was paid out: a wallet claimed, or a token harvested. */
export function stateClaim(event: ethereum.Event, claim: Claim, holder: Account): void {
  const kind = holder.token === null ? CLAIMED : HARVESTED;
  const entry = newStatementEntry(event, 0, claim.account, kind, claim.token);
  entry.amount = claim.amount;
  if (claim.to != claim.account) entry.counterparty = claim.to;
  entry.claim = claim.id;
  entry.save();
}

/** Somebody paid in: a person a gain, or anybody a gift. Nobody pays what a token absorbs; a harvest is a claim. */
export function statePayment(event: ethereum.Event, income: Income): void {
  if (income.kind == HARVESTED || income.source == income.token) return;
  const payer = Account.load(income.source);
  if (payer === null) return;
  payer.totalPaid = payer.totalPaid.plus(income.amount);
  payer.save();
  const kind = income.kind == REALIZED ? REALIZED : DONATED;
  const entry = newStatementEntry(event, 0, payer.id, kind, income.token);
  entry.amount = income.amount.neg();
  entry.income = income.id;
  entry.realization = income.realization;
  entry.save();
}
