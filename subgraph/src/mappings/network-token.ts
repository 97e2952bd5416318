import { Address } from "@graphprotocol/graph-ts";
import { NetworkToken, Terms } from "../../generated/schema";
import {
  Accrued,
  Applied,
  Claimed,
  ContractURISet,
  DelegateChanged,
  DelegateVotesChanged,
  Donated,
  Founded,
  Harvested,
  HolderClassified,
  SharesLockChanged,
  Staked,
  TermsCancelled,
  TermsCreated,
  Transfer,
  Unstaked,
} from "../../generated/templates/NetworkToken/NetworkToken";
import { DONATED, EXIT, HARVESTED, NETWORK } from "../helpers/kinds";
import { createApplication } from "../store/application";
import { createDelegateChange } from "../store/delegate-change";
import { getOrCreateHolding } from "../store/holding";
import { beginMembership, getMembership, getOrCreateMembership } from "../store/membership";
import { getOrCreatePosition } from "../store/position";
import { createStake } from "../store/stake";
import { createTerms, getTerms } from "../store/terms";
import { createUnstake } from "../store/unstake";
import { getOrCreateVoter, setDelegate } from "../store/voter";
import { recordAccrual } from "./equity-token/accrual";
import { recordClaim } from "./equity-token/claim";
import { recordClass } from "./equity-token/holder-class";
import { recordIncome } from "./equity-token/income";
import { recordMetadata } from "./equity-token/metadata";
import { recordTransfer } from "./equity-token/transfer";
import { cancelTerms, takeBackUnder, useTerms } from "./network-token/terms";
import { stateStake, stateUnstake } from "./statement/stakes";

export function handleTransfer(event: Transfer): void {
  recordTransfer(NETWORK, event, event.params.from, event.params.to, event.params.value);
}

export function handleAccrued(event: Accrued): void {
  recordAccrual(NETWORK, event, event.params.incomePerShare, event.params.streamLeft, event.params.eligibleSupply);
}

export function handleDonated(event: Donated): void {
  recordIncome(NETWORK, event, DONATED, event.params.source, event.params.amount, event.params.note);
}

export function handleHarvested(event: Harvested): void {
  const params = event.params;
  recordIncome(NETWORK, event, HARVESTED, params.source, params.amount, "");
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

export function handleContractURISet(event: ContractURISet): void {
  recordMetadata(NETWORK, event, event.params.contractURI);
}

export function handleSharesLockChanged(event: SharesLockChanged): void {
  const holding = getOrCreateHolding(event.address, event.params.account);
  holding.locked = event.params.amount;
  holding.lockedUntil = event.params.until;
  holding.updatedAt = event.block.timestamp;
  holding.save();
}

export function handleDelegateChanged(event: DelegateChanged): void {
  const params = event.params;
  setDelegate(event.address, params.delegator, params.toDelegate, event.block.timestamp);
  createDelegateChange(event);
}

export function handleDelegateVotesChanged(event: DelegateVotesChanged): void {
  const voter = getOrCreateVoter(event.address, event.params.delegate, event.block.timestamp);
  voter.votes = event.params.newVotes;
  voter.updatedAt = event.block.timestamp;
  voter.save();
}

export function handleApplied(event: Applied): void {
  createApplication(event);
}

export function handleTermsCreated(event: TermsCreated): void {
  createTerms(event);
  const network = NetworkToken.load(event.address);
  if (network === null) return;
  network.termsCount += 1;
  network.save();
}

export function handleTermsCancelled(event: TermsCancelled): void {
  const terms = getTerms(event.address, event.params.termsId);
  if (terms !== null) cancelTerms(terms, event);
}

export function handleStaked(event: Staked): void {
  const params = event.params;
  const terms = getTerms(event.address, params.termsId);
  if (terms === null) return;
  useTerms(terms, params.amount);
  addToMembership(event, terms);
  const position = getOrCreatePosition(event.address, params.member, params.to);
  position.staked = position.staked.plus(params.amount);
  position.minted = position.minted.plus(params.shares);
  position.save();
  stateStake(event, createStake(event));
}

export function handleUnstaked(event: Unstaked): void {
  const params = event.params;
  const terms = getTerms(event.address, params.termsId);
  if (terms === null) return;
  if (terms.kind == EXIT) useTerms(terms, params.amount);
  else takeBackUnder(terms, params.amount);
  takeFromMembership(event);
  const position = getOrCreatePosition(event.address, params.member, params.account);
  position.returned = position.returned.plus(params.amount);
  position.burned = position.burned.plus(params.shares);
  position.save();
  stateUnstake(event, createUnstake(event));
}

export function handleFounded(event: Founded): void {
  const network = NetworkToken.load(event.address);
  if (network === null) return;
  network.founded = true;
  network.foundedAt = event.block.timestamp;
  network.save();
}

/** Adds a stake to the member's membership, which begins with it if nothing was in. */
function addToMembership(event: Staked, terms: Terms): void {
  const params = event.params;
  const membership = getOrCreateMembership(event.address, params.member);
  if (membership.staked == membership.returned) {
    beginMembership(membership, terms, event.block.timestamp);
    countMembers(event.address, 1);
  }
  membership.staked = membership.staked.plus(params.amount);
  membership.sharesIssued = membership.sharesIssued.plus(params.shares);
  membership.save();
}

/** Takes what was given back from the member's membership, which ends when nothing is left. */
function takeFromMembership(event: Unstaked): void {
  const params = event.params;
  const membership = getMembership(event.address, params.member);
  if (membership === null) return;
  membership.returned = membership.returned.plus(params.amount);
  membership.sharesBurned = membership.sharesBurned.plus(params.shares);
  membership.save();
  if (membership.staked == membership.returned) countMembers(event.address, -1);
}

function countMembers(address: Address, change: i32): void {
  const network = NetworkToken.load(address);
  if (network === null) return;
  network.memberCount += change;
  network.save();
}
