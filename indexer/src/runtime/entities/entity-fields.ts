import { MappingError } from "../../errors/mapping-error.ts";
import type { StoreEntity, StoreValue } from "../../host/store-value.ts";
import type { EntityTypeModel, FieldModel, SchemaModel } from "../../schema/model.ts";
import type { EntityData, Value } from "../../values/value.ts";
import { elementTypeOf, isStored } from "../../values/value-type.ts";

/** An entity type by name; `verb` says in the error what a mapping tried. @throws MappingError for interfaces, aggregations and unknown names. */
export function entityType(schema: SchemaModel, name: string, verb: "get" | "set" | "remove"): EntityTypeModel {
  const type = schema.entities.get(name);
  if (type !== undefined) return type;
  throw new MappingError(`Cannot ${verb} entity of type \`${name}\`. The type must be an @entity type`);
}

/** A stored field of a type by name. */
export function storedField(type: EntityTypeModel, name: string): FieldModel | undefined {
  return type.fields.find((field) => field.name === name && isStored(field));
}

function toElement(field: FieldModel, value: Value): StoreValue {
  return { kind: elementTypeOf(field.base), value } as StoreValue;
}

function toTagged(field: FieldModel, value: Value): StoreValue {
  if (!field.list) return toElement(field, value);
  return { kind: "Array", value: (value as readonly Value[]).map((element) => toElement(field, element)) };
}

/** An entity as mappings see it: its stored fields that are not null, tagged by their schema type. */
export function toStoreEntity(type: EntityTypeModel, data: EntityData): StoreEntity {
  const entity = new Map<string, StoreValue>();
  for (const field of type.fields) {
    const value = isStored(field) ? (data.get(field.name) ?? null) : null;
    if (value !== null) entity.set(field.name, toTagged(field, value));
  }
  return entity;
}

function toValue(value: StoreValue): Value {
  return value.kind === "Array" ? value.value.map(toValue) : value.value;
}

/** Checked fields without their tags. */
export function toEntityData(entity: StoreEntity): EntityData {
  const data = new Map<string, Value>();
  for (const [name, value] of entity) data.set(name, toValue(value));
  return data;
}
