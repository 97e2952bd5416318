import { PersonalToken } from "../../generated/schema";
import {
  Accrued,
  Claimed,
  HolderClassified,
  IncomeReceived,
  Realized,
  Transfer,
  TransfersOpened,
} from "../../generated/templates/PersonalToken/PersonalToken";
import { PERSONAL } from "../helpers/kinds";
import { getProtocolOfToken } from "../store/protocol";
import { createRealization } from "../store/realization";
import { recordAccrual } from "./equity-token/accrual";
import { recordClaim } from "./equity-token/claim";
import { recordClass } from "./equity-token/holder-class";
import { recordIncome } from "./equity-token/income";
import { recordTransfer } from "./equity-token/transfer";

export function handleTransfer(event: Transfer): void {
  recordTransfer(PERSONAL, event, event.params.from, event.params.to, event.params.value);
}

export function handleAccrued(event: Accrued): void {
  recordAccrual(PERSONAL, event, event.params.incomePerShare, event.params.streamLeft, event.params.eligibleSupply);
}

export function handleIncomeReceived(event: IncomeReceived): void {
  recordIncome(PERSONAL, event, event.params.kind, event.params.source, event.params.amount, event.params.note);
}

export function handleClaimed(event: Claimed): void {
  recordClaim(PERSONAL, event, event.params.account, event.params.to, event.params.amount);
}

export function handleHolderClassified(event: HolderClassified): void {
  recordClass(PERSONAL, event, event.params.account, event.params.class_);
}

export function handleRealized(event: Realized): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  token.totalRealized = token.totalRealized.plus(event.params.amount);
  token.save();
  const protocol = getProtocolOfToken();
  protocol.totalRealized = protocol.totalRealized.plus(event.params.amount);
  protocol.save();
  createRealization(event);
}

export function handleTransfersOpened(event: TransfersOpened): void {
  const token = PersonalToken.load(event.address);
  if (token === null) return;
  token.transfersOpen = true;
  token.save();
}
