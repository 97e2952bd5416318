import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { Holding, NetworkToken } from "../../../generated/schema";
import { EXCLUDED, NETWORK, WALLET } from "../../helpers/kinds";
import { EquityToken } from "../../store/equity-token";
import { noteQuorum } from "../../store/voting-checkpoint";

/** Shares of a holding that can vote, in wei: none in pools and in treasuries of networks, nor any of a person. */
export function votableOf(kind: string, holding: Holding): BigInt {
  if (kind != NETWORK || holding.class_ == EXCLUDED) return BigInt.zero();
  const votes = holding.class_ == WALLET || NetworkToken.load(holding.holder) === null;
  return votes ? holding.balance : BigInt.zero();
}

/** So many more shares of the network `token` can vote, in wei. The caller saves it. */
export function changeVotable(token: EquityToken, change: BigInt, event: ethereum.Event): void {
  if (change.isZero()) return;
  const network = changetype<NetworkToken>(token.entity);
  network.votableSupply = network.votableSupply.plus(change);
  noteQuorum(network, event.block.timestamp);
}
