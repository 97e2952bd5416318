import { Address, BigInt, Bytes, log } from "@graphprotocol/graph-ts";
import { Terms } from "../../generated/schema";
import { TermsCreated } from "../../generated/templates/NetworkToken/NetworkToken";
import { OPEN, termsKindOf } from "../helpers/kinds";
import { termsId } from "../ids";
import { getOrCreateAccount } from "./account";

/** The terms of that number; null, with a line in the log, when the network never announced them. */
export function getTerms(network: Bytes, number: BigInt): Terms | null {
  const terms = number.isI32() ? Terms.load(termsId(network, number.toI32())) : null;
  if (terms === null) log.error("[terms] No terms {} of {}", [number.toString(), network.toHexString()]);
  return terms;
}

/** Terms as they came into force: nothing used yet. */
export function createTerms(event: TermsCreated): Terms {
  const offer = event.params.terms;
  const number = event.params.termsId.toI32();
  const terms = new Terms(termsId(event.address, number));
  terms.network = event.address;
  terms.number = number;
  terms.kind = termsKindOf(event.params.kind);
  terms.status = OPEN;
  terms.member = offer.member;
  if (offer.account != Address.zero()) terms.account = getOrCreateAccount(offer.account).id;
  terms.rate = offer.rate;
  terms.cap = offer.cap;
  terms.used = BigInt.zero();
  terms.opensAt = offer.opensAt;
  terms.expiry = offer.expiry;
  terms.lockup = offer.lockup;
  terms.maxMemberSupply = offer.maxMemberSupply;
  if (offer.sponsor != Address.zero()) terms.sponsor = getOrCreateAccount(offer.sponsor).id;
  terms.createdAt = event.block.timestamp;
  terms.createdAtBlock = event.block.number;
  terms.createdTransaction = event.transaction.hash;
  terms.save();
  return terms;
}
