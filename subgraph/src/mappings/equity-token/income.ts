import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { HARVESTED, REALIZED } from "../../helpers/kinds";
import { getEquityToken } from "../../store/equity-token";
import { createIncome } from "../../store/income";
import { addIncomePoint } from "../../store/points";
import { getProtocolOfToken } from "../../store/protocol";
import { statePayment } from "../statement/payments";
import { attributeToNobody, attributeToPerson } from "./provenance/income";
import { attributeHarvest } from "./provenance/treasury";

/** Currency came in for the token's holders: a gain of the id `realization`, if it is one. What it does to income per share comes with the accrual's own event. */
export function recordIncome(
  kind: string,
  event: ethereum.Event,
  incomeKind: string,
  source: Address,
  amount: BigInt,
  note: string,
  realization: Bytes | null = null,
): void {
  const token = getEquityToken(kind, event.address);
  if (token === null) return;
  token.totalIncome = token.totalIncome.plus(amount);
  if (incomeKind == HARVESTED) {
    token.totalHarvested = token.totalHarvested.plus(amount);
    attributeHarvest(token, source, amount, event.block.timestamp);
  } else if (incomeKind == REALIZED) attributeToPerson(token, amount, event.block.timestamp);
  else attributeToNobody(token, amount, event.block.timestamp);
  token.save();
  const protocol = getProtocolOfToken();
  protocol.totalIncome = protocol.totalIncome.plus(amount);
  protocol.save();
  addIncomePoint(token.id, incomeKind, amount);
  statePayment(event, createIncome(event, incomeKind, source, amount, note, realization));
}
