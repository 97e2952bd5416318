import { DivisionByZeroError } from "../errors.ts";

/** An exact rational number in lowest terms, with a positive denominator. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d in lowest terms. Throws DivisionByZeroError when `d` is 0. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new DivisionByZeroError(`${n}/0`);
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n, d * sign) * sign;
  return { n: n / divisor, d: d / divisor };
}

/** a + b. */
export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a · b. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** a / b. Throws DivisionByZeroError when `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** The nearest number, also where numerator and denominator are too large for one. */
export function toNumber({ n, d }: Fraction): number {
  // 2^64 more digits than the quotient needs keep the relative error below 2^-52.
  const shift = BigInt(Math.max(0, d.toString(2).length - n.toString(2).length + 64));
  return Number((n << shift) / d) / 2 ** Number(shift);
}
