import { acceptsIncome } from "../graph/flow-system.ts";
import type { HoldingState, TokenState } from "../graph/ownership-graph.ts";
import { accrueStream } from "./accrual.ts";

/**
 * A token's figures at one block, with what the contracts look at when money moves. What is left out is not looked at:
 * a token without stream fields streams nothing, and one without `accounted` is far from its limit.
 */
export interface SettleToken extends TokenState {
  /** What the token holds for its holders, claimable or streaming, in wei of the currency. */
  readonly accounted?: bigint;
  /** Paid in and not accrued yet, in wei of the currency. */
  readonly streamLeft?: bigint;
  /** When all of the stream will have accrued, Unix time. */
  readonly streamEnd?: bigint;
  /** When the stream last accrued, Unix time. */
  readonly lastAccrual?: bigint;
}

/** Tokens and holdings, all at the same block. */
export interface SettleState {
  readonly tokens: readonly SettleToken[];
  readonly holdings: readonly HoldingState[];
}

/**
 * A token after it was touched at `time`, Unix time, by whatever lets its stream accrue: a transfer, a claim, income. While
 * nobody takes part in income the stream stands still: its remaining time stays what it was.
 */
export function tokenAt(token: SettleToken, time: bigint): SettleToken {
  const { streamLeft = 0n, streamEnd = 0n, lastAccrual = 0n, incomePerShare, eligibleSupply } = token;
  if (streamLeft === 0n) return token;
  if (!acceptsIncome(eligibleSupply)) {
    if (time <= lastAccrual) return token;
    return { ...token, lastAccrual: time, streamEnd: time + streamEnd - lastAccrual };
  }
  const stream = { incomePerShare, eligibleSupply, streamLeft, streamEnd, lastAccrual };
  const accrued = accrueStream(stream, time);
  return accrued === stream ? token : { ...token, ...accrued };
}

/**
 * A state for reading at `time`, Unix time: every token as `tokenAt` tells. Don't carry on from it to a later time, since
 * a stream that nobody touched in between accrues with one rounding instead of two.
 */
export function stateAt(state: SettleState, time: bigint): SettleState {
  return { tokens: state.tokens.map((token) => tokenAt(token, time)), holdings: state.holdings };
}
