import { zeroAddress } from "viem";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import { type ClaimPlan, MOST_TRANSACTIONS } from "./claim-plan.ts";

/** Why a plan leaves something behind, in a sentence; undefined when it leaves nothing. */
export function leftWords(
  { left, leastPerStep, transactions }: Pick<ClaimPlan, "left" | "leastPerStep" | "transactions">,
  { currency, currencySymbol, decimals }: OwnershipSnapshot["protocol"],
): string | undefined {
  if (left === 0n) return undefined;
  if (transactions.length >= MOST_TRANSACTIONS) {
    return `The rest does not fit into ${MOST_TRANSACTIONS} transactions. Claim again afterwards.`;
  }
  if (leastPerStep <= 1n) return "Less than the smallest unit of each step, which rounding keeps back.";
  const least = `${formatAmount(leastPerStep, { decimals })} ${currencySymbol}`;
  // What another currency is worth in the coin that pays the fee, nobody here knows.
  const why = currency === zeroAddress ? "less than it costs" : "too little";
  return `Each further step would bring ${why}: a step has to bring ${least} or more. It is not lost: it waits.`;
}
