import {
  type ClientControl,
  costsOfGas,
  type OwnershipClient,
  type PlanOptions,
  SETTLE_GAS,
  type SettlementPlan,
} from "@weft/ownership";
import { zeroAddress } from "viem";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** How long a signed plan may wait for a block, in seconds. */
export const PLAN_LASTS_SECONDS = 20 * 60;

/** Most transactions that a person is asked to sign for one claim. Each has room for some 200 harvests. */
export const MOST_TRANSACTIONS = 8;

/**
 * Gas of one transfer of an ERC-20 currency within a settlement, on top of `SETTLE_GAS`: the token's code, two balances that
 * are cold and may be new, and a proxy before them.
 */
const ERC20_TRANSFER_GAS = 50_000n;

/** With an ERC-20 currency the fee can't be compared with what a step brings: below a millionth of a unit none is made. */
const LEAST_PART_OF_A_UNIT = 1_000_000n;

/** A plan for collecting everything that is due to an account. */
export interface ClaimPlan extends SettlementPlan {
  /** What the network fee of all transactions is at most likely to be, in wei of the native coin. */
  readonly fee: bigint;
  /** Last second at which the plan may run, Unix time. */
  readonly deadline: bigint;
  /** What a further step would have to bring, in wei of the currency: its network fee, or what is worth a step at all. */
  readonly leastPerStep: bigint;
}

/** What a plan is made from. */
export interface ClaimPlanParameters {
  readonly snapshot: OwnershipSnapshot;
  readonly account: Address;
  /** In wei of the native coin per unit of gas. */
  readonly gasPrice: bigint;
  /** Unix time. */
  readonly now: number;
}

/** What to plan for: the most after the network fee, or of an ERC-20 currency the most in steps that are worth making. */
export function claimOptions({ protocol, timestamp }: OwnershipSnapshot, gasPrice: bigint): PlanOptions {
  const common = { timestamp: BigInt(timestamp), maxTransactions: MOST_TRANSACTIONS };
  if (protocol.currency === zeroAddress) return { ...costsOfGas(gasPrice), ...common };
  const { transaction, hop, repeat, claim } = SETTLE_GAS;
  const gas = {
    transaction,
    hop: hop + ERC20_TRANSFER_GAS,
    repeat: repeat + ERC20_TRANSFER_GAS,
    claim: claim + ERC20_TRANSFER_GAS,
  };
  return { costPerHop: 0n, costPerClaim: 0n, minimum: leastOf(protocol.decimals), gas, ...common };
}

/** Plans how everything that is due to an account is collected. Throws what the planner throws. */
export async function planClaim(
  planner: Pick<OwnershipClient, "planSettlement">,
  { snapshot, account, gasPrice, now }: ClaimPlanParameters,
  control: ClientControl = {},
): Promise<ClaimPlan> {
  const options = claimOptions(snapshot, gasPrice);
  const plan = await planner.planSettlement(account, { ...options, ...control });
  const gas = plan.transactions.reduce((sum, transaction) => sum + transaction.gas, 0n);
  return {
    ...plan,
    fee: gas * gasPrice,
    // A chain's clock may be ahead of this machine's.
    deadline: BigInt(Math.max(Math.floor(now), snapshot.timestamp) + PLAN_LASTS_SECONDS),
    leastPerStep: options.minimum ?? options.costPerRepeat ?? options.costPerHop,
  };
}

function leastOf(decimals: number): bigint {
  const least = 10n ** BigInt(decimals) / LEAST_PART_OF_A_UNIT;
  return least > 1n ? least : 1n;
}
