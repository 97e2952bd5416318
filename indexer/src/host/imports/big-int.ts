import { normalizeBigDecimal } from "../../values/big-decimal.ts";
import { parseBigInt } from "../../values/big-int.ts";
import { readBigDecimal, writeBigDecimal } from "../memory/big-decimal.ts";
import { readBigInt, writeBigInt } from "../memory/big-int.ts";
import type { Pointer } from "../memory/memory.ts";
import { readString } from "../memory/string.ts";
import { dividedBy } from "../numbers/big-decimal.ts";
import { assertTextFits, divide, limited, power, remainder } from "../numbers/big-int.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** Exponents and shifts are a `u8`; the bits above are undefined. */
const U8 = 0xff;

/** `bigInt.*`: integers of any size. */
export function bigIntFunctions(env: HostEnvironment): HostFunctions {
  const read = (pointer: Pointer) => readBigInt(env.memory, pointer);
  const write = (value: bigint) => writeBigInt(env.memory, limited(value));
  return {
    "bigInt.plus": (left = 0, right = 0) => write(read(left) + read(right)),
    "bigInt.minus": (left = 0, right = 0) => write(read(left) - read(right)),
    "bigInt.times": (left = 0, right = 0) => write(read(left) * read(right)),
    "bigInt.dividedBy": (left = 0, right = 0) => write(divide(read(left), read(right))),
    "bigInt.mod": (left = 0, right = 0) => write(remainder(read(left), read(right))),
    "bigInt.pow": (base = 0, exponent = 0) => write(power(read(base), exponent & U8)),
    "bigInt.bitOr": (left = 0, right = 0) => write(read(left) | read(right)),
    "bigInt.bitAnd": (left = 0, right = 0) => write(read(left) & read(right)),
    "bigInt.leftShift": (value = 0, bits = 0) => write(read(value) << BigInt(bits & U8)),
    "bigInt.rightShift": (value = 0, bits = 0) => write(read(value) >> BigInt(bits & U8)),
    "bigInt.dividedByDecimal": (left = 0, right = 0) => {
      const quotient = dividedBy(normalizeBigDecimal(read(left), 0), readBigDecimal(env.memory, right));
      return writeBigDecimal(env.memory, quotient);
    },
    "bigInt.fromString": (pointer = 0) => {
      const text = readString(env.memory, pointer);
      assertTextFits(text);
      return write(parseBigInt(text));
    },
  };
}
