import { MappingError } from "../../errors/mapping-error.ts";
import { formatBigDecimal, normalizeBigDecimal } from "../../values/big-decimal.ts";
import type { BigDecimalValue } from "../../values/value.ts";

/** Digits of a quotient before it is rounded to the 34 that a BigDecimal keeps. */
const QUOTIENT_DIGITS = 100;

function power10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** `left + right`, rounded. */
export function plus(left: BigDecimalValue, right: BigDecimalValue): BigDecimalValue {
  const exponent = Math.min(left.exponent, right.exponent);
  const sum = left.digits * power10(left.exponent - exponent) + right.digits * power10(right.exponent - exponent);
  return normalizeBigDecimal(sum, exponent);
}

/** `left - right`, rounded. */
export function minus(left: BigDecimalValue, right: BigDecimalValue): BigDecimalValue {
  return plus(left, { digits: -right.digits, exponent: right.exponent });
}

/** `left × right`, rounded. */
export function times(left: BigDecimalValue, right: BigDecimalValue): BigDecimalValue {
  return normalizeBigDecimal(left.digits * right.digits, left.exponent + right.exponent);
}

/** `left ÷ right` of positive magnitudes, to 100 digits and rounded half up behind them. */
function divideMagnitudes(left: bigint, right: bigint): { digits: bigint; exponent: number } {
  let shift = 0;
  let numerator = left;
  while (numerator < right) {
    numerator *= 10n;
    shift++;
  }
  const whole = (numerator / right).toString().length;
  const more = numerator % right === 0n ? 0 : Math.max(QUOTIENT_DIGITS - whole, 0);
  numerator *= power10(more);
  const quotient = numerator / right;
  const next = ((numerator % right) * 10n) / right;
  return { digits: next >= 5n ? quotient + 1n : quotient, exponent: -(shift + more) };
}

/** `left ÷ right`, rounded. @throws MappingError when `right` is zero. */
export function dividedBy(left: BigDecimalValue, right: BigDecimalValue): BigDecimalValue {
  if (right.digits === 0n) {
    throw new MappingError(`attempted to divide BigDecimal \`${formatBigDecimal(left)}\` by zero`);
  }
  if (left.digits === 0n || (right.digits === 1n && right.exponent === 0)) return left;
  if (left.digits === right.digits) return normalizeBigDecimal(1n, left.exponent - right.exponent);
  const negative = left.digits < 0n !== right.digits < 0n;
  const quotient = divideMagnitudes(
    left.digits < 0n ? -left.digits : left.digits,
    right.digits < 0n ? -right.digits : right.digits,
  );
  const digits = negative ? -quotient.digits : quotient.digits;
  return normalizeBigDecimal(digits, quotient.exponent + left.exponent - right.exponent);
}

/** Whether two normalised numbers are the same. */
export function equals(left: BigDecimalValue, right: BigDecimalValue): boolean {
  return left.digits === right.digits && left.exponent === right.exponent;
}
