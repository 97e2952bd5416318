import type { FieldModel, SchemaModel } from "../schema/model.ts";

/** The names of a type's `orderBy`: each field, and behind each single reference its target's plain fields as `field__sub`. */
export function orderNamesOf(model: SchemaModel, typeName: string): readonly string[] {
  return fieldsOf(model, typeName).flatMap((field) => {
    if (field.list || field.base.kind !== "reference") return [field.name];
    const target = fieldsOf(model, field.base.name);
    const nested = target.filter((sub) => !sub.list && sub.base.kind !== "reference");
    return [field.name, ...nested.map((sub) => `${field.name}__${sub.name}`)];
  });
}

/** The fields of an entity type or interface; none for an unknown name. */
export function fieldsOf(model: SchemaModel, typeName: string): readonly FieldModel[] {
  return (model.entities.get(typeName) ?? model.interfaces.get(typeName))?.fields ?? [];
}
