import type { BigDecimalValue } from "./value.ts";
import { ValueError } from "./value-error.ts";

/** Significant digits that a BigDecimal keeps, as in IEEE 754 decimal128. */
const PRECISION = 34;

/** log₂ 10 as graph-node's decimal library has it; the quirk of `digitCount` depends on this very constant. */
const LOG2_10 = 3.3219280949;

/** Exponents beyond this cannot be stored (PostgreSQL's `numeric` ends at 131072 digits) and would only fill memory. */
const MAX_EXPONENT = 131_072;

const ZERO: BigDecimalValue = { digits: 0n, exponent: 0 };

const GRAMMAR = /^([+-]?)(\d[\d_]*)?(?:\.(\d[\d_]*)?)?(?:[eE]([+-]?\d+))?$/;

/**
 * Brings `digits × 10^exponent` into graph-node's normal form: at most 34 significant digits, no trailing zeros, one zero.
 *
 * Positive numbers round half up; negative ones are cut toward zero and may keep a 35th digit, as the library behind
 * graph-node (Rust's `bigdecimal` 0.1.2, `with_prec`) does it.
 */
export function normalizeBigDecimal(digits: bigint, exponent: number): BigDecimalValue {
  if (digits === 0n) return ZERO;
  const cut = digitCount(digits) - PRECISION;
  return cut > 0 ? stripTrailingZeros(roundOff(digits, cut), exponent + cut) : stripTrailingZeros(digits, exponent);
}

/** Reads decimal text such as `-0.5`, `1_000`, `.5` or `1e-5`, rounded to 34 significant digits; throws `ValueError` on anything else. */
export function parseBigDecimal(text: string): BigDecimalValue {
  const match = GRAMMAR.exec(text);
  const whole = match?.[2]?.replaceAll("_", "") ?? "";
  const fraction = match?.[3]?.replaceAll("_", "") ?? "";
  if (match === null || whole.length + fraction.length === 0)
    throw new ValueError(`string  is not a BigDecimal: '${text}'`);
  const exponent = Number(match[4] ?? "0") - fraction.length;
  if (Math.abs(exponent) > MAX_EXPONENT) {
    throw new ValueError(
      `big decimal exponent \`${match[4]}\` is outside the \`-${MAX_EXPONENT}\` to \`${MAX_EXPONENT}\` range`,
    );
  }
  const magnitude = BigInt(whole + fraction);
  return normalizeBigDecimal(match[1] === "-" ? -magnitude : magnitude, exponent);
}

/** Plain decimal text, never with an exponent: `0`, `-0.5`, `1000`. */
export function formatBigDecimal(value: BigDecimalValue): string {
  const sign = value.digits < 0n ? "-" : "";
  const digits = (value.digits < 0n ? -value.digits : value.digits).toString();
  if (value.exponent >= 0) return `${sign}${digits}${value.digits === 0n ? "" : "0".repeat(value.exponent)}`;
  const point = digits.length + value.exponent;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${"0".repeat(-point)}${digits}`;
}

/** Decimal digits as graph-node's library counts them: exact for positive numbers, possibly one too few for negative ones. */
function digitCount(digits: bigint): number {
  if (digits > 0n) return digits.toString().length;
  return Math.floor((-digits).toString(2).length / LOG2_10);
}

function roundOff(digits: bigint, cut: number): bigint {
  const unit = 10n ** BigInt(cut);
  const quotient = digits / unit;
  const remainder = digits % unit;
  return remainder > 0n && remainder * 2n >= unit ? quotient + 1n : quotient;
}

function stripTrailingZeros(digits: bigint, exponent: number): BigDecimalValue {
  const text = digits.toString();
  let end = text.length;
  while (text[end - 1] === "0") end -= 1;
  if (end === text.length) return { digits, exponent };
  return { digits: BigInt(text.slice(0, end)), exponent: exponent + text.length - end };
}
