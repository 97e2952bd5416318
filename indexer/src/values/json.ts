import { formatBigDecimal } from "./big-decimal.ts";
import { bytesToHex } from "./bytes.ts";
import { isBigDecimal } from "./sql-text.ts";
import type { Value } from "./value.ts";

/** A value in the JSON of GraphQL answers. */
export type JsonValue = null | string | number | boolean | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A value as GraphQL answers show it: big numbers as text, bytes as `0x…`, lists as arrays. */
export function toJson(value: Value): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return bytesToHex(value);
  if (isBigDecimal(value)) return formatBigDecimal(value);
  return (value as readonly Value[]).map(toJson);
}
