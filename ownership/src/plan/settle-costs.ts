import { InvalidAmountError } from "../errors.ts";

/** What settling costs, in wei of the currency that gains are paid in. */
export interface SettleCosts {
  /** Network fee of one harvest. */
  readonly costPerHop: bigint;
  /** Network fee of one claim. */
  readonly costPerClaim: bigint;
  /** Least that a harvest or claim should bring, whatever it costs; 1 wei when not given. */
  readonly minimum?: bigint;
  /** Most harvests, so that the transaction fits into a block; 256 when not given. */
  readonly maxHops?: number;
}

/** Costs with defaults filled in. */
export interface Thresholds {
  readonly costPerHop: bigint;
  readonly costPerClaim: bigint;
  /** A harvest has to bring at least this. */
  readonly perHop: bigint;
  /** A claim has to bring at least this. */
  readonly perClaim: bigint;
  readonly maxHops: number;
}

/** At 30,000 to 64,000 gas each, these fit into a block of 30 million gas with room to spare. */
const DEFAULT_MAX_HOPS = 256;

/** Throws InvalidAmountError for a negative cost, minimum or number of hops. */
export function thresholdsOf(costs: SettleCosts): Thresholds {
  const { costPerHop, costPerClaim, minimum = 1n, maxHops = DEFAULT_MAX_HOPS } = costs;
  for (const [name, value] of Object.entries({ costPerHop, costPerClaim, minimum, maxHops })) {
    if (value < 0) throw new InvalidAmountError(name, value, "it is not negative");
  }
  const least = (cost: bigint): bigint => [cost, minimum, 1n].reduce((most, value) => (value > most ? value : most));
  return { costPerHop, costPerClaim, perHop: least(costPerHop), perClaim: least(costPerClaim), maxHops };
}
