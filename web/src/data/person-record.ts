import type { StreamState } from "@weft/ownership";
import type { Address } from "../lib/address.ts";

/** A doubt about a gain that a holder put on the record. */
export interface GainDispute {
  readonly id: string;
  /** Somebody who held shares at that moment. */
  readonly holder: Address;
  /** Link or hash to the reasons, as the holder wrote it; may be empty. */
  readonly uri: string;
  /** Unix time. */
  readonly timestamp: number;
}

/** One gain that a person realized. */
export interface RealizedGain {
  readonly id: string;
  /** Number within the token, from 0. */
  readonly number: number;
  /** As reported by the person, in wei of the currency. */
  readonly amount: bigint;
  /** Seconds over which it streams; 0 is at once. */
  readonly duration: number;
  /** Link or hash to what backs it, as the person wrote it. */
  readonly evidence: string;
  /** Unix time. */
  readonly timestamp: number;
  readonly transaction: string;
  /** Oldest first. */
  readonly disputes: readonly GainDispute[];
}

/** A network that took in shares of a person's token. */
export interface JoinedNetwork {
  readonly network: Address;
  /** What was staked and not given back, in wei of the member token. */
  readonly staked: bigint;
  /** What was issued for the stakes and not burned again, in wei of the network token. */
  readonly received: bigint;
  /** Income that the network harvested from this member, in wei of the currency. */
  readonly broughtIn: bigint;
  /** Income on the network's shares that was paid to the person's wallet, in wei of the currency. */
  readonly paidToWallet: bigint;
  /** Income on the network's shares that the person's token collected for its holders, in wei of the currency. */
  readonly paidToTreasury: bigint;
  /** Unix time of the first stake. */
  readonly joinedAt: number;
}

/** A step in which a token goes to another wallet. */
export interface HandOver {
  readonly id: string;
  readonly step: "offered" | "withdrawn" | "accepted";
  /** The person until then. */
  readonly from: Address;
  /** To whom it was offered, or who took it over; undefined for an offer that was taken back. */
  readonly to: Address | undefined;
  /** Unix time. */
  readonly timestamp: number;
}

/** What the person's page shows beside the ownership snapshot. */
export interface PersonRecord {
  /** Block at which the index answered. */
  readonly block: number;
  readonly transfersOpen: boolean;
  /** What was paid in and has not reached the holders yet, as it was when it last accrued. */
  readonly stream: StreamState;
  /** To whom the token is offered; undefined if to nobody. */
  readonly pendingPerson: Address | undefined;
  /** Newest first. */
  readonly handOvers: readonly HandOver[];
  /** Who may receive shares while the token is closed, newest first. */
  readonly approved: readonly Address[];
  /** Tokens whose shares anybody may send to the treasury, newest first. */
  readonly deposits: readonly Address[];
  /** Links out of the metadata, as the person wrote them. */
  readonly links: readonly string[];
  /** Newest first. */
  readonly gains: readonly RealizedGain[];
  /** Oldest first. */
  readonly networks: readonly JoinedNetwork[];
}
