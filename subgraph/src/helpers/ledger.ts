import { BigInt } from "@graphprotocol/graph-ts";

/** Income per share is kept × 2¹²⁸. */
export const FRACTION_BITS: u8 = 128;

/**
 * What a change of balance b → b′ at income per share A adds to the holder's debt, in wei of the currency:
 * ⌈b′A/2¹²⁸⌉ − ⌊bA/2¹²⁸⌋, so that it never raises and at most lowers by 1 wei what the holder can claim.
 * The caller makes sure that b ≠ b′: the contract leaves the debt alone where nothing moves.
 */
export function debtOfChange(before: BigInt, after: BigInt, incomePerShare: BigInt): BigInt {
  return incomeUp(after, incomePerShare).minus(incomeDown(before, incomePerShare));
}

/** ⌊shares × incomePerShare / 2¹²⁸⌋, in wei of the currency. */
function incomeDown(shares: BigInt, incomePerShare: BigInt): BigInt {
  return shares.times(incomePerShare).rightShift(FRACTION_BITS);
}

/** ⌈shares × incomePerShare / 2¹²⁸⌉, in wei of the currency. */
function incomeUp(shares: BigInt, incomePerShare: BigInt): BigInt {
  const one = BigInt.fromI32(1);
  const almostOne = one.leftShift(FRACTION_BITS).minus(one);
  return shares.times(incomePerShare).plus(almostOne).rightShift(FRACTION_BITS);
}
