import type { OfferedTerms } from "../../../data/network.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { whoCancelled } from "./cancelled-words.ts";

const ONE_TO_ONE = 10n ** 18n;

/** Whether terms can be used, and if not, why. */
export type TermsState = "usable" | "used" | "full" | "not-open" | "ended" | "diluted" | "cancelled" | "taken-back";

/** Terms as one account sees them. Amounts in wei. */
export interface TermsView {
  readonly terms: OfferedTerms;
  readonly state: TermsState;
  /** Why the terms can't be used, and the way out; empty when they can. */
  readonly reason: string;
  /** Member shares that may still be staked under the terms. */
  readonly left: bigint;
}

/** Network shares that `amount` member shares bring, rounded down as the contract does. */
export function sharesFor(amount: bigint, rate: bigint): bigint {
  return (amount * rate) / ONE_TO_ONE;
}

/** Terms that `account` may use now or could have used, usable ones first, then by number. */
export function termsFor(
  snapshot: OwnershipSnapshot,
  terms: readonly OfferedTerms[],
  account: Address,
  now: number,
): readonly TermsView[] {
  return terms
    .filter((offer) => offer.account === null || offer.account === account)
    .map((offer) => viewTerms(snapshot, offer, now))
    .sort((a, b) => Number(b.state === "usable") - Number(a.state === "usable") || a.terms.number - b.terms.number);
}

/** Looks at one offer at the Unix time `now`. */
export function viewTerms(snapshot: OwnershipSnapshot, terms: OfferedTerms, now: number): TermsView {
  const left = terms.cap > terms.used ? terms.cap - terms.used : 0n;
  const state = stateOf(snapshot, terms, left, now);
  return { terms, state, left, reason: reasonFor(snapshot, terms, state) };
}

function stateOf(snapshot: OwnershipSnapshot, terms: OfferedTerms, left: bigint, now: number): TermsState {
  if (terms.status === "cancelled" || terms.status === "taken-back") return terms.status;
  if (terms.founding && terms.used > 0n) return "used";
  if (left === 0n) return "full";
  if (now > terms.expiry) return "ended";
  if (now < terms.opensAt) return "not-open";
  const supply = snapshot.tokens.get(terms.member)?.totalSupply ?? 0n;
  return supply > terms.maxMemberSupply ? "diluted" : "usable";
}

function reasonFor(snapshot: OwnershipSnapshot, terms: OfferedTerms, state: TermsState): string {
  const member = snapshot.tokens.get(terms.member);
  const symbol = member?.symbol ?? displayName(snapshot, terms.member);
  switch (state) {
    case "usable":
      return "";
    case "used":
      return `You have staked all of the ${formatAmount(terms.cap)} ${symbol} that these terms ask for.`;
    case "full":
      return `All ${formatAmount(terms.cap)} ${symbol} under these terms have been staked. Nothing is left to stake.`;
    case "ended":
      return terms.founding
        ? `The founding ended on ${formatDate(terms.expiry, { time: true })}. Form the network again to stake as a founder.`
        : `These terms ended on ${formatDate(terms.expiry, { time: true })}. Nothing can be staked under them any more.`;
    case "cancelled":
      return `${whoCancelled(snapshot, terms.cancelledBy)} these terms. Members can offer new ones by vote.`;
    case "taken-back":
      return `The founding failed, and these ${formatAmount(terms.cap)} ${symbol} were taken back.`;
    case "not-open":
      return `These terms open on ${formatDate(terms.opensAt, { time: true })}. Come back then.`;
    case "diluted":
      return (
        `New ${symbol} were issued: there are ${formatAmount(member?.totalSupply ?? 0n)} now, and these terms hold for at most ` +
        `${formatAmount(terms.maxMemberSupply)}. Members can offer new terms by vote.`
      );
  }
}

/** Why `amount` can't be staked; undefined when it can. `balance` is what the account holds of the member token. */
export function refuseAmount(view: TermsView, symbol: string, balance: bigint, amount: bigint): string | undefined {
  if (view.state !== "usable") return view.reason;
  if (amount <= 0n) return "Enter an amount above zero.";
  if (view.terms.founding && amount !== view.terms.cap) {
    return `A founder stakes the whole ${formatAmount(view.terms.cap)} ${symbol} at once.`;
  }
  if (amount > view.left) return `These terms take in ${formatAmount(view.left)} ${symbol} more at most.`;
  if (amount > balance) {
    return `You hold ${formatAmount(balance)} ${symbol}, and ${formatAmount(amount)} are to be staked.`;
  }
  if (sharesFor(amount, view.terms.rate) === 0n) return "This is too little for a single network share. Stake more.";
  return undefined;
}
