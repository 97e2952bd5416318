/** Largest relative error of one operation on floating-point numbers: u = 2⁻⁵³. */
const UNIT_ROUNDOFF = 2 ** -53;

/** Roundings in a share: two of the balance, which is read in parts, of the supply and of their quotient. */
export const SHARE_ROUNDINGS = 4;

/** Roundings in what a holding passes on: of its share, of the scale of its token, and of two products. */
export const PASS_ROUNDINGS: number = SHARE_ROUNDINGS + 5;

/**
 * γ = k u / (1 − k u): how far, relative to itself, a number can be off after `operations` operations in which nothing
 * is subtracted (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, lemma 3.1).
 *
 * Rounded up by a thousandth, which is more than what adding up bounds can lose.
 */
export function roundingOf(operations: number): number {
  const small = 1.001 * operations * UNIT_ROUNDOFF;
  return small < 1 ? small / (1 - small) : Number.POSITIVE_INFINITY;
}
