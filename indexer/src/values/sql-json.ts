import type { FieldModel } from "../schema/model.ts";
import { type JsonValue, toJson } from "./json.ts";
import { fromSqlText } from "./sql-text.ts";
import { elementTypeOf } from "./value-type.ts";

/** What GraphQL answers show for a column's SQL text. */
export function sqlTextToJson(text: string | null, field: FieldModel): JsonValue {
  if (text === null || field.list) return toJson(fromSqlText(text, field));
  switch (elementTypeOf(field.base)) {
    // PostgreSQL writes these as answers show them.
    case "String":
    case "Int8":
    case "Timestamp":
      return text;
    case "Bytes":
      return `0x${text.slice(2)}`;
    case "Int":
      return Number(text);
    case "BigInt":
      // A fraction, which an aggregate may have, is not shown.
      return text.includes(".") ? toJson(fromSqlText(text, field)) : text;
    default:
      return toJson(fromSqlText(text, field));
  }
}
