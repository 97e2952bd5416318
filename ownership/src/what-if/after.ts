import { InvalidAmountError } from "../errors.ts";
import type { SettleState } from "../plan/settle-state.ts";
import { baseOfState, changeState } from "./change-state.ts";
import { createDraft, type Draft } from "./draft.ts";
import { mintShares, moveShares } from "./move-shares.ts";
import { takeIn } from "./take-in.ts";

/** Shares that change hands. */
export interface SaleRequest {
  readonly token: string;
  readonly from: string;
  readonly to: string;
  /** In wei of shares. */
  readonly amount: bigint;
}

/** Member shares for new network shares. */
export interface StakeRequest {
  readonly network: string;
  readonly member: string;
  /** Who stakes. */
  readonly account: string;
  /** Who receives the network shares: the account, when not given, or the account's personal token. */
  readonly to?: string;
  /** In wei of the member token. */
  readonly amount: bigint;
  /** Network shares per member share, 10¹⁸ = one for one. */
  readonly rate: bigint;
}

/** A gain that a person pays in. */
export interface RealizeRequest {
  readonly token: string;
  /** In wei of the currency. */
  readonly amount: bigint;
  /** Seconds over which it streams; at once when not given. */
  readonly duration?: bigint;
}

const ONE_FOR_ONE = 10n ** 18n;

/**
 * A state after a transfer in a block at `timestamp` (Unix time), to the wei and the rounding of every debt. Whether the
 * parties may (closed tokens, locks, treasuries that did not ask, the 80 % bound) is not looked at: ask `canTransfer`.
 *
 * Throws UnknownTokenError, InvalidAmountError, InsufficientSharesError.
 */
export function afterSale(state: SettleState, request: SaleRequest, timestamp?: bigint): SettleState {
  return after(state, timestamp, (draft) => sell(draft, request));
}

/**
 * A state after a stake: the member shares move in, ⌊amount × rate / 10¹⁸⌋ network shares are minted. Whether terms allow it
 * is not looked at: ask `previewStake`. For the errors see `afterSale`.
 */
export function afterStake(state: SettleState, request: StakeRequest, timestamp?: bigint): SettleState {
  return after(state, timestamp, (draft) => stake(draft, request));
}

/**
 * A state after a realized gain, at once or streaming from `timestamp` on. Throws UnknownTokenError, and InvalidAmountError
 * for what the contracts refuse.
 */
export function afterRealize(state: SettleState, request: RealizeRequest, timestamp?: bigint): SettleState {
  return after(state, timestamp, (draft) => realize(draft, request));
}

function after(state: SettleState, timestamp: bigint | undefined, act: (draft: Draft) => void): SettleState {
  const draft = createDraft(baseOfState(state), timestamp);
  act(draft);
  return changeState(state, draft.changes());
}

/** Carries `afterSale` out. */
export function sell(draft: Draft, { token, from, to, amount }: SaleRequest): void {
  moveShares(draft, token, from, to, amount);
}

/** Carries `afterStake` out. */
export function stake(draft: Draft, { network, member, account, to = account, amount, rate }: StakeRequest): void {
  if (member === network) {
    throw new InvalidAmountError(
      `A stake in ${network}`,
      amount,
      "a network is no member of itself; stake another token",
    );
  }
  const shares = (amount * rate) / ONE_FOR_ONE;
  if (shares < 1n) {
    throw new InvalidAmountError(`A stake in ${network}`, amount, `at a rate of ${rate} it gives no share; stake more`);
  }
  moveShares(draft, member, account, network, amount);
  mintShares(draft, network, to, shares);
}

/** Carries `afterRealize` out. */
export function realize(draft: Draft, { token, amount, duration = 0n }: RealizeRequest): void {
  takeIn(draft, token, amount, duration);
}
