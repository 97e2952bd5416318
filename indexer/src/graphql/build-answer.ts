import type { FieldModel } from "../schema/model.ts";
import type { JsonValue } from "../values/json.ts";
import { sqlTextToJson } from "../values/sql-json.ts";
import { cellIndex, type LoadedEntity } from "./load-entities.ts";
import type { PlannedField, Selection } from "./plan.ts";
import type { QueryBudget } from "./query-budget.ts";
import { QueryError } from "./query-error.ts";

/** Characters that a value counts beside its own and its key's: what it takes in memory until it is text. */
const VALUE_SIZE = 16;

/** Makes the JSON of loaded entities; throws `QueryError` when a field that must not be null is, and when the answer gets too large. */
export type AnswerBuilder = (entity: LoadedEntity) => JsonValue;

/** How one field of entities of one type is answered. */
interface FieldAnswer {
  readonly key: string;
  readonly read: AnswerBuilder;
}

/** What all entities of one type have in common. */
interface TypeAnswer {
  readonly fields: readonly FieldAnswer[];
  /** Characters that each of them counts, beside its values. */
  readonly size: number;
}

/** Makes a builder for entities that were all loaded for `selection`. */
export function createAnswerBuilder(selection: Selection, budget: QueryBudget): AnswerBuilder {
  const types = new Map<string, TypeAnswer>();

  function typeAnswer(entity: LoadedEntity): TypeAnswer {
    const known = types.get(entity.type);
    if (known !== undefined) return known;
    const fields = (selection.get(entity.type) ?? []).map((field) => ({
      key: field.key,
      read: fieldReader(field, entity, budget),
    }));
    const made = { fields, size: fields.reduce((sum, { key }) => sum + key.length + VALUE_SIZE, 0) };
    types.set(entity.type, made);
    return made;
  }

  return (entity) => {
    const { fields, size } = typeAnswer(entity);
    budget.addAnswer(size);
    const answer: Record<string, JsonValue> = {};
    for (const { key, read } of fields) {
      const value = read(entity);
      // By assignment, this alias would become the object's prototype instead.
      if (key === "__proto__") Object.defineProperty(answer, key, { value, enumerable: true });
      else answer[key] = value;
    }
    return answer;
  };
}

/** Reads a field of entities whose type and columns are those of `example`. */
function fieldReader(field: PlannedField, example: LoadedEntity, budget: QueryBudget): AnswerBuilder {
  if (field.kind === "typename") return (entity) => entity.type;
  if (field.kind === "scalar") return scalarReader(field, field.field, cellIndex(example, field.field), budget);
  const build = createAnswerBuilder(field.selection, budget);
  const childrenOf = (entity: LoadedEntity): readonly LoadedEntity[] => entity.children?.get(field.key) ?? [];
  if (field.field.list) return (entity) => childrenOf(entity).map(build);
  return (entity) => {
    const [child] = childrenOf(entity);
    return required(field, child === undefined ? null : build(child));
  };
}

function scalarReader(planned: ValueField, field: FieldModel, index: number, budget: QueryBudget): AnswerBuilder {
  return (entity) => {
    const cell = entity.cells[index] ?? null;
    budget.addAnswer(cell?.length ?? 0);
    return required(planned, sqlTextToJson(cell, field));
  };
}

type ValueField = Exclude<PlannedField, { kind: "typename" }>;

function required(field: ValueField, answer: JsonValue): JsonValue {
  if (answer === null && field.field.nonNull) {
    throw new QueryError(
      `Null value resolved for non-null field \`${field.field.name}\``,
      field.kind === "entities" ? field.node : undefined,
    );
  }
  return answer;
}
