import { type OwnershipState, planSettlement, type SettlementPlan, simulateSettle } from "@weft/ownership";
import { zeroAddress } from "viem";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** Gas of one harvest in a settlement: about 30,000 when warm, up to 64,000 when first touched; planned with the middle. */
export const GAS_PER_HOP = 45_000n;
/** Gas of one claim in a settlement, the call and the payment included. */
export const GAS_PER_CLAIM = 45_000n;
/** Gas of a settlement before its first hop: 21,000 for any transaction, the rest for its arguments. */
export const GAS_OF_SETTLEMENT = 30_000n;

/** How long a signed plan may wait for a block, in seconds. */
export const PLAN_LASTS_SECONDS = 20 * 60;

/** With an ERC-20 currency the fee can't be compared with what a hop brings: below a millionth of a unit none is made. */
const LEAST_PART_OF_A_UNIT = 1_000_000n;

/** A plan for collecting everything that is due to an account. */
export interface ClaimPlan extends SettlementPlan {
  /** What the network fee is likely to be, in wei of the native coin. */
  readonly fee: bigint;
  /** Last second at which the plan may run, Unix time. */
  readonly deadline: bigint;
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

/** Plans how everything that is due to an account is collected, for the most after the network fee. */
export function planClaim({ snapshot, account, gasPrice, now }: ClaimPlanParameters): ClaimPlan {
  const { currency, decimals } = snapshot.protocol;
  const costs =
    currency === zeroAddress
      ? { costPerHop: GAS_PER_HOP * gasPrice, costPerClaim: GAS_PER_CLAIM * gasPrice }
      : { costPerHop: 0n, costPerClaim: 0n, minimum: leastOf(decimals) };
  const plan = planSettlement(stateOf(snapshot), account, costs);
  const gas =
    plan.claims.length === 0
      ? 0n
      : GAS_OF_SETTLEMENT + GAS_PER_HOP * BigInt(plan.hops.length) + GAS_PER_CLAIM * BigInt(plan.claims.length);
  return {
    ...plan,
    fee: gas * gasPrice,
    // A chain's clock may be ahead of this machine's.
    deadline: BigInt(Math.max(Math.floor(now), snapshot.timestamp) + PLAN_LASTS_SECONDS),
  };
}

/** What is due to an account from each of its own holdings now, before anything is collected on the way. */
export function dueDirectly(snapshot: OwnershipSnapshot, account: Address): bigint {
  const own = snapshot.holdings.filter((holding) => holding.holder === account);
  const tokens = [...new Set(own.map(({ token }) => token))];
  return simulateSettle(stateOf(snapshot), [], tokens, account).paid;
}

/** The state that a plan starts from. */
export function stateOf(snapshot: OwnershipSnapshot): OwnershipState {
  return {
    tokens: snapshot.graph.tokens,
    holdings: snapshot.holdings.map(({ token, holder, balance, debt, class: kind }) => ({
      token,
      holder,
      balance,
      debt,
      excluded: kind === "EXCLUDED",
    })),
  };
}

function leastOf(decimals: number): bigint {
  const least = 10n ** BigInt(decimals) / LEAST_PART_OF_A_UNIT;
  return least > 1n ? least : 1n;
}
