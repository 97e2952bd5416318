import type { FieldBase, FieldModel, IdType, ScalarName } from "../schema/model.ts";

/** How one element of a field is stored and shown; ids of other entities are shown as text of the id's type. */
export type ElementType = Exclude<ScalarName, "ID">;

const BY_ID_TYPE: Readonly<Record<IdType, ElementType>> = { String: "String", Bytes: "Bytes", Int8: "Int8" };

/** The type of one element of a field: enums and `ID` are strings, references are ids. */
export function elementTypeOf(base: FieldBase): ElementType {
  if (base.kind === "enum") return "String";
  if (base.kind === "reference") return BY_ID_TYPE[base.idType];
  return base.name === "ID" ? "String" : base.name;
}

/** Whether a field has a column of its own. */
export function isStored(field: FieldModel): boolean {
  return field.derivedFrom === null;
}
