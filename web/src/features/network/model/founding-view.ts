import type { NetworkRecord } from "../../../data/network.ts";
import type { Address } from "../../../lib/address.ts";
import type { StakeMove } from "./stake-preview.ts";
import { sharesFor } from "./terms-view.ts";

/** One founder's part. Amounts in wei. */
export interface FounderPart {
  /** Number of the founder's terms. */
  readonly number: number;
  readonly account: Address;
  readonly member: Address;
  readonly amount: bigint;
  readonly shares: bigint;
  readonly hasStaked: boolean;
  /** The founding failed, and the founder has taken the stake back. */
  readonly tookBack: boolean;
}

/** How far the founding of a network is. */
export interface FoundingView {
  readonly state: "complete" | "under-way" | "failed";
  readonly founders: readonly FounderPart[];
  readonly missing: readonly FounderPart[];
  /** Last second in which founders can stake, Unix time. */
  readonly ends: number;
  /** Whether founders can take their stakes back: it failed, and nobody governs what is left yet. */
  readonly takeBackOpen: boolean;
  /** Until when they can for certain, Unix time; later only while nothing was ever proposed. */
  readonly takeBackUntil: number;
}

/** How long founders can take their stakes back at least, in seconds (`NetworkAdmission`). */
const TAKE_BACK_PERIOD = 14 * 86_400;

/** Looks at the founding of a network at the Unix time `now`. */
export function foundingView(record: NetworkRecord, now: number): FoundingView {
  const founders = record.terms.flatMap((terms): FounderPart[] =>
    terms.founding && terms.account !== null
      ? [
          {
            number: terms.number,
            account: terms.account,
            member: terms.member,
            amount: terms.cap,
            shares: sharesFor(terms.cap, terms.rate),
            hasStaked: terms.used > 0n,
            tookBack: terms.status === "taken-back",
          },
        ]
      : [],
  );
  const missing = founders.filter((founder) => !founder.hasStaked);
  const state = record.founded ? "complete" : now > record.foundingEnds ? "failed" : "under-way";
  const takeBackUntil = record.foundingEnds + TAKE_BACK_PERIOD;
  const takeBackOpen = state === "failed" && (now <= takeBackUntil || record.proposalCount === 0);
  return { state, founders, missing, ends: record.foundingEnds, takeBackOpen, takeBackUntil };
}

/** The stakes that are still to come from others than `account`, for a preview of the complete founding. */
export function stakesToCome(view: FoundingView, network: Address, account: Address): readonly StakeMove[] {
  if (view.state !== "under-way") return [];
  return view.missing
    .filter((founder) => founder.account !== account)
    .map((founder) => ({ ...founder, network, to: founder.account }));
}
