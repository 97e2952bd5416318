import type { ExitTerms, NetworkRecord } from "../../../data/network.ts";
import type { NetworkPositions, Position } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { whoCancelled } from "./cancelled-words.ts";
import type { FoundingView } from "./founding-view.ts";
import { sharesFor } from "./terms-view.ts";

const ONE_TO_ONE = 10n ** 18n;

/** Exit terms as their account sees them. Amounts in wei. */
export interface ExitView {
  readonly terms: ExitTerms;
  readonly state: "usable" | "full" | "not-open" | "ended" | "cancelled";
  /** Why nothing can be taken back under them, and the way out; empty when something can. */
  readonly reason: string;
  /** Most member shares that can be taken back: what the terms and the position leave. */
  readonly most: bigint;
}

/** A founder's stake in a network whose founding failed: it comes back whole. Amounts in wei. */
export interface TakeBack {
  /** Number of the founding terms. */
  readonly number: number;
  readonly amount: bigint;
  /** Network shares that are burned for it. */
  readonly shares: bigint;
}

/** Something staked, and the ways to get it back. */
export interface StakedView {
  readonly position: Position;
  /** Exit terms made for it, usable ones first, then the newest. */
  readonly exits: readonly ExitView[];
  readonly takeBacks: readonly TakeBack[];
}

/** What somebody staked in a network at the Unix time `now`. */
export function stakedViews(
  snapshot: OwnershipSnapshot,
  record: NetworkRecord,
  founding: FoundingView,
  { positions, founderReceivers }: NetworkPositions,
  now: number,
): readonly StakedView[] {
  return positions.map((position) => ({
    position,
    exits: record.exits
      .filter(({ member, account }) => member === position.member && account === position.account)
      .map((terms) => viewExit(snapshot, terms, position.staked, now))
      .sort(inOrder),
    takeBacks: !founding.takeBackOpen
      ? []
      : record.terms
          .filter(
            ({ number, founding: isFounding, member, used }) =>
              isFounding &&
              used > 0n &&
              member === position.member &&
              founderReceivers.get(number) === position.account,
          )
          .map(({ number, used, rate }) => ({ number, amount: used, shares: sharesFor(used, rate) })),
  }));
}

/** Looks at exit terms at the Unix time `now`, for somebody of whom `staked` is still in. */
export function viewExit(snapshot: OwnershipSnapshot, terms: ExitTerms, staked: bigint, now: number): ExitView {
  const left = terms.cap > terms.used ? terms.cap - terms.used : 0n;
  const state = stateOf(terms, left, now);
  const most = left < staked ? left : staked;
  return { terms, state, most, reason: reasonFor(snapshot, terms, state) };
}

function stateOf(terms: ExitTerms, left: bigint, now: number): ExitView["state"] {
  if (terms.status === "cancelled") return "cancelled";
  if (left === 0n) return "full";
  if (now > terms.expiry) return "ended";
  return now < terms.opensAt ? "not-open" : "usable";
}

function reasonFor(snapshot: OwnershipSnapshot, terms: ExitTerms, state: ExitView["state"]): string {
  const symbol = snapshot.tokens.get(terms.member)?.symbol ?? "shares";
  switch (state) {
    case "usable":
      return "";
    case "full":
      return `All ${formatAmount(terms.cap)} ${symbol} that members agreed to came back.`;
    case "ended":
      return `Members agreed that ${formatAmount(terms.cap)} ${symbol} may come back until ${formatDate(terms.expiry, { time: true })}. That has passed.`;
    case "not-open":
      return `Members agreed: up to ${formatAmount(terms.cap)} ${symbol} can come back from ${formatDate(terms.opensAt, { time: true })} to ${formatDate(terms.expiry, { time: true })}.`;
    case "cancelled":
      return `${whoCancelled(snapshot, terms.cancelledBy)} the terms under which ${symbol} could come back.`;
  }
}

const RANK = { usable: 0, "not-open": 1, full: 2, ended: 2, cancelled: 2 } as const;

function inOrder(a: ExitView, b: ExitView): number {
  return RANK[a.state] - RANK[b.state] || b.terms.number - a.terms.number;
}

/**
 * Network shares that are burned for `amount` member shares, rounded up as `NetworkAdmission.previewUnstake` does: what the
 * terms ask for, and never less than was received on average for what is still in.
 *
 * @param rate Network shares per member share, 1e18 = one for one.
 */
export function burnedFor(amount: bigint, rate: bigint, position: Position): bigint {
  if (position.staked === 0n) return 0n;
  const asked = divideUp(amount * rate, ONE_TO_ONE);
  const average = divideUp(amount * position.minted, position.staked);
  if (asked < average) return average;
  return asked;
}

/** The least rate that exit terms can have an effect with: what was received on average, 1e18 = one for one. */
export function averageRate({ minted, staked }: Position): bigint {
  return staked === 0n ? 0n : divideUp(minted * ONE_TO_ONE, staked);
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}

/** Why `amount` can't be taken back under exit terms; undefined when it can. `held` are the network shares to burn from, in wei. */
export function refuseLeave(
  view: ExitView,
  position: Position,
  symbols: { readonly member: string; readonly network: string },
  held: bigint,
  amount: bigint,
): string | undefined {
  if (view.state !== "usable") return view.reason;
  if (amount <= 0n) return "Enter an amount above zero.";
  if (amount > view.most) {
    return amount > position.staked
      ? `${formatAmount(position.staked)} ${symbols.member} of yours are still in.`
      : `Members agreed to give ${formatAmount(view.most)} ${symbols.member} more back at most.`;
  }
  const burned = burnedFor(amount, view.terms.rate, position);
  if (burned <= held) return undefined;
  return `For it ${formatAmount(burned)} ${symbols.network} are burned, and ${formatAmount(held)} are there. Take back less.`;
}
