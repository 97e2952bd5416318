import { BigInt } from "@graphprotocol/graph-ts";

/**
 * Splits `total` in proportion to `weights`, in whole numbers that add up to `total` exactly: each part is rounded down,
 * and what that leaves over, less than one for each part, goes to the part with the largest weight. A weight below zero
 * counts as none; if there is no other, all of it goes to the first part.
 */
export function splitExactly(total: BigInt, weights: BigInt[]): BigInt[] {
  const parts = new Array<BigInt>(weights.length).fill(BigInt.zero());
  let sum = BigInt.zero();
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    if (isPositive(weights[i])) sum = sum.plus(weights[i]);
    if (weights[i] > weights[largest]) largest = i;
  }
  let left = total;
  for (let i = 0; i < weights.length; i++) {
    if (!isPositive(weights[i])) continue;
    parts[i] = total.times(weights[i]).div(sum);
    left = left.minus(parts[i]);
  }
  if (sum.isZero()) largest = 0;
  parts[largest] = parts[largest].plus(left);
  return parts;
}

function isPositive(value: BigInt): bool {
  return value > BigInt.zero();
}
