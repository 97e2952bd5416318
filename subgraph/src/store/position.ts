import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Position } from "../../generated/schema";
import { positionId } from "../ids";

/** What `account` staked of `member` in `network`; a new one is empty. */
export function getOrCreatePosition(network: Bytes, member: Bytes, account: Bytes): Position {
  const id = positionId(network, member, account);
  const known = Position.load(id);
  if (known !== null) return known;
  const position = new Position(id);
  position.network = network;
  position.member = member;
  position.account = account;
  position.staked = BigInt.zero();
  position.minted = BigInt.zero();
  position.returned = BigInt.zero();
  return position;
}
