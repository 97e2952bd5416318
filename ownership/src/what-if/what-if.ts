import type { Control } from "../control.ts";
import { InvalidAmountError } from "../errors.ts";
import { entriesOf } from "../plan/entries.ts";
import type { SettleState } from "../plan/settle-state.ts";
import {
  afterRealize,
  afterSale,
  afterStake,
  type RealizeRequest,
  type SaleRequest,
  type StakeRequest,
} from "./after.ts";
import { type ClaimableChange, compareClaimables, compareDue, type DueChange } from "./compare-money.ts";
import { compareShares, type ShareChanges } from "./compare-shares.ts";

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

/** What would change for whom. */
export interface WhatIf extends ShareChanges {
  /** The state afterwards, as the contracts would store it. */
  readonly after: SettleState;
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

const DEFAULT_TOLERANCE = 1e-6;
const DEFAULT_MAX_ACCOUNTS = 100;
const ONE_FOR_ONE = 10n ** 18n;

/** What a sale, or any transfer, of shares would change. For what is thrown see `afterSale`. */
export function whatIfSale(state: SettleState, request: SaleRequest, options: WhatIfOptions = {}): WhatIf {
  return compare(state, afterSale(state, request, options.timestamp), [request.token], [request.token], options);
}

/** What a stake in a network would change. For what is thrown see `afterStake`. */
export function whatIfStake(state: SettleState, request: StakeRequest, options: WhatIfOptions = {}): WhatIf {
  const tokens = [request.member, request.network];
  return compare(state, afterStake(state, request, options.timestamp), tokens, tokens, options);
}

/**
 * What an admission would change, once its terms were executed and used: for who comes in, for everybody in the network,
 * and for whoever owns a part of either.
 *
 * Throws InvalidAmountError for a stake above the cap, for a member with more shares than the terms allow and for terms that
 * mint more than there is (`TooMuchDilution`; other terms near them, which count too, are not looked at), and what
 * `afterStake` throws.
 */
export function whatIfAdmission(state: SettleState, request: AdmissionRequest, options: WhatIfOptions = {}): WhatIf {
  const { network, terms, to = terms.account, amount = terms.cap } = request;
  const { member, account, rate, cap, maxMemberSupply } = terms;
  if (amount > cap) throw new InvalidAmountError("The stake", amount, `the terms take in at most ${cap}`);
  const supplyOf = (id: string): bigint => state.tokens.find((token) => token.id === id)?.totalSupply ?? 0n;
  if (maxMemberSupply !== undefined && supplyOf(member) > maxMemberSupply) {
    const rule = `the terms are for ${maxMemberSupply} at most`;
    throw new InvalidAmountError(`Total supply of ${member}`, supplyOf(member), rule);
  }
  const minted = (cap * rate) / ONE_FOR_ONE;
  if (minted > supplyOf(network)) {
    const rule = `terms mint at most as many as there are, ${supplyOf(network)}`;
    throw new InvalidAmountError(`New shares of ${network}`, minted, rule);
  }
  return whatIfStake(state, { network, member, account, to, amount, rate }, options);
}

/**
 * What a realized gain would change: nobody's shares, but what holders can claim, and what accounts are due in the end. For
 * what is thrown see `afterRealize`.
 */
export function whatIfRealize(state: SettleState, request: RealizeRequest, options: WhatIfOptions = {}): WhatIf {
  const after = afterRealize(state, request, options.timestamp);
  const { streamEnd } = after.tokens.find(({ id }) => id === request.token) ?? {};
  const streams = (request.duration ?? 0n) > 0n && streamEnd !== undefined;
  return compare(state, after, [], [request.token], { ...(streams && { until: streamEnd }), ...options });
}

function compare(
  before: SettleState,
  after: SettleState,
  shareTokens: readonly string[],
  moneyTokens: readonly string[],
  options: WhatIfOptions,
): WhatIf {
  const { tolerance = DEFAULT_TOLERANCE, maxAccounts = DEFAULT_MAX_ACCOUNTS, dust = 1n } = options;
  const { until = options.timestamp } = options;
  if (!(tolerance >= 0)) throw new InvalidAmountError("The tolerance", tolerance, "it is not negative");
  // Flows of money are rounded at every token.
  const dueDust = dust + BigInt(before.tokens.length);
  return {
    after,
    ...compareShares(entriesOf(before).graph, entriesOf(after).graph, shareTokens, { tolerance, maxAccounts }, options),
    claimables: compareClaimables(before, after, moneyTokens, until, dust),
    due: compareDue(before, after, until, dueDust),
  };
}
