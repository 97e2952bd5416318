import type { JsonValue } from "../values/json.ts";
import { sqlTextToJson } from "../values/sql-json.ts";
import { cellOf, type LoadedEntity } from "./load-entities.ts";
import type { PlannedField, Selection } from "./plan.ts";
import { QueryError } from "./query-error.ts";

/** The JSON of a loaded entity; throws `QueryError` when a field that must not be null is. */
export function buildAnswer(entity: LoadedEntity, selection: Selection): JsonValue {
  const answer: Record<string, JsonValue> = {};
  for (const field of selection.get(entity.type) ?? []) answer[field.key] = fieldAnswer(entity, field);
  return answer;
}

function fieldAnswer(entity: LoadedEntity, field: PlannedField): JsonValue {
  if (field.kind === "typename") return entity.type;
  if (field.kind === "scalar") return required(field, sqlTextToJson(cellOf(entity, field.field), field.field));
  const children = entity.children.get(field.key) ?? [];
  if (field.field.list) return children.map((child) => buildAnswer(child, field.selection));
  const child = children[0];
  return required(field, child === undefined ? null : buildAnswer(child, field.selection));
}

function required(field: Exclude<PlannedField, { kind: "typename" }>, answer: JsonValue): JsonValue {
  if (answer === null && field.field.nonNull) {
    throw new QueryError(
      `Null value resolved for non-null field \`${field.field.name}\``,
      field.kind === "entities" ? field.node : undefined,
    );
  }
  return answer;
}
