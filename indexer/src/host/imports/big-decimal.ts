import { formatBigDecimal, parseBigDecimal } from "../../values/big-decimal.ts";
import type { BigDecimalValue } from "../../values/value.ts";
import { readBigDecimal, writeBigDecimal } from "../memory/big-decimal.ts";
import type { Pointer } from "../memory/memory.ts";
import { readString, writeString } from "../memory/string.ts";
import { dividedBy, equals, minus, plus, times } from "../numbers/big-decimal.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** `bigDecimal.*`: decimals of 34 digits. */
export function bigDecimalFunctions(env: HostEnvironment): HostFunctions {
  const read = (pointer: Pointer) => readBigDecimal(env.memory, pointer);
  const write = (value: BigDecimalValue) => writeBigDecimal(env.memory, value);
  return {
    "bigDecimal.plus": (left = 0, right = 0) => write(plus(read(left), read(right))),
    "bigDecimal.minus": (left = 0, right = 0) => write(minus(read(left), read(right))),
    "bigDecimal.times": (left = 0, right = 0) => write(times(read(left), read(right))),
    "bigDecimal.dividedBy": (left = 0, right = 0) => write(dividedBy(read(left), read(right))),
    "bigDecimal.equals": (left = 0, right = 0) => (equals(read(left), read(right)) ? 1 : 0),
    "bigDecimal.toString": (value = 0) => writeString(env.memory, formatBigDecimal(read(value))),
    "bigDecimal.fromString": (text = 0) => write(parseBigDecimal(readString(env.memory, text))),
  };
}
