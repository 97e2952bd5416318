/** Digits after the point for a column of amounts: one precision for all, by the largest. */
export interface ColumnDigits {
  readonly maximumFractionDigits: number;
  readonly minimumFractionDigits: number;
}

/** One precision for a column of `amounts` in units of 10^`decimals`: about four significant figures of the largest. */
export function columnDigits(amounts: readonly bigint[], decimals: number): ColumnDigits {
  let largest = 0n;
  for (const amount of amounts) if (amount > largest) largest = amount;
  const whole = largest / 10n ** BigInt(decimals);
  const digits = Math.min(decimals, whole >= 100n ? 2 : whole >= 1n ? 3 : 6);
  return { maximumFractionDigits: digits, minimumFractionDigits: digits };
}
