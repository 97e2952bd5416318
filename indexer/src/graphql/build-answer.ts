import type { JsonValue } from "../values/json.ts";
import { sqlTextToJson } from "../values/sql-json.ts";
import { cellOf, type LoadedEntity } from "./load-entities.ts";
import type { PlannedField, Selection } from "./plan.ts";
import type { QueryBudget } from "./query-budget.ts";
import { QueryError } from "./query-error.ts";

/** Characters that a value counts beside its own and its key's: what it takes in memory until it is text. */
const VALUE_SIZE = 16;

/** The JSON of a loaded entity; throws `QueryError` when a field that must not be null is, and when the answer gets too large. */
export function buildAnswer(entity: LoadedEntity, selection: Selection, budget: QueryBudget): JsonValue {
  const answer: Record<string, JsonValue> = {};
  for (const field of selection.get(entity.type) ?? []) {
    budget.addAnswer(field.key.length + VALUE_SIZE);
    const value = fieldAnswer(entity, field, budget);
    // By assignment, this alias would become the object's prototype instead.
    if (field.key === "__proto__") Object.defineProperty(answer, field.key, { value, enumerable: true });
    else answer[field.key] = value;
  }
  return answer;
}

function fieldAnswer(entity: LoadedEntity, field: PlannedField, budget: QueryBudget): JsonValue {
  if (field.kind === "typename") return entity.type;
  if (field.kind === "scalar") {
    const cell = cellOf(entity, field.field);
    budget.addAnswer(cell?.length ?? 0);
    return required(field, sqlTextToJson(cell, field.field));
  }
  const children = entity.children.get(field.key) ?? [];
  if (field.field.list) return children.map((child) => buildAnswer(child, field.selection, budget));
  const child = children[0];
  return required(field, child === undefined ? null : buildAnswer(child, field.selection, budget));
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
