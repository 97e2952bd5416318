import { InvalidAmountError } from "../errors.ts";
import { SETTLE_GAS, type SettleGas, TRANSACTION_GAS_LIMIT } from "./settle-gas.ts";

/** What settling costs, in wei of the currency that gains are paid in, and what it has to fit into. */
export interface SettleCosts {
  /** Network fee of a harvest: the first of a holder from a source in a transaction. */
  readonly costPerHop: bigint;
  /** Network fee of each further harvest of the same holder from the same source; as the first when not given. */
  readonly costPerRepeat?: bigint;
  /** Network fee of one claim. */
  readonly costPerClaim: bigint;
  /** Network fee of each transaction beside its harvests and claims; 0 when not given. */
  readonly costPerTransaction?: bigint;
  /** Least that a harvest or claim should bring, whatever it costs; 1 wei when not given. */
  readonly minimum?: bigint;
  /** Most harvests, every repeat counted; 4,096 when not given, 65,536 for everyone. */
  readonly maxHops?: number;
  /** Most transactions; one when not given, no limit for everyone. */
  readonly maxTransactions?: number;
  /** Gas that one transaction may have; 2²⁴ when not given (EIP-7825). */
  readonly gasLimit?: bigint;
  /** Gas of a settlement's parts, which says what fits into a transaction; `SETTLE_GAS` when not given. */
  readonly gas?: SettleGas;
}

/** Costs with defaults filled in. */
export interface Thresholds {
  readonly costPerHop: bigint;
  readonly costPerRepeat: bigint;
  readonly costPerClaim: bigint;
  readonly costPerTransaction: bigint;
  /** A claim has to bring at least this. */
  readonly perClaim: bigint;
  /** Least that a harvest has to bring, whatever it costs. */
  readonly minimum: bigint;
  readonly maxHops: number;
  readonly maxTransactions: number;
  readonly gasLimit: bigint;
  readonly gas: SettleGas;
}

/** Defaults that depend on whom a settlement is for. */
export type SettleDefaults = Required<Pick<SettleCosts, "maxHops" | "maxTransactions">>;

/** A person's settlement is signed once. The number of harvests bounds the time that planning takes. */
export const ACCOUNT_DEFAULTS: SettleDefaults = { maxHops: 4_096, maxTransactions: 1 };

/** A keeper sends as many transactions as it takes. */
export const EVERYONE_DEFAULTS: SettleDefaults = { maxHops: 65_536, maxTransactions: Number.POSITIVE_INFINITY };

/** What a settlement costs at a gas price, in wei of the native coin, which has to be the currency of the gains. */
export function costsOfGas(gasPrice: bigint, gas: SettleGas = SETTLE_GAS): SettleCosts {
  return {
    costPerHop: gas.hop * gasPrice,
    costPerRepeat: gas.repeat * gasPrice,
    costPerClaim: gas.claim * gasPrice,
    costPerTransaction: gas.transaction * gasPrice,
    gas,
  };
}

/**
 * Throws InvalidAmountError for a negative cost, minimum or number of hops, for less than one transaction, and for one
 * that has no room for a harvest and a claim.
 */
export function thresholdsOf(costs: SettleCosts, defaults: SettleDefaults): Thresholds {
  const { costPerHop, costPerClaim, gasLimit = TRANSACTION_GAS_LIMIT, gas = SETTLE_GAS } = costs;
  const { costPerRepeat = costPerHop, costPerTransaction = 0n, minimum = 1n } = costs;
  const { maxHops = defaults.maxHops, maxTransactions = defaults.maxTransactions } = costs;
  const named = { costPerHop, costPerRepeat, costPerClaim, costPerTransaction, minimum, maxHops };
  for (const [name, value] of Object.entries(named)) {
    if (!(value >= 0)) throw new InvalidAmountError(name, value, "it is not negative");
  }
  if (!(maxTransactions >= 1)) {
    throw new InvalidAmountError("maxTransactions", maxTransactions, "a settlement takes one at least");
  }
  const least = gas.transaction + gas.hop + gas.claim;
  if (gasLimit < least) {
    throw new InvalidAmountError("gasLimit", gasLimit, `a transaction with a harvest and a claim takes ${least}`);
  }
  const perClaim = [costPerClaim, minimum, 1n].reduce((most, value) => (value > most ? value : most));
  return {
    ...{ costPerHop, costPerRepeat, costPerClaim, costPerTransaction, perClaim },
    ...{ minimum: minimum > 1n ? minimum : 1n, maxHops, maxTransactions, gasLimit, gas },
  };
}
