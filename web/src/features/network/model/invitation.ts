import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount, formatDate, formatRelative } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { sharesFor } from "./terms-view.ts";

/** A link's invitation to use terms, as one reader finds it. */
export type Invitation =
  /** The network has no such terms. */
  | { readonly state: "unknown"; readonly number: number }
  /** Nobody is connected. */
  | { readonly state: "no-account"; readonly terms: OfferedTerms }
  /** The connected account is not the one that the terms name. */
  | { readonly state: "wrong-account"; readonly terms: OfferedTerms }
  | { readonly state: "yours"; readonly terms: OfferedTerms };

/** Looks at the invitation of a link; undefined when the link has none. */
export function invitationOf(
  terms: readonly OfferedTerms[],
  number: number | undefined,
  account: Address | undefined,
): Invitation | undefined {
  if (number === undefined) return undefined;
  const found = terms.find((offer) => offer.number === number);
  if (found === undefined) return { state: "unknown", number };
  if (account === undefined) return { state: "no-account", terms: found };
  const isFor = found.account === null || found.account === account;
  return { state: isFor ? "yours" : "wrong-account", terms: found };
}

/** Who is asked for what, and what for. */
export function invitationWords(snapshot: OwnershipSnapshot, network: TokenInfo, terms: OfferedTerms): string {
  const who = terms.account === null ? "Anybody" : displayName(snapshot, terms.account);
  const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
  const received = `${formatAmount(sharesFor(terms.cap, terms.rate))} ${network.symbol}`;
  return terms.founding
    ? `${who} is asked to stake ${formatAmount(terms.cap)} ${symbol} as a founder of ${network.name}, and receives ${received} for it.`
    : `${who} may stake up to ${formatAmount(terms.cap)} ${symbol} into ${network.name}, and receives up to ${received} for it.`;
}

/** Until when, seen from the Unix time `now`. */
export function untilWords({ opensAt, expiry }: OfferedTerms, now: number): string {
  if (now > expiry) return `That ended on ${formatDate(expiry, { time: true })}.`;
  const until = `until ${formatDate(expiry, { time: true })}, ${formatRelative(expiry, now)}`;
  return now < opensAt
    ? `From ${formatDate(opensAt, { time: true })}, ${until}.`
    : `${until.replace("until", "Until")}.`;
}
