import type { FieldModel } from "../schema/model.ts";
import { formatArrayLiteral, parseArrayLiteral } from "./array-literal.ts";
import { parseBigDecimal } from "./big-decimal.ts";
import { bytesToHex, hexToBytes } from "./bytes.ts";
import type { BigDecimalValue, Value } from "./value.ts";
import { ValueError } from "./value-error.ts";
import { type ElementType, elementTypeOf } from "./value-type.ts";

/** SQL text of a field's value (null for null); throws `ValueError` when the value is not of the field's type. */
export function toSqlText(value: Value, field: FieldModel): string | null {
  if (value === null) return null;
  const type = elementTypeOf(field.base);
  if (!field.list) return elementToSqlText(value, type);
  if (!Array.isArray(value)) throw mismatch(value, `a list of ${type}`);
  return formatArrayLiteral((value as readonly Value[]).map((element) => elementToSqlText(element, type)));
}

/** The value behind a column's SQL text. */
export function fromSqlText(text: string | null, field: FieldModel): Value {
  if (text === null) return null;
  const type = elementTypeOf(field.base);
  if (!field.list) return elementFromSqlText(text, type);
  return parseArrayLiteral(text).map((element) => (element === null ? null : elementFromSqlText(element, type)));
}

/** SQL text of one element; throws `ValueError` when it is not of the type. */
export function elementToSqlText(value: Value, type: ElementType): string {
  switch (type) {
    case "String":
      if (typeof value !== "string") throw mismatch(value, type);
      // PostgreSQL's text cannot hold U+0000; graph-node drops it as well.
      return value.includes("\0") ? value.replaceAll("\0", "") : value;
    case "Bytes":
      if (!(value instanceof Uint8Array)) throw mismatch(value, type);
      return `\\x${bytesToHex(value).slice(2)}`;
    case "Int":
      if (typeof value !== "number" || !Number.isInteger(value)) throw mismatch(value, type);
      return value.toString();
    case "Int8":
    case "Timestamp":
    case "BigInt":
      if (typeof value !== "bigint") throw mismatch(value, type);
      return value.toString();
    case "BigDecimal":
      if (!isBigDecimal(value)) throw mismatch(value, type);
      return `${value.digits}e${value.exponent}`;
    case "Boolean":
      if (typeof value !== "boolean") throw mismatch(value, type);
      return value ? "true" : "false";
  }
}

/** The value behind SQL text of one element. */
export function elementFromSqlText(text: string, type: ElementType): Value {
  switch (type) {
    case "String":
      return text;
    case "Bytes":
      return hexToBytes(text.slice(2));
    case "Int":
      return Number(text);
    case "Int8":
    case "Timestamp":
      return BigInt(text);
    case "BigInt":
      // An aggregate's expression may leave a fraction, which an integer has no place for.
      return BigInt(text.includes(".") ? text.slice(0, text.indexOf(".")) : text);
    case "BigDecimal":
      return parseBigDecimal(text);
    case "Boolean":
      return text === "true" || text === "t";
  }
}

/** Whether a value is a decimal number. */
export function isBigDecimal(value: Value): value is BigDecimalValue {
  return typeof value === "object" && value !== null && "digits" in value && "exponent" in value;
}

function mismatch(value: Value, expected: string): ValueError {
  return new ValueError(`expected ${expected} but got ${describeValue(value)}`);
}

function describeValue(value: Value): string {
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "Bytes";
  if (Array.isArray(value)) return "a list";
  if (isBigDecimal(value)) return "BigDecimal";
  return `${typeof value} \`${String(value)}\``;
}
