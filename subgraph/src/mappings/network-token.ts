import { log } from "@graphprotocol/graph-ts";
import { Membership, NetworkToken } from "../../generated/schema";
import {
  Accrued,
  Claimed,
  Founded,
  HolderClassified,
  IncomeReceived,
  Staked,
  TermsCreated,
  Transfer,
} from "../../generated/templates/NetworkToken/NetworkToken";
import { HARVESTED, incomeKindOf, NETWORK } from "../helpers/kinds";
import { createMembership, getMembership } from "../store/membership";
import { getOrCreatePosition } from "../store/position";
import { createStake } from "../store/stake";
import { createTerms, getTerms } from "../store/terms";
import { recordAccrual } from "./equity-token/accrual";
import { recordClaim } from "./equity-token/claim";
import { recordClass } from "./equity-token/holder-class";
import { recordIncome } from "./equity-token/income";
import { recordTransfer } from "./equity-token/transfer";

export function handleTransfer(event: Transfer): void {
  recordTransfer(NETWORK, event, event.params.from, event.params.to, event.params.value);
}

export function handleAccrued(event: Accrued): void {
  recordAccrual(NETWORK, event, event.params.incomePerShare, event.params.streamLeft, event.params.eligibleSupply);
}

export function handleIncomeReceived(event: IncomeReceived): void {
  const params = event.params;
  recordIncome(NETWORK, event, params.kind, params.source, params.amount, params.note);
  if (incomeKindOf(params.kind) != HARVESTED) return;
  const membership = getMembership(event.address, params.source);
  if (membership === null) return;
  membership.broughtIn = membership.broughtIn.plus(params.amount);
  membership.save();
}

export function handleClaimed(event: Claimed): void {
  recordClaim(NETWORK, event, event.params.account, event.params.to, event.params.amount);
}

export function handleHolderClassified(event: HolderClassified): void {
  recordClass(NETWORK, event, event.params.account, event.params.class_);
}

export function handleTermsCreated(event: TermsCreated): void {
  createTerms(event);
}

export function handleStaked(event: Staked): void {
  const params = event.params;
  const terms = getTerms(event.address, params.termsId);
  if (terms === null) {
    const names = [params.termsId.toString(), event.address.toHexString()];
    log.error("[network-token] Stake under unknown terms {} of {}", names);
    return;
  }
  terms.used = terms.used.plus(params.amount);
  terms.save();
  addToMembership(event);
  const position = getOrCreatePosition(event.address, params.member, params.account);
  position.staked = position.staked.plus(params.amount);
  position.minted = position.minted.plus(params.shares);
  position.save();
  createStake(event);
}

export function handleFounded(event: Founded): void {
  const network = NetworkToken.load(event.address);
  if (network === null) return;
  network.founded = true;
  network.save();
}

/** Adds a stake to the member's membership, which its first stake begins. */
function addToMembership(event: Staked): void {
  const params = event.params;
  const known = getMembership(event.address, params.member);
  const membership = known === null ? beginMembership(event) : known;
  membership.staked = membership.staked.plus(params.amount);
  membership.sharesIssued = membership.sharesIssued.plus(params.shares);
  membership.save();
}

function beginMembership(event: Staked): Membership {
  const network = NetworkToken.load(event.address);
  if (network !== null) {
    network.memberCount += 1;
    network.save();
  }
  return createMembership(event.address, event.params.member, event.block.timestamp);
}
