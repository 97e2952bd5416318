import { MappingError } from "../../errors/mapping-error.ts";
import { normalizeBigDecimal } from "../../values/big-decimal.ts";
import type { BigDecimalValue } from "../../values/value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { readBigInt, writeBigInt } from "./big-int.ts";
import { assertNotNull, type Memory, type Pointer } from "./memory.ts";
import { writeStruct } from "./struct.ts";

/** Exponents of IEEE 754 decimal128, the range that graph-node takes from mappings. */
const MIN_EXPONENT = -6143n;
const MAX_EXPONENT = 6144n;

/** Reads a `BigDecimal`, normalised; throws {@link MappingError} when its exponent is out of range. */
export function readBigDecimal(memory: Memory, pointer: Pointer): BigDecimalValue {
  assertNotNull(pointer);
  const digits = readBigInt(memory, memory.readU32(pointer));
  const exponent = readBigInt(memory, memory.readU32(pointer + 4));
  if (exponent < MIN_EXPONENT || exponent > MAX_EXPONENT) {
    throw new MappingError(
      `big decimal exponent \`${exponent}\` is outside the \`${MIN_EXPONENT}\` to \`${MAX_EXPONENT}\` range`,
    );
  }
  return normalizeBigDecimal(digits, Number(exponent));
}

/** Writes a `BigDecimal`. */
export function writeBigDecimal(memory: Memory, value: BigDecimalValue): Pointer {
  return writeStruct(memory, TYPE_INDEX.bigDecimal, [
    writeBigInt(memory, value.digits),
    writeBigInt(memory, BigInt(value.exponent)),
  ]);
}
