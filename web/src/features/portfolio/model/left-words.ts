import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import { type ClaimPlan, MOST_TRANSACTIONS } from "./claim-plan.ts";

/** Why a plan leaves something behind, in a sentence; undefined when it leaves nothing. */
export function leftWords(
  { left, leastPerStep, transactions }: Pick<ClaimPlan, "left" | "leastPerStep" | "transactions">,
  { currencySymbol, decimals }: OwnershipSnapshot["protocol"],
): string | undefined {
  if (left === 0n) return undefined;
  if (transactions.length >= MOST_TRANSACTIONS) {
    return `The rest does not fit into ${MOST_TRANSACTIONS} transactions. Claim again afterwards.`;
  }
  if (leastPerStep <= 1n) return "Less than the smallest unit of each step, which rounding keeps back.";
  const least = `${formatAmount(leastPerStep, { decimals })} ${currencySymbol}`;
  return `Each further step would bring less than it costs: a step has to bring ${least} or more. It is not lost: it waits.`;
}
