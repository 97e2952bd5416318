import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { getEquityToken } from "../../store/equity-token";
import { attributeToPerson } from "./provenance/income";

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
  const now = event.block.timestamp;
  const streamed = token.streamLeft.minus(streamLeft);
  token.incomePerShare = incomePerShare;
  // The stream's clock moves only when something of it accrued: income that comes in at once leaves it alone. What that
  // is, the event says that follows at once.
  if (streamed > BigInt.zero()) {
    token.lastAccrual = now;
    attributeToPerson(token, streamed, now);
  }
  // All of it accrued before its time, ahead of new shares.
  if (streamLeft.isZero() && now < token.streamEnd) token.streamEnd = now;
  token.streamLeft = streamLeft;
  token.eligibleSupply = eligibleSupply;
  token.save();
}
