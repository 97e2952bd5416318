/** Digits after the point for a column of amounts: one precision for all, by the largest. */
export interface ColumnDigits {
  readonly maximumFractionDigits: number;
  readonly minimumFractionDigits: number;
}

/** One precision for a column of `amounts` in units of 10^`decimals`: about four significant figures of the largest. */
export function columnDigits(amounts: readonly bigint[], decimals: number): ColumnDigits {
  let largest = 0n;
  for (const amount of amounts) if (amount > largest) largest = amount;
  const hundredths = (largest * 100n) / 10n ** BigInt(decimals);
  const digits = Math.min(decimals, hundredths >= 10_000n ? 2 : hundredths >= 100n ? 3 : hundredths >= 1n ? 4 : 6);
  return { maximumFractionDigits: digits, minimumFractionDigits: digits };
}
