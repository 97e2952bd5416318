import type { FoundersFacts } from "../../../data/founders.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { Refusal } from "../../transact/explain-revert.ts";

/** Most founders of a network. These bounds are the contracts' (`NetworkToken`, `DividendMath`, `EquityToken`). */
export const MOST_FOUNDERS = 64;
/** Fewest shares, in wei, that each founder's stake has to mint: any of them can be the first. */
const LEAST_SHARES = 10n ** 15n;
/** Most shares of any token, in wei. */
export const MOST_SHARES = 2n ** 96n - 1n;
const MOST_RATE = 2n ** 128n - 1n;
const RATE_ONE = 10n ** 18n;
/** Treasuries together may hold this part of a token. */
const MOST_HELD_PERCENT = 80n;

/** One founder as it would be sent. Amounts in wei. */
export interface Founder {
  readonly member: Address;
  readonly account: Address;
  readonly stake: bigint;
  /** Network shares per member share × 10¹⁸. */
  readonly rate: bigint;
}

/** Network shares that a stake mints, in wei, rounded down as the contract does. */
export function sharesOf({ stake, rate }: Pick<Founder, "stake" | "rate">): bigint {
  return (stake * rate) / RATE_ONE;
}

/** Why a founder could not stake this much; undefined when the contracts would take it, and while the balance is not known. */
export function refuseStake(facts: FoundersFacts, { member, account, stake }: Founder): Refusal | undefined {
  const balance = facts.balances.get(member)?.get(account);
  return balance !== undefined && stake > balance
    ? { error: "ERC20InsufficientBalance", values: [account, balance, stake] }
    : undefined;
}

/** Why a rate can't be; undefined when the contract would take it. */
export function refuseRate(index: number, founder: Pick<Founder, "stake" | "rate">): Refusal | undefined {
  if (founder.rate > MOST_RATE)
    return { error: "FounderRateAboveLimit", values: [BigInt(index), founder.rate, MOST_RATE] };
  const shares = sharesOf(founder);
  return shares < LEAST_SHARES ? { error: "SupplyBelowMinimum", values: [shares, LEAST_SHARES] } : undefined;
}

/** Why a founder can't be named beside the ones before; undefined when the contract would take it. */
export function refuseTwice(before: readonly Founder[], { member, account }: Founder): Refusal | undefined {
  const twice = before.some((other) => other.member === member && other.account === account);
  return twice ? { error: "FounderNamedTwice", values: [BigInt(before.length), member, account] } : undefined;
}

/**
 * Why the stakes of one member token could not all go in; undefined when they could.
 *
 * @param staked All that founders would stake of it, in wei.
 */
export function refuseHeld(facts: FoundersFacts, member: TokenInfo, staked: bigint): Refusal | undefined {
  const held = heldThatCounts(facts, member) + staked;
  const limit = (member.eligibleSupply * MOST_HELD_PERCENT) / 100n;
  return held > limit ? { error: "TreasuriesHoldTooMuch", values: [held, limit] } : undefined;
}

/** What treasuries hold of a person, or other networks of a network, in wei: members' own treasuries leak to people. */
function heldThatCounts(facts: FoundersFacts, member: TokenInfo): bigint {
  return member.kind === "person" ? member.treasuryHeld : (facts.heldByNetworks.get(member.address) ?? 0n);
}

/** Why this many founders, minting so much in all, can't be; undefined when they can. */
export function refuseFounders(founders: readonly Founder[]): Refusal | undefined {
  if (founders.length === 0 || founders.length > MOST_FOUNDERS) {
    return { error: "FounderCountOutOfRange", values: [BigInt(founders.length), BigInt(MOST_FOUNDERS)] };
  }
  const supply = founders.reduce((sum, founder) => sum + sharesOf(founder), 0n);
  return supply > MOST_SHARES ? { error: "SupplyAboveLimit", values: [supply, MOST_SHARES] } : undefined;
}
