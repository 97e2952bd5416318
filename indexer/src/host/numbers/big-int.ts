import { MappingError } from "../../errors/mapping-error.ts";

/** Largest BigInt that graph-node holds, in bits. */
const MAX_BITS = 435_412;

/** Most decimal digits that could still fit, for refusing text before it is converted. */
const MAX_TEXT_LENGTH = 131_073;

function bitLength(value: bigint): number {
  const hex = (value < 0n ? -value : value).toString(16);
  return (hex.length - 1) * 4 + Number.parseInt(hex[0] ?? "0", 16).toString(2).length;
}

/** Passes `value` on; throws {@link MappingError} when it has more bits than graph-node takes. */
export function limited(value: bigint): bigint {
  const bits = bitLength(value);
  if (bits > MAX_BITS) throw new MappingError(`BigInt is too big, total bits ${bits} (max ${MAX_BITS})`);
  return value;
}

/** `left ÷ right` toward zero. */
export function divide(left: bigint, right: bigint): bigint {
  if (right === 0n) throw new MappingError(`attempted to divide BigInt \`${left}\` by zero`);
  return left / right;
}

/** Remainder with the sign of `left`. */
export function remainder(left: bigint, right: bigint): bigint {
  if (right === 0n) {
    throw new MappingError(`attempted to calculate the remainder of \`${left}\` with a divisor of zero`);
  }
  return left % right;
}

/** `base ^ exponent`; refuses results that are too big before computing them. */
export function power(base: bigint, exponent: number): bigint {
  const bits = (bitLength(base) - 1) * exponent;
  if (bits > MAX_BITS) throw new MappingError(`BigInt is too big, total bits ${bits} (max ${MAX_BITS})`);
  return limited(base ** BigInt(exponent));
}

/** Refuses text longer than any BigInt, so that converting it cannot take long. */
export function assertTextFits(text: string): void {
  if (text.length > MAX_TEXT_LENGTH) throw new MappingError(`BigInt is too big, it has ${text.length} digits`);
}

/** `0x` and the magnitude's hex digits without leading zeros; the sign is dropped, as graph-node does. */
export function toHexMagnitude(value: bigint): string {
  return `0x${(value < 0n ? -value : value).toString(16)}`;
}
