import type { NetworkRecord } from "../../../data/network.ts";
import type { Address } from "../../../lib/address.ts";
import type { StakeMove } from "./stake-preview.ts";
import { sharesFor } from "./terms-view.ts";

/** One founder's part. Amounts in wei. */
export interface FounderPart {
  readonly account: Address;
  readonly member: Address;
  readonly amount: bigint;
  readonly shares: bigint;
  readonly hasStaked: boolean;
}

/** How far the founding of a network is. */
export interface FoundingView {
  readonly state: "complete" | "under-way" | "failed";
  readonly founders: readonly FounderPart[];
  readonly missing: readonly FounderPart[];
  /** Last second in which founders can stake, Unix time. */
  readonly ends: number;
}

/** Looks at the founding of a network at the Unix time `now`. */
export function foundingView(record: NetworkRecord, now: number): FoundingView {
  const founders = record.terms.flatMap((terms): FounderPart[] =>
    terms.founding && terms.account !== null
      ? [
          {
            account: terms.account,
            member: terms.member,
            amount: terms.cap,
            shares: sharesFor(terms.cap, terms.rate),
            hasStaked: terms.used > 0n,
          },
        ]
      : [],
  );
  const missing = founders.filter((founder) => !founder.hasStaked);
  const state = record.founded ? "complete" : now > record.foundingEnds ? "failed" : "under-way";
  return { state, founders, missing, ends: record.foundingEnds };
}

/** The stakes that are still to come from others than `account`, for a preview of the complete founding. */
export function stakesToCome(view: FoundingView, network: Address, account: Address): readonly StakeMove[] {
  if (view.state !== "under-way") return [];
  return view.missing
    .filter((founder) => founder.account !== account)
    .map((founder) => ({ ...founder, network, to: founder.account }));
}
