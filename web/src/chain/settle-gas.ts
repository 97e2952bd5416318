import { type Hop, TRANSACTION_GAS_LIMIT } from "@weft/ownership";

/** Allowed for one harvest: 64,000 units when its holding is first touched, and as much again for what it can't foresee. */
const LIMIT_PER_TURN = 130_000n;
/** Allowed for one claim, the payment to a wallet included. */
const LIMIT_PER_CLAIM = 130_000n;
/** Allowed for the transaction itself and its arguments. */
const LIMIT_AROUND = 80_000n;

/**
 * Units of gas to allow a settlement at least. A hop that runs out of gas is skipped and nothing fails, so the chain's estimate,
 * which is the least with which nothing fails, may be one with which nothing is collected either. What is not used is not paid.
 * No more than one transaction may have.
 */
export function settleGas(hops: readonly Hop[], claims: number): bigint {
  const turns = hops.reduce((sum, { repeats }) => sum + BigInt(repeats), 0n);
  const allowed = LIMIT_AROUND + LIMIT_PER_TURN * turns + LIMIT_PER_CLAIM * BigInt(claims);
  return allowed < TRANSACTION_GAS_LIMIT ? allowed : TRANSACTION_GAS_LIMIT;
}
