import { parseBigDecimal } from "../values/big-decimal.ts";
import { parseBigInt } from "../values/big-int.ts";
import { hexToBytes } from "../values/bytes.ts";
import type { Value } from "../values/value.ts";
import { ValueError } from "../values/value-error.ts";
import type { InputValue } from "./input-value.ts";
import { QueryError } from "./query-error.ts";

const MIN_INT = -(2n ** 31n);
const MAX_INT = 2n ** 31n - 1n;
const MIN_INT8 = -(2n ** 63n);
const MAX_INT8 = 2n ** 63n - 1n;

/**
 * The value of an argument of a scalar type; `enumValues` holds the names when the type is an enum.
 * Undefined when the input does not fit the type; throws `QueryError` for text that is not what its type says, such as bytes that are not hex.
 */
export function coerceScalar(input: InputValue, type: string, enumValues?: readonly string[]): Value | undefined {
  if (input.kind === "null") return null;
  if (enumValues !== undefined) {
    return (input.kind === "enum" || input.kind === "string") && enumValues.includes(input.text)
      ? input.text
      : undefined;
  }
  if (input.kind === "boolean") return type === "Boolean" ? input.value : undefined;
  if (input.kind !== "int" && input.kind !== "float" && input.kind !== "string") return undefined;
  return coerceText(input.kind, input.text, type);
}

function coerceText(kind: "int" | "float" | "string", text: string, type: string): Value | undefined {
  switch (type) {
    case "ID":
      return kind === "float" ? undefined : text;
    case "String":
      return kind === "string" ? text : undefined;
    case "Bytes":
      return kind === "string" ? decodeBytes(text) : undefined;
    case "Int": {
      const value = kind === "int" ? inRange(text, MIN_INT, MAX_INT) : undefined;
      return value === undefined ? undefined : Number(value);
    }
    case "Int8":
      return kind === "float" ? undefined : decode("Int8", text, () => inRange(text, MIN_INT8, MAX_INT8));
    case "Timestamp":
      return kind === "string" ? inRange(text, MIN_INT8, MAX_INT8) : undefined;
    case "BigInt":
      return kind === "float" ? undefined : decode("BigInt", text, () => parseDigits(text, parseBigInt));
    case "BigDecimal":
      return decode("BigDecimal", text, () => parseDigits(text, parseBigDecimal));
    default:
      return undefined;
  }
}

/** Most digits that are read: the time for it grows with their square. */
const MAX_DIGITS = 10_000;

function parseDigits<T>(text: string, parse: (text: string) => T): T | undefined {
  return text.length > MAX_DIGITS ? undefined : attempt(() => parse(text));
}

function inRange(text: string, min: bigint, max: bigint): bigint | undefined {
  const value = parseDigits(text, parseBigInt);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

function decode<T>(type: string, text: string, parse: () => T | undefined): T {
  const value = parse();
  if (value === undefined) throw new QueryError(`Failed to decode \`${type}\` value: \`${text}\``);
  return value;
}

function decodeBytes(text: string): Uint8Array {
  try {
    return hexToBytes(text);
  } catch (error) {
    throw new QueryError(`Failed to decode \`Bytes\` value: \`${text}\``, undefined, error);
  }
}

function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}
