import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Membership } from "../../generated/schema";
import { membershipId } from "../ids";

/** The membership of `member` in `network`; null before its first stake. */
export function getMembership(network: Bytes, member: Bytes): Membership | null {
  return Membership.load(membershipId(network, member));
}

/** A membership in which nothing is staked yet. */
export function createMembership(network: Bytes, member: Bytes, joinedAt: BigInt): Membership {
  const membership = new Membership(membershipId(network, member));
  membership.network = network;
  membership.member = member;
  membership.staked = BigInt.zero();
  membership.returned = BigInt.zero();
  membership.sharesIssued = BigInt.zero();
  membership.sharesBurned = BigInt.zero();
  membership.broughtIn = BigInt.zero();
  membership.joinedAt = joinedAt;
  return membership;
}
