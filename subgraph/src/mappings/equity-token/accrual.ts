import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { getEquityToken } from "../../store/equity-token";

/** Income per share, what still streams or the eligible supply moved: the event carries the values that hold now. */
export function recordAccrual(
  kind: string,
  event: ethereum.Event,
  incomePerShare: BigInt,
  streamLeft: BigInt,
  eligibleSupply: BigInt,
): void {
  const token = getEquityToken(kind, event.address);
  if (token === null) return;
  if (token.incomePerShare != incomePerShare) token.lastAccrual = event.block.timestamp;
  token.incomePerShare = incomePerShare;
  token.streamLeft = streamLeft;
  token.eligibleSupply = eligibleSupply;
  token.save();
}
