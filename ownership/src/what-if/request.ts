import type { Control } from "../control.ts";
import type { ClaimableChange, DueChange } from "./compare-money.ts";
import type { ShareChanges } from "./compare-shares.ts";

/** When it happens, and what counts as a change. */
export interface WhatIfOptions extends Control {
  /** Time stamp of the block in which it happens, Unix time. When not given, streams count as they stand in the state. */
  readonly timestamp?: bigint;
  /** Time at which claimables are compared, Unix time: `timestamp` when not given, or the end of a gain that streams. */
  readonly until?: bigint;
  /** Look-through shares that change by no more are left out; 10⁻⁶ when not given. */
  readonly tolerance?: number;
  /** Amounts that change by no more are left out, in wei; 1 when not given, which moving shares can take by rounding. */
  readonly dust?: bigint;
  /** Most accounts whose shares are listed; 100 when not given. */
  readonly maxAccounts?: number;
}

/** What two states differ in. */
export interface Comparison extends ShareChanges {
  /** Claimables that change: what the contracts' `claimable` says, to the wei. */
  readonly claimables: ClaimableChange[];
  /** What accounts are due in the end that changes, all circles counted; off by a few wei for each token. */
  readonly due: DueChange[];
}

/** Entry terms of a network, as a vote opens them. */
export interface AdmissionTerms {
  readonly member: string;
  /** Who may stake under them. */
  readonly account: string;
  /** Network shares per member share, 10¹⁸ = one for one. */
  readonly rate: bigint;
  /** Most member shares, in wei of the member token. */
  readonly cap: bigint;
  /** The stake reverts when the member's total supply is above this; no bound when not given. */
  readonly maxMemberSupply?: bigint;
}

/** An admission: terms that are executed, and then used. */
export interface AdmissionRequest {
  readonly network: string;
  readonly terms: AdmissionTerms;
  /** Who receives the network shares: the account of the terms, when not given, or that account's personal token. */
  readonly to?: string;
  /** Member shares that are staked, in wei; all that the terms take when not given. */
  readonly amount?: bigint;
}
