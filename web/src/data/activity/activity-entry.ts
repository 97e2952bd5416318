import type { Address } from "../../lib/address.ts";

/** What can happen, in the order in which filters name it. */
export const ACTIVITY_KINDS = [
  "gain",
  "gift",
  "harvest",
  "payment",
  "stake",
  "unstake",
  "issue",
  "transfer",
  "application",
  "proposal",
  "vote",
  "dispute",
  "launch",
  "form",
] as const;

/** One kind of what can happen. */
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Something that happened. What a kind does not have is left out. */
export interface ActivityEntry {
  /** The same for the same fact, whenever it is read. */
  readonly id: string;
  readonly kind: ActivityKind;
  /** Unix time of the block. */
  readonly timestamp: number;
  readonly block: number;
  readonly transaction: string;
  /** Who acted, or to whom it happened: a wallet, or a token that harvested. */
  readonly actor: Address;
  /** The token that it is about; of stakes, applications, proposals and votes the network. */
  readonly token: Address;
  /** The other side: what was harvested, who received shares, the member token that was staked. */
  readonly other?: Address;
  /** In wei of the currency. */
  readonly amount?: bigint;
  /** In wei of `sharesOf`. */
  readonly shares?: bigint;
  readonly sharesOf?: Address;
  /** Shares of `token` that came or went for those shares, in wei. */
  readonly inReturn?: bigint;
  /** Seconds over which a gain streams; 0 is at once. */
  readonly duration?: number;
  /** How somebody voted. */
  readonly support?: "for" | "against" | "abstain";
  /** What somebody wrote: evidence, note, title of a proposal, reason. */
  readonly text?: string;
}
