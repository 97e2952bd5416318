import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Issuance, NetworkToken } from "../../../generated/schema";
import { ISSUED, LAUNCHED, TRANSFER_IN, TRANSFER_OUT } from "../../helpers/kinds";
import { newStatementEntry } from "../../store/statement-entry";

/*
 * Shares move by one event more often than by one entry: those that a stake or an unstake moves are told of by its own
 * event, which comes last and names all sides; new shares of a person, after the launch, by `Issued`.
 */

/** A person's first shares. */
export function stateLaunch(event: ethereum.Event, to: Bytes, shares: BigInt): void {
  const entry = newStatementEntry(event, 0, to, LAUNCHED, event.address);
  entry.shares = shares;
  entry.save();
}

/** Further shares of a person. */
export function stateIssuance(event: ethereum.Event, issuance: Issuance): void {
  const entry = newStatementEntry(event, 0, issuance.to, ISSUED, event.address);
  entry.shares = issuance.shares;
  entry.issuance = issuance.id;
  entry.save();
}

/** Shares passed on. A network receives and gives shares by stakes and unstakes only. */
export function stateTransfer(event: ethereum.Event, from: Bytes, to: Bytes, shares: BigInt): void {
  if (isNetwork(from) || isNetwork(to)) return;
  const given = newStatementEntry(event, 0, from, TRANSFER_OUT, event.address);
  given.shares = shares.neg();
  given.counterparty = to;
  given.save();
  const received = newStatementEntry(event, 0, to, TRANSFER_IN, event.address);
  received.shares = shares;
  received.counterparty = from;
  received.save();
}

function isNetwork(account: Bytes): bool {
  return NetworkToken.load(account) !== null;
}
