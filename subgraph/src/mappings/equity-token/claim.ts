import { Address, BigInt, ethereum } from "@graphprotocol/graph-ts";
import { EXCLUDED } from "../../helpers/kinds";
import { getOrCreateAccount } from "../../store/account";
import { createClaim } from "../../store/claim";
import { getEquityToken } from "../../store/equity-token";
import { getOrCreateHolding } from "../../store/holding";
import { addClaimPoint } from "../../store/points";
import { getProtocolOfToken } from "../../store/protocol";
import { stateClaim } from "../statement/payments";
import { takeFromTreasury } from "./provenance/treasury";

/**
 * Income of `account` was paid to `to`: the account's debt grows by it, whoever received it. What a pool had accrued
 * when it was excluded goes to the token itself; the pool has no debt then.
 */
export function recordClaim(kind: string, event: ethereum.Event, account: Address, to: Address, amount: BigInt): void {
  const token = getEquityToken(kind, event.address);
  if (token === null) return;
  token.totalClaimed = token.totalClaimed.plus(amount);
  token.save();
  const holding = getOrCreateHolding(event.address, account);
  takeFromTreasury(holding, amount);
  if (holding.class_ != EXCLUDED) holding.debt = holding.debt.plus(amount);
  holding.claimed = holding.claimed.plus(amount);
  holding.updatedAt = event.block.timestamp;
  holding.save();
  const holder = getOrCreateAccount(account);
  holder.totalClaimed = holder.totalClaimed.plus(amount);
  holder.save();
  const protocol = getProtocolOfToken();
  protocol.totalClaimed = protocol.totalClaimed.plus(amount);
  protocol.save();
  addClaimPoint(token.id, holding.class_, amount);
  stateClaim(event, createClaim(event, account, to, amount), holder);
}
