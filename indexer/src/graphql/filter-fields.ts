import type { FieldModel, IdType, SchemaModel } from "../schema/model.ts";

/** What a filter compares with, beyond equality. */
export type FilterOperator =
  | "equal"
  | "not"
  | "gt"
  | "lt"
  | "gte"
  | "lte"
  | "in"
  | "not_in"
  | "contains"
  | "contains_nocase"
  | "not_contains"
  | "not_contains_nocase"
  | "starts_with"
  | "starts_with_nocase"
  | "not_starts_with"
  | "not_starts_with_nocase"
  | "ends_with"
  | "ends_with_nocase"
  | "not_ends_with"
  | "not_ends_with_nocase";

/** One key of a `T_filter` input. */
export type FilterField =
  | {
      readonly kind: "compare";
      readonly key: string;
      readonly field: FieldModel;
      readonly operator: FilterOperator;
      /** Scalar or enum that the argument, or each of its elements, is of. */
      readonly inputType: string;
      readonly list: boolean;
    }
  | { readonly kind: "child"; readonly key: string; readonly field: FieldModel; readonly target: string };

const EQUALITY: readonly FilterOperator[] = ["equal", "not", "in", "not_in"];
const ORDERED: readonly FilterOperator[] = ["equal", "not", "gt", "lt", "gte", "lte", "in", "not_in"];
const BYTES: readonly FilterOperator[] = [...ORDERED, "contains", "not_contains"];
const BUCKET_NUMBERS: readonly string[] = ["Int", "Int8", "BigInt", "BigDecimal", "Timestamp"];
const LIST: readonly FilterOperator[] = ["equal", "not", "contains", "not_contains"];
const TEXT_LIST: readonly FilterOperator[] = [
  "equal",
  "not",
  "contains",
  "contains_nocase",
  "not_contains",
  "not_contains_nocase",
];
const TEXT: readonly FilterOperator[] = [
  ...ORDERED,
  "contains",
  "contains_nocase",
  "not_contains",
  "not_contains_nocase",
  "starts_with",
  "starts_with_nocase",
  "not_starts_with",
  "not_starts_with_nocase",
  "ends_with",
  "ends_with_nocase",
  "not_ends_with",
  "not_ends_with_nocase",
];

/** The keys of a type's filter in the order of the API, without `_change_block`, `and` and `or`. */
export function filterFieldsOf(model: SchemaModel, typeName: string): readonly FilterField[] {
  const aggregation = model.aggregations.get(typeName);
  if (aggregation !== undefined) {
    const aggregates = new Set(aggregation.aggregates.map((aggregate) => aggregate.field));
    const fields = aggregation.fields.filter((field) => !aggregates.has(field));
    return fields.flatMap((field) => [...comparisons(field, bucketOperatorsOf), ...childFilter(field)]);
  }
  const fields = (model.entities.get(typeName) ?? model.interfaces.get(typeName))?.fields ?? [];
  return fields.flatMap((field) => [...comparisons(field, operatorsOf), ...childFilter(field)]);
}

function comparisons(
  field: FieldModel,
  operators: (field: FieldModel, inputType: string) => readonly FilterOperator[],
): FilterField[] {
  if (field.derivedFrom !== null) return [];
  const inputType = inputTypeOf(field);
  return operators(field, inputType).map((operator) => ({
    kind: "compare",
    key: operator === "equal" ? field.name : `${field.name}_${operator}`,
    field,
    operator,
    inputType,
    list: field.list || operator === "in" || operator === "not_in",
  }));
}

function childFilter(field: FieldModel): FilterField[] {
  return field.base.kind === "reference"
    ? [{ kind: "child", key: `${field.name}_`, field, target: field.base.name }]
    : [];
}

const REFERENCE_INPUT: Readonly<Record<IdType, string>> = { String: "String", Bytes: "String", Int8: "Int" };

function inputTypeOf(field: FieldModel): string {
  return field.base.kind === "reference" ? REFERENCE_INPUT[field.base.idType] : field.base.name;
}

/** Aggregations are filtered by little besides equality and, for numbers, order. */
function bucketOperatorsOf(field: FieldModel, inputType: string): readonly FilterOperator[] {
  if (field.list || field.base.kind === "enum") return operatorsOf(field, inputType);
  return BUCKET_NUMBERS.includes(inputType) ? ["equal", "gt", "lt", "gte", "lte", "in"] : ["equal"];
}

function operatorsOf(field: FieldModel, inputType: string): readonly FilterOperator[] {
  if (field.list) {
    const isText = field.base.kind === "reference" ? field.base.idType === "String" : inputType === "String";
    return isText ? TEXT_LIST : LIST;
  }
  if (field.base.kind === "enum" || inputType === "Boolean") return EQUALITY;
  if (inputType === "String") return TEXT;
  return inputType === "Bytes" ? BYTES : ORDERED;
}
