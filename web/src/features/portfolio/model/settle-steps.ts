import { type SettleTransaction, TRANSACTION_GAS_LIMIT } from "@weft/ownership";
import { settlementAbi } from "../../../chain/contracts.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { TransactPlan, TransactStep } from "../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../transact/transact-request.ts";
import type { ClaimPlan } from "./claim-plan.ts";

/** What carries a plan out, and for whom. */
export interface SettleSteps {
  readonly plan: ClaimPlan;
  readonly protocol: OwnershipSnapshot["protocol"];
  /** The settlement contract. */
  readonly settlement: Address;
  /** Whose it is, undefined for the connected account's own. */
  readonly name: string | undefined;
}

/** The calls that collect, in words; undefined when there is nothing to collect. */
export function settleSteps({ plan, protocol, settlement, name }: SettleSteps): TransactPlan | undefined {
  if (plan.claims.length === 0) return undefined;
  const figureOf = (amount: bigint) => `${formatAmount(amount, protocol)} ${protocol.currencySymbol}`;
  const figure = figureOf(plan.quote);
  const count = plan.transactions.length;
  return {
    title: name === undefined ? `Claim ${figure}` : `Claim ${figure} for ${name}`,
    done: name === undefined ? `You claimed ${figure}.` : `You claimed ${figure} for ${name}.`,
    steps: plan.transactions.map((transaction, index): TransactStep => {
      const { pays } = transaction;
      return {
        key: count === 1 ? "settle" : `settle ${index + 1}`,
        title: pays > 0n ? `claim ${figureOf(pays)}` : "collect on the way",
        ...(count > 1 && {
          why:
            pays > 0n ? "Pays what was collected." : "One transaction has no room for all steps. It pays nobody yet.",
        }),
        request: settleRequest(plan, transaction, settlement),
      };
    }),
  };
}

/** The call of one transaction. It asks for exactly what was quoted: if less would arrive, nothing happens. */
function settleRequest({ account, deadline }: ClaimPlan, transaction: SettleTransaction, settlement: Address) {
  const { hops, claims, pays, gas } = transaction;
  return transactRequest({
    address: settlement,
    abi: settlementAbi,
    functionName: "settle",
    args: [
      hops.map(({ holder, source, repeats }) => ({
        holder: holder as Address,
        source: source as Address,
        repeats: BigInt(repeats),
      })),
      claims.map((token) => token as Address),
      account as Address,
      pays,
      deadline,
    ],
    leastGas: leastGas(gas),
  });
}

/**
 * A harvest that runs out of gas is skipped and nothing fails, so the chain's estimate, the least with which nothing fails,
 * may be one with which nothing is collected. The planner's estimate is an upper one; a quarter more is for what it can't
 * foresee, such as a wallet that does something when it is paid. What is not used is not paid.
 */
function leastGas(estimate: bigint): bigint {
  const roomy = estimate + estimate / 4n;
  return roomy < TRANSACTION_GAS_LIMIT ? roomy : TRANSACTION_GAS_LIMIT;
}
