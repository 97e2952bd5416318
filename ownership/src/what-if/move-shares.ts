import { InsufficientSharesError, InvalidAmountError } from "../errors.ts";
import { INCOME_PER_SHARE_BITS, MAX_TOTAL_SUPPLY } from "../graph/limits.ts";
import type { HoldingState } from "../graph/ownership-graph.ts";
import { type Draft, touch } from "./draft.ts";

/**
 * Moves shares from one holder to another, as `transfer` does: what can be claimed stays, less up to 1 wei on each side. A
 * move of nothing, or to oneself, moves nothing.
 *
 * Throws InvalidAmountError for a negative amount and InsufficientSharesError.
 */
export function moveShares(draft: Draft, token: string, from: string, to: string, amount: bigint): void {
  if (amount < 0n) throw new InvalidAmountError(`An amount of ${token}`, amount, "it is not negative");
  if (amount === 0n) return;
  const { incomePerShare } = touch(draft, token);
  const sender = draft.holding(token, from);
  if (sender.balance < amount) throw new InsufficientSharesError(token, from, sender.balance, amount);
  if (from === to) return;
  draft.setHolding(withBalance(sender, sender.balance - amount, incomePerShare));
  const receiver = draft.holding(token, to);
  draft.setHolding(withBalance(receiver, receiver.balance + amount, incomePerShare));
  const joined = (sender.excluded ? amount : 0n) - (receiver.excluded ? amount : 0n);
  const now = draft.token(token);
  if (joined !== 0n) draft.setToken({ ...now, eligibleSupply: now.eligibleSupply + joined });
}

/** Mints new shares. Throws InvalidAmountError where the supply would pass its limit. */
export function mintShares(draft: Draft, token: string, to: string, amount: bigint): void {
  const now = touch(draft, token);
  const totalSupply = now.totalSupply + amount;
  if (totalSupply > MAX_TOTAL_SUPPLY) {
    throw new InvalidAmountError(`Total supply of ${token}`, totalSupply, "it lies between 0 and 2^96 - 1");
  }
  const receiver = draft.holding(token, to);
  draft.setHolding(withBalance(receiver, receiver.balance + amount, now.incomePerShare));
  const eligibleSupply = now.eligibleSupply + (receiver.excluded ? 0n : amount);
  draft.setToken({ ...now, totalSupply, eligibleSupply });
}

/** debt += ⌈b′·A/2¹²⁸⌉ − ⌊b·A/2¹²⁸⌋: rounded up, in favour of the token. A pool has no debt. */
function withBalance(holding: HoldingState, balance: bigint, incomePerShare: bigint): HoldingState {
  if (holding.excluded) return { ...holding, balance, debt: 0n };
  const entitledUp = -((-balance * incomePerShare) >> INCOME_PER_SHARE_BITS);
  const entitledDown = (holding.balance * incomePerShare) >> INCOME_PER_SHARE_BITS;
  return { ...holding, balance, debt: holding.debt + entitledUp - entitledDown };
}
