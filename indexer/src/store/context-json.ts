import { formatBigDecimal, parseBigDecimal } from "../values/big-decimal.ts";
import { bytesToHex, hexToBytes } from "../values/bytes.ts";
import { isBigDecimal } from "../values/sql-text.ts";
import type { EntityData, Value } from "../values/value.ts";

/** A value with the name of its kind, since a data source's context has no schema to tell it. */
type Tagged =
  | null
  | { readonly kind: "string" | "bigint" | "bytes" | "decimal"; readonly data: string }
  | { readonly kind: "number"; readonly data: number }
  | { readonly kind: "boolean"; readonly data: boolean }
  | { readonly kind: "list"; readonly data: readonly Tagged[] };

/** A data source's context as JSON that keeps every kind of value. */
export function contextToJson(context: EntityData): string {
  return JSON.stringify(Object.fromEntries([...context].map(([name, value]) => [name, tag(value)])));
}

/** The context behind `contextToJson`'s text. */
export function contextFromJson(text: string): EntityData {
  const tagged = JSON.parse(text) as Record<string, Tagged>;
  return new Map(Object.entries(tagged).map(([name, value]) => [name, untag(value)]));
}

function tag(value: Value): Tagged {
  if (value === null) return null;
  if (typeof value === "string") return { kind: "string", data: value };
  if (typeof value === "number") return { kind: "number", data: value };
  if (typeof value === "boolean") return { kind: "boolean", data: value };
  if (typeof value === "bigint") return { kind: "bigint", data: value.toString() };
  if (value instanceof Uint8Array) return { kind: "bytes", data: bytesToHex(value) };
  if (isBigDecimal(value)) return { kind: "decimal", data: formatBigDecimal(value) };
  return { kind: "list", data: (value as readonly Value[]).map(tag) };
}

function untag(value: Tagged): Value {
  if (value === null) return null;
  switch (value.kind) {
    case "string":
    case "number":
    case "boolean":
      return value.data;
    case "bigint":
      return BigInt(value.data);
    case "bytes":
      return hexToBytes(value.data);
    case "decimal":
      return parseBigDecimal(value.data);
    case "list":
      return value.data.map(untag);
  }
}
