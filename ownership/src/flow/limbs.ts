/**
 * Whole numbers in typed arrays, without an allocation for each: limbs of 24 bits, lowest first, `width` for each number.
 *
 * A product of two limbs has 48 bits, so that sums of some of them stay exact in floating point. The highest limb carries
 * the sign. Numbers have at most 24 · width − 1 bits, which who calls sees to.
 */
export type Limbs = Float64Array<ArrayBuffer>;

export const LIMB_BITS = 24;
export const LIMB: number = 2 ** LIMB_BITS;
const PER_LIMB = 2 ** -LIMB_BITS;
const MASK = BigInt(LIMB - 1);
const BITS = BigInt(LIMB_BITS);
const PAIR_BITS = BigInt(2 * LIMB_BITS);

/** Sets a number that is not negative. */
export function setBigint(to: Limbs, at: number, width: number, value: bigint): void {
  let rest = value;
  for (let limb = at; limb < at + width; limb++) {
    to[limb] = Number(rest & MASK);
    rest >>= BITS;
  }
}

/** The number as a bigint. */
export function bigintAt(from: ArrayLike<number>, at: number, width: number): bigint {
  // Two limbs at a time, which are exact together.
  const paired = width - (width % 2);
  let value = paired < width ? BigInt(from[at + paired] as number) : 0n;
  for (let limb = at + paired - 2; limb >= at; limb -= 2) {
    const pair = BigInt((from[limb + 1] as number) * LIMB + (from[limb] as number));
    value = value === 0n ? pair : (value << PAIR_BITS) + pair;
  }
  return value;
}

/** The number in floating point; exact below 2⁵³. */
export function numberAt(from: Limbs, at: number, width: number): number {
  let value = 0;
  for (let limb = at + width - 1; limb >= at; limb--) value = value * LIMB + (from[limb] as number);
  return value;
}

/** Adds `sign` × another number of the same width; `sign` is 1 or −1. */
export function addLimbs(to: Limbs, at: number, from: Limbs, fromAt: number, width: number, sign: number): void {
  let carry = 0;
  const last = width - 1;
  for (let limb = 0; limb < last; limb++) {
    const sum = (to[at + limb] as number) + sign * (from[fromAt + limb] as number) + carry;
    carry = Math.floor(sum * PER_LIMB);
    to[at + limb] = sum - carry * LIMB;
  }
  to[at + last] = (to[at + last] as number) + sign * (from[fromAt + last] as number) + carry;
}

/** Adds a whole number in floating point, of either sign. */
export function addNumber(to: Limbs, at: number, width: number, value: number): void {
  let rest = value;
  let carry = 0;
  for (let limb = 0; limb < width - 1; limb++) {
    const above = Math.floor(rest * PER_LIMB);
    const sum = (to[at + limb] as number) + (rest - above * LIMB) + carry;
    carry = Math.floor(sum * PER_LIMB);
    to[at + limb] = sum - carry * LIMB;
    rest = above;
  }
  to[at + width - 1] = (to[at + width - 1] as number) + rest + carry;
}

/** Copies a number. */
export function copyLimbs(to: Limbs, at: number, from: Limbs, fromAt: number, width: number): void {
  for (let limb = 0; limb < width; limb++) to[at + limb] = from[fromAt + limb] as number;
}

export function clearLimbs(to: Limbs, at: number, width: number): void {
  to.fill(0, at, at + width);
}

export function isZero(from: Limbs, at: number, width: number): boolean {
  for (let limb = at; limb < at + width; limb++) if (from[limb] !== 0) return false;
  return true;
}

/** Whether the number is below zero. */
export function isNegative(from: Limbs, at: number, width: number): boolean {
  return (from[at + width - 1] as number) < 0;
}
