import { INCOME_PER_SHARE_BITS, MIN_ELIGIBLE_SUPPLY } from "../graph/limits.ts";

/** Most that a token can hold for its holders, claimable or streaming, in wei of the currency (`IncomeAboveLimit`). */
export const MAX_INCOME: bigint = 2n ** 110n - 1n;

/** Most that income per share × 2¹²⁸ can become (`IncomePerShareAboveLimit`). */
export const MAX_INCOME_PER_SHARE: bigint = 2n ** 189n - 1n;

/**
 * Whether income per share stays within its limit, also when all that still streams, in wei of the currency, was divided
 * among as few shares as can be: the contracts take no more in, so that accrual never fails.
 */
export function isWithinLimit(incomePerShare: bigint, streamLeft: bigint): boolean {
  return incomePerShare + (streamLeft << INCOME_PER_SHARE_BITS) / MIN_ELIGIBLE_SUPPLY <= MAX_INCOME_PER_SHARE;
}
