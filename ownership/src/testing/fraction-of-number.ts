import { type Fraction, fraction } from "../exact/fraction.ts";

/** The rational number that a finite floating-point number is, exactly; for numbers from 0 to 2⁵². */
export function fractionOfNumber(value: number): Fraction {
  if (value === 0) return fraction(0n);
  const shift = 52 - Math.floor(Math.log2(value));
  return fraction(BigInt(value * 2 ** shift), 2n ** BigInt(shift));
}

/** |a − b| as a fraction. */
export function distance(a: Fraction, b: Fraction): Fraction {
  const n = a.n * b.d - b.n * a.d;
  return fraction(n < 0n ? -n : n, a.d * b.d);
}

/** Whether a ≤ b. */
export function isAtMost(a: Fraction, b: Fraction): boolean {
  return a.n * b.d <= b.n * a.d;
}
