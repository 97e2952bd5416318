import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { ConnectedProfit } from "../../generated/schema";
import { connectedProfitId } from "../ids";

/** Adds income of a token that arrived from `via`; the origin is zero for none. */
export function addConnectedProfit(token: Bytes, via: Bytes, origin: Bytes, amount: BigInt, now: BigInt): void {
  const id = connectedProfitId(token, via, origin);
  const known = ConnectedProfit.load(id);
  const profit = known === null ? createConnectedProfit(id, token, via, origin, now) : known;
  profit.amount = profit.amount.plus(amount);
  profit.lastAt = now;
  profit.save();
}

function createConnectedProfit(id: Bytes, token: Bytes, via: Bytes, origin: Bytes, now: BigInt): ConnectedProfit {
  const profit = new ConnectedProfit(id);
  profit.token = token;
  profit.via = via;
  if (origin != Address.zero()) profit.origin = origin;
  profit.amount = BigInt.zero();
  profit.firstAt = now;
  return profit;
}
