import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Membership, PersonalToken, Terms } from "../../generated/schema";
import { membershipId } from "../ids";

/** The membership of `member` in `network`; null before its first stake. */
export function getMembership(network: Bytes, member: Bytes): Membership | null {
  return Membership.load(membershipId(network, member));
}

/** The membership of `member` in `network`; a new one, in which nothing is staked yet, is not saved. */
export function getOrCreateMembership(network: Bytes, member: Bytes): Membership {
  const known = getMembership(network, member);
  if (known !== null) return known;
  const membership = new Membership(membershipId(network, member));
  membership.network = network;
  membership.member = member;
  membership.staked = BigInt.zero();
  membership.returned = BigInt.zero();
  membership.sharesIssued = BigInt.zero();
  membership.sharesBurned = BigInt.zero();
  membership.broughtIn = BigInt.zero();
  return membership;
}

/** A stake under `terms` begins the membership, at `time`, Unix time. */
export function beginMembership(membership: Membership, terms: Terms, time: BigInt): void {
  const person = PersonalToken.load(membership.member);
  membership.joinedAt = time;
  membership.terms = terms.id;
  membership.sponsor = terms.sponsor;
  membership.realizedBefore = person === null ? null : person.totalRealized;
}
