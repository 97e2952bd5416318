import { compositeOf, type FieldModel, type SchemaModel } from "../schema/model.ts";

/** The names of a type's `orderBy`: each field, and behind each single reference its target's plain fields as `field__sub`. */
export function orderNamesOf(model: SchemaModel, typeName: string): readonly string[] {
  return orderedFields(model, typeName).flatMap((field) => {
    if (field.list || field.base.kind !== "reference") return [field.name];
    const target = fieldsOf(model, field.base.name);
    const nested = target.filter((sub) => !sub.list && sub.base.kind !== "reference");
    return [field.name, ...nested.map((sub) => `${field.name}__${sub.name}`)];
  });
}

/** The fields of an entity type, interface or aggregation; none for an unknown name. */
export function fieldsOf(model: SchemaModel, typeName: string): readonly FieldModel[] {
  return compositeOf(model, typeName)?.fields ?? [];
}

/** As in graph-node, the aggregates of an aggregation stand behind its other fields. */
function orderedFields(model: SchemaModel, typeName: string): readonly FieldModel[] {
  const aggregation = model.aggregations.get(typeName);
  if (aggregation === undefined) return fieldsOf(model, typeName);
  const aggregates = aggregation.aggregates.map((aggregate) => aggregate.field);
  return [...aggregation.fields.filter((field) => !aggregates.includes(field)), ...aggregates];
}
