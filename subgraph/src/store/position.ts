import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Position } from "../../generated/schema";
import { positionId } from "../ids";
import { getOrCreateAccount } from "./account";

/** What was staked of `member` in `network` for shares that went to `account`; a new one is empty. */
export function getOrCreatePosition(network: Bytes, member: Bytes, account: Bytes): Position {
  const id = positionId(network, member, account);
  const known = Position.load(id);
  if (known !== null) return known;
  const position = new Position(id);
  position.network = network;
  position.member = member;
  position.account = getOrCreateAccount(account).id;
  position.staked = BigInt.zero();
  position.minted = BigInt.zero();
  position.returned = BigInt.zero();
  position.burned = BigInt.zero();
  return position;
}
