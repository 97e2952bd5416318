import { InvalidAmountError } from "../errors.ts";
import { acceptsIncome } from "../graph/flow-system.ts";
import { INCOME_PER_SHARE_BITS } from "../graph/limits.ts";

/**
 * What a holder can claim, in wei of the currency: max(0, ⌊balance·A/2¹²⁸⌋ − debt), as the contracts count it.
 *
 * Rounded down, in favour of the token. A claim adds what it pays to debt.
 */
export function claimableOf(balance: bigint, debt: bigint, incomePerShare: bigint): bigint {
  const due = ((balance * incomePerShare) >> INCOME_PER_SHARE_BITS) - debt;
  return due > 0n ? due : 0n;
}

/**
 * Income per share × 2¹²⁸ after `amount` of income: A + ⌊amount·2¹²⁸/eligible⌋, as the contracts count it.
 *
 * Throws InvalidAmountError for a negative amount, and where the contracts revert with `NoEligibleHolders`.
 */
export function accrue(incomePerShare: bigint, amount: bigint, eligibleSupply: bigint): bigint {
  if (amount < 0n) throw new InvalidAmountError("Income", amount, "income is never negative");
  if (!acceptsIncome(eligibleSupply)) {
    throw new InvalidAmountError("Eligible supply", eligibleSupply, "income is taken in from 10^15 wei of shares on");
  }
  return incomePerShare + (amount << INCOME_PER_SHARE_BITS) / eligibleSupply;
}

/** A stream of income, as indexed. Times in seconds, Unix time. */
export interface StreamState {
  readonly incomePerShare: bigint;
  readonly eligibleSupply: bigint;
  /** Paid in and not accrued yet, in wei of the currency. */
  readonly streamLeft: bigint;
  readonly streamEnd: bigint;
  readonly lastAccrual: bigint;
}

/**
 * A stream as it stands at `now`: accrued is ⌊left·(now − last)/(end − last)⌋, and where that is 0 nothing changes.
 *
 * Do this for every token before planning, with the time stamp of the block that a settlement will run in.
 */
export function accrueStream(stream: StreamState, now: bigint): StreamState {
  const { incomePerShare, eligibleSupply, streamLeft } = stream;
  if (streamLeft === 0n || !acceptsIncome(eligibleSupply)) return stream;
  const accrued = accruedOf(stream, now);
  if (accrued === 0n) return stream;
  return {
    ...stream,
    incomePerShare: accrue(incomePerShare, accrued, eligibleSupply),
    streamLeft: streamLeft - accrued,
    lastAccrual: now,
  };
}

/** The end counts before the clock: a stream can be made to end in the second in which it last accrued. */
function accruedOf({ streamLeft, streamEnd, lastAccrual }: StreamState, now: bigint): bigint {
  if (now >= streamEnd) return streamLeft;
  return now <= lastAccrual ? 0n : (streamLeft * (now - lastAccrual)) / (streamEnd - lastAccrual);
}
