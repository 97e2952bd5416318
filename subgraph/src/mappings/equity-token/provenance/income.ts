import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { splitExactly } from "../../../helpers/split";
import { addConnectedProfit } from "../../../store/connected-profit";
import { EquityToken } from "../../../store/equity-token";
import { getOrCreateProvenance, NO_ORIGIN, placeOf } from "../../../store/provenance";

/** A gain of the token's own person accrued, at once or out of a stream. Changes the token; whoever calls saves it. */
export function attributeToPerson(token: EquityToken, amount: BigInt, now: BigInt): void {
  attribute(token, token.id, [token.id], [amount], now);
}

/** A gift accrued. Changes the token; whoever calls saves it. */
export function attributeToNobody(token: EquityToken, amount: BigInt, now: BigInt): void {
  attribute(token, token.id, [Address.zero()], [amount], now);
}

/**
 * Income accrued, arrived from `via`, made of `amounts` by origin. By how much income per share rose the token says
 * itself: what it has more than its ledger by origin. That is nothing for a gain that will stream.
 */
export function attribute(token: EquityToken, via: Bytes, from: Bytes[], amounts: BigInt[], now: BigInt): void {
  const provenance = getOrCreateProvenance(token.id, token.kind);
  const rise = token.incomePerShare.minus(provenance.incomePerShare);
  if (rise.isZero()) return;
  const origins = provenance.origins;
  const added = byPlace(origins, from, amounts);
  for (let place = 0; place < origins.length; place++) {
    if (added[place].isZero()) continue;
    addConnectedProfit(token.id, via, origins[place], added[place], now);
    if (place != NO_ORIGIN) token.connectedProfit = token.connectedProfit.plus(added[place]);
  }
  provenance.origins = origins;
  provenance.perShare = addEach(provenance.perShare, splitExactly(rise, added));
  provenance.amounts = addEach(provenance.amounts, added);
  provenance.incomePerShare = token.incomePerShare;
  provenance.save();
}

/** Amounts in the order of `origins`, to which new origins are added. */
function byPlace(origins: Bytes[], from: Bytes[], amounts: BigInt[]): BigInt[] {
  const places = new Array<i32>(from.length);
  for (let i = 0; i < from.length; i++) places[i] = amounts[i].isZero() ? NO_ORIGIN : placeOf(origins, from[i]);
  const added = new Array<BigInt>(origins.length).fill(BigInt.zero());
  for (let i = 0; i < from.length; i++) added[places[i]] = added[places[i]].plus(amounts[i]);
  return added;
}

/** Adds number by number; `sums` may be shorter. */
function addEach(sums: BigInt[], added: BigInt[]): BigInt[] {
  for (let i = 0; i < sums.length; i++) added[i] = added[i].plus(sums[i]);
  return added;
}
