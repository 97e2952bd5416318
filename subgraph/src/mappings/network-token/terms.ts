import { BigInt } from "@graphprotocol/graph-ts";
import { Application, Terms } from "../../../generated/schema";
import { TermsCancelled } from "../../../generated/templates/NetworkToken/NetworkToken";
import { CANCELLED, OPEN, TAKEN_BACK, USED_UP } from "../../helpers/kinds";
import { getOrCreateAccount } from "../../store/account";
import { saveWithStatus } from "../../store/application";

/** Member shares moved under terms: `amount` in wei. */
export function useTerms(terms: Terms, amount: BigInt): void {
  terms.used = terms.used.plus(amount);
  terms.status = terms.used == terms.cap ? USED_UP : OPEN;
  terms.save();
  const application = applicationOf(terms);
  if (application === null) return;
  application.staked = application.staked.plus(amount);
  saveWithStatus(application);
}

/** A founder took the stake back, `amount` in wei: the founding failed. */
export function takeBackUnder(terms: Terms, amount: BigInt): void {
  terms.used = terms.used.minus(amount);
  terms.status = TAKEN_BACK;
  terms.save();
}

/** Nothing more can be used under cancelled terms: their cap becomes what was used. */
export function cancelTerms(terms: Terms, event: TermsCancelled): void {
  terms.cap = terms.used;
  terms.status = CANCELLED;
  terms.cancelledBy = getOrCreateAccount(event.params.by).id;
  terms.cancelledAt = event.block.timestamp;
  terms.cancelledAtBlock = event.block.number;
  terms.cancelledTransaction = event.transaction.hash;
  terms.save();
  const application = applicationOf(terms);
  if (application === null) return;
  application.termsCount -= 1;
  saveWithStatus(application);
}

/** The application that terms answer; null before the proposal that made them is known to be executed. */
function applicationOf(terms: Terms): Application | null {
  const id = terms.application;
  return id === null ? null : Application.load(id);
}
