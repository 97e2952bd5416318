/**
 * Rounds amounts to `unit` so that together they give exactly their rounded sum: what is left over goes to those that
 * lost most by rounding down (largest remainder). Each is less than one unit away from its amount. All in wei.
 */
export function roundedParts(amounts: readonly bigint[], unit: bigint): bigint[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  const down = amounts.map((amount) => (amount / unit) * unit);
  const given = down.reduce((total, amount) => total + amount, 0n);
  let left = (rounded(sum, unit) - given) / unit;
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: amount % unit }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0n) break;
    down[index] = (down[index] as bigint) + unit;
    left -= 1n;
  }
  return down;
}

/** An amount to the nearest `unit`, halves up; in wei. */
export function rounded(amount: bigint, unit: bigint): bigint {
  return ((amount + unit / 2n) / unit) * unit;
}

/** Digits after the point that tell the parts of an amount apart: two from one unit of currency on, more below. */
export function digitsFor(amount: bigint, decimals: number): number {
  const one = 10n ** BigInt(decimals);
  let digits = 2;
  for (let least = one; digits < decimals && amount > 0n && amount < least; least /= 10n) digits += 1;
  return Math.min(digits, decimals);
}
