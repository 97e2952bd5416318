import type { TypeNode } from "graphql";
import type { AggregationModel } from "./aggregation/model.ts";
import type { FulltextModel } from "./fulltext/model.ts";

/** A scalar that a subgraph schema can use for a field. */
export type ScalarName = "ID" | "String" | "Bytes" | "Int" | "Int8" | "BigInt" | "BigDecimal" | "Boolean" | "Timestamp";

/** What an entity's `id` is made of. */
export type IdType = "String" | "Bytes" | "Int8";

/** The type of a field, without list and null markers. */
export type FieldBase =
  | { readonly kind: "scalar"; readonly name: ScalarName }
  | { readonly kind: "enum"; readonly name: string }
  /** A reference to one entity type or interface, stored as the other's id. */
  | { readonly kind: "reference"; readonly name: string; readonly idType: IdType };

/** One field of an entity type or interface. */
export interface FieldModel {
  readonly name: string;
  readonly description: string | null;
  readonly base: FieldBase;
  readonly list: boolean;
  readonly nonNull: boolean;
  /** Name of the field on the other type that points back here; such a field is never stored. */
  readonly derivedFrom: string | null;
}

/** An `@entity` type. */
export interface EntityTypeModel {
  readonly name: string;
  readonly description: string | null;
  readonly immutable: boolean;
  readonly timeseries: boolean;
  /** For immutable types: whether a second insert of the same id is ignored instead of refused. */
  readonly skipDuplicates?: boolean;
  /** Whether handlers of files may write it: versions then say of which causality region they are. */
  readonly fromFiles?: boolean;
  readonly interfaces: readonly string[];
  readonly idType: IdType;
  readonly fields: readonly FieldModel[];
}

/** An interface that entity types implement. */
export interface InterfaceModel {
  readonly name: string;
  readonly description: string | null;
  readonly idType: IdType;
  readonly fields: readonly FieldModel[];
  /** Entity types that implement it, in schema order. */
  readonly implementations: readonly string[];
}

/** An enum of the schema. */
export interface EnumModel {
  readonly name: string;
  readonly description: string | null;
  readonly values: readonly { readonly name: string; readonly description: string | null }[];
}

/** One field of an input type. */
export interface InputFieldModel {
  readonly name: string;
  readonly description: string | null;
  readonly type: TypeNode;
}

/** An input type, which is passed on to the API as it is. */
export interface InputModel {
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly InputFieldModel[];
}

/** A subgraph's `schema.graphql`, checked and with references resolved. */
export interface SchemaModel {
  readonly entities: ReadonlyMap<string, EntityTypeModel>;
  readonly interfaces: ReadonlyMap<string, InterfaceModel>;
  readonly enums: ReadonlyMap<string, EnumModel>;
  readonly aggregations: ReadonlyMap<string, AggregationModel>;
  readonly fulltext: readonly FulltextModel[];
  readonly inputs: ReadonlyMap<string, InputModel>;
}

/** What API and queries need of an entity type, interface or aggregation. */
export interface CompositeModel {
  readonly name: string;
  readonly description: string | null;
  readonly idType: IdType;
  readonly fields: readonly FieldModel[];
}

/** The entity type, interface or aggregation of a name. */
export function compositeOf(model: SchemaModel, name: string): CompositeModel | undefined {
  return model.entities.get(name) ?? model.interfaces.get(name) ?? model.aggregations.get(name);
}
