import { InvalidAmountError } from "../errors.ts";
import { acceptsIncome } from "../graph/flow-system.ts";
import { MIN_ELIGIBLE_SUPPLY } from "../graph/limits.ts";
import { accrue } from "../plan/accrual.ts";
import { isWithinLimit, MAX_INCOME, MAX_INCOME_PER_SHARE } from "../plan/limits.ts";
import type { SettleToken } from "../plan/settle-state.ts";
import { type Draft, touch } from "./draft.ts";

/** Longest time over which a gain can stream, in seconds: four years, with the day that one of them has more. */
const MAX_DURATION = 1461n * 86_400n;

/** Shortest time while pools matter, in seconds. */
const MIN_DURATION_WITH_POOLS = 86_400n;

/** Pools matter from this part of all shares on: one of so many. */
const POOLS_MATTER = 1000n;

/**
 * Pays a gain of `amount` into a token, in wei of the currency: at once, or streaming over `duration` seconds.
 *
 * Throws InvalidAmountError for what the contracts refuse: nothing, income without eligible holders, durations out of range
 * and amounts beyond the limits.
 */
export function takeIn(draft: Draft, id: string, amount: bigint, duration: bigint): void {
  requireDuration(draft.token(id), duration);
  const token = touch(draft, id);
  const { accounted, eligibleSupply } = token;
  if (amount < 1n) throw new InvalidAmountError(`A gain of ${id}`, amount, "it is 1 wei at least");
  if (!acceptsIncome(eligibleSupply)) {
    throw new InvalidAmountError(
      `Eligible supply of ${id}`,
      eligibleSupply,
      `income is taken in from ${MIN_ELIGIBLE_SUPPLY} wei of shares on`,
    );
  }
  const held = (accounted ?? 0n) + amount;
  if (held > MAX_INCOME) throw new InvalidAmountError(`What ${id} holds`, held, "it is at most 2^110 - 1");
  const after = duration === 0n ? divided(token, amount) : streaming(token, amount, duration, draft.time);
  if (!isWithinLimit(after.incomePerShare, after.streamLeft ?? 0n)) {
    const most = `with all that streams it is at most ${MAX_INCOME_PER_SHARE}`;
    throw new InvalidAmountError(`Income per share of ${id}`, after.incomePerShare, most);
  }
  draft.setToken({ ...after, ...(accounted !== undefined && { accounted: held }) });
}

function requireDuration({ id, totalSupply, eligibleSupply }: SettleToken, duration: bigint): void {
  const poolsMatter = (totalSupply - eligibleSupply) * POOLS_MATTER > totalSupply;
  const least = poolsMatter ? MIN_DURATION_WITH_POOLS : 0n;
  if (duration >= least && duration <= MAX_DURATION) return;
  throw new InvalidAmountError(`Duration of a gain of ${id}`, duration, `it lies between ${least} and ${MAX_DURATION}`);
}

function divided(token: SettleToken, amount: bigint): SettleToken {
  return { ...token, incomePerShare: accrue(token.incomePerShare, amount, token.eligibleSupply) };
}

/** Streams merge: both end at the mean of their ends, weighted by amount and rounded up to a second. */
function streaming(token: SettleToken, amount: bigint, duration: bigint, time: bigint | undefined): SettleToken {
  const { id, streamLeft = 0n, streamEnd = 0n } = token;
  if (time === undefined) {
    throw new InvalidAmountError(`Duration of a gain of ${id}`, duration, "say the timestamp from which it streams");
  }
  const left = streamLeft + amount;
  const weighted = (streamLeft === 0n ? 0n : streamLeft * (streamEnd - time)) + amount * duration;
  return { ...token, streamLeft: left, lastAccrual: time, streamEnd: time + (weighted + left - 1n) / left };
}
