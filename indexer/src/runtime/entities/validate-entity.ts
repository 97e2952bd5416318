import type { StoreEntity, StoreValue } from "../../host/store-value.ts";
import type { EntityTypeModel, FieldModel } from "../../schema/model.ts";
import { formatBigDecimal } from "../../values/big-decimal.ts";
import { bytesToHex } from "../../values/bytes.ts";
import type { EntityKey } from "../../values/value.ts";
import { elementTypeOf, isStored } from "../../values/value-type.ts";

/** A value as error messages show it. */
function show(value: StoreValue): string {
  switch (value.kind) {
    case "Array":
      return `[${value.value.map(show).join(", ")}]`;
    case "Bytes":
      return bytesToHex(value.value);
    case "BigDecimal":
      return formatBigDecimal(value.value);
    case "String":
      return `"${value.value}"`;
    default:
      return String(value.value);
  }
}

/** A field's type as the schema writes it. */
function typeText(field: FieldModel): string {
  const base = field.list ? `[${field.base.name}!]` : field.base.name;
  return field.nonNull ? `${base}!` : base;
}

function listProblem(place: string, field: FieldModel, value: StoreValue & { readonly kind: "Array" }): string | null {
  const wanted = elementTypeOf(field.base);
  const index = value.value.findIndex((element) => element.kind !== wanted);
  const element = value.value[index];
  if (element === undefined) return null;
  return (
    `${place}: field \`${field.name}\` is of type ${typeText(field)}, ` +
    `but the value \`${show(value)}\` contains a ${element.kind} at index ${index}`
  );
}

function fieldProblem(place: string, field: FieldModel, value: StoreValue | undefined): string | null {
  if (!isStored(field)) {
    return value === undefined ? null : `${place}: field \`${field.name}\` is derived and cannot be set`;
  }
  if (value === undefined) {
    return field.nonNull ? `${place}: missing value for non-nullable field \`${field.name}\`` : null;
  }
  if (value.kind === "Null") return null;
  if (field.list && value.kind === "Array") return listProblem(place, field, value);
  if (!field.list && value.kind === elementTypeOf(field.base)) return null;
  return (
    `${place}: the value \`${show(value)}\` for field \`${field.name}\` ` +
    `must have type ${typeText(field)} but has type ${value.kind}`
  );
}

/** What is wrong with an entity's fields, in graph-node's words; null when nothing is. */
export function entityProblem(type: EntityTypeModel, key: EntityKey, entity: StoreEntity): string | null {
  const place = `Entity ${type.name}[${key}]`;
  for (const field of type.fields) {
    const problem = fieldProblem(place, field, entity.get(field.name));
    if (problem !== null) return problem;
  }
  return null;
}
