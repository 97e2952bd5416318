import {
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from "graphql";
import type { FieldBase, FieldModel, IdType, ScalarName } from "./model.ts";
import { SchemaError } from "./schema-error.ts";

/** The definitions of a schema that become part of its model. */
export type TypeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | EnumTypeDefinitionNode;

const SCALARS: readonly ScalarName[] = [
  "ID",
  "String",
  "Bytes",
  "Int",
  "Int8",
  "BigInt",
  "BigDecimal",
  "Boolean",
  "Timestamp",
];

const ID_TYPES: ReadonlyMap<string, IdType> = new Map([
  ["ID", "String"],
  ["String", "String"],
  ["Bytes", "Bytes"],
  ["Int8", "Int8"],
]);

/** Whether a name is that of a built-in scalar. */
export function isScalarName(name: string): name is ScalarName {
  return (SCALARS as readonly string[]).includes(name);
}

/** The id type of an entity type or interface, by its `id` field; throws `SchemaError` when that is missing or of another type. */
export function idTypeOf(definition: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): IdType {
  const name = definition.name.value;
  const field = definition.fields?.find((candidate) => candidate.name.value === "id");
  if (field === undefined)
    throw new SchemaError(`type \`${name}\` has no \`id\` field: add \`id: ID!\` or \`id: Bytes!\``);
  const type = field.type;
  const idType =
    type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE
      ? ID_TYPES.get(type.type.name.value)
      : undefined;
  if (idType === undefined) {
    throw new SchemaError(`field \`${name}.id\` must be \`ID!\`, \`String!\`, \`Bytes!\` or \`Int8!\``);
  }
  return idType;
}

/** Reads one field; throws `SchemaError` on an unknown type, a nested list or a directive that is not supported. */
export function readField(
  owner: string,
  field: FieldDefinitionNode,
  context: { definitions: ReadonlyMap<string, TypeDefinition>; idTypes: ReadonlyMap<string, IdType> },
): FieldModel {
  const place = `field \`${owner}.${field.name.value}\``;
  checkDirectives(field, owner, context.definitions, place);
  const { typeName, list, nonNull } = unwrap(field.type, place);
  return {
    name: field.name.value,
    description: field.description?.value ?? null,
    base: readBase(typeName, place, context),
    list,
    nonNull,
    derivedFrom: readDerivedFrom(field, place),
  };
}

function unwrap(type: TypeNode, place: string): { typeName: string; list: boolean; nonNull: boolean } {
  const nonNull = type.kind === Kind.NON_NULL_TYPE;
  const outer = nonNull ? type.type : type;
  if (outer.kind === Kind.NAMED_TYPE) return { typeName: outer.name.value, list: false, nonNull };
  const element = outer.type.kind === Kind.NON_NULL_TYPE ? outer.type.type : outer.type;
  if (element.kind === Kind.LIST_TYPE)
    throw new SchemaError(`${place} is a list of lists: only flat lists can be stored`);
  return { typeName: element.name.value, list: true, nonNull };
}

function readBase(
  typeName: string,
  place: string,
  context: { definitions: ReadonlyMap<string, TypeDefinition>; idTypes: ReadonlyMap<string, IdType> },
): FieldBase {
  if (isScalarName(typeName)) return { kind: "scalar", name: typeName };
  const target = context.definitions.get(typeName);
  if (target === undefined) {
    throw new SchemaError(
      `${place} has the unknown type \`${typeName}\`: use one of ${SCALARS.join(", ")}, or define \`${typeName}\` in schema.graphql`,
    );
  }
  if (target.kind === Kind.ENUM_TYPE_DEFINITION) return { kind: "enum", name: typeName };
  return { kind: "reference", name: typeName, idType: context.idTypes.get(typeName) ?? "String" };
}

/** Whether a type is made of a timeseries. */
export function isAggregation(definition: TypeDefinition): boolean {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (definition.directives ?? []).some((directive) => directive.name.value === "aggregation")
  );
}

function checkDirectives(
  field: FieldDefinitionNode,
  owner: string,
  definitions: ReadonlyMap<string, TypeDefinition>,
  place: string,
): void {
  const definition = definitions.get(owner);
  const known = definition !== undefined && isAggregation(definition) ? ["derivedFrom", "aggregate"] : ["derivedFrom"];
  const names = (field.directives ?? []).map((directive) => directive.name.value);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const hint = unknown === "aggregate" ? "stands in types with `@aggregation`" : "is not supported";
    throw new SchemaError(`${place} uses \`@${unknown}\`, which ${hint}: remove the directive`);
  }
  if (names.length > 1) throw new SchemaError(`${place} has more than one directive: one is enough`);
}

function readDerivedFrom(field: FieldDefinitionNode, place: string): string | null {
  const directive = field.directives?.find((candidate) => candidate.name.value === "derivedFrom");
  if (directive === undefined) return null;
  const argument = directive.arguments?.find((candidate) => candidate.name.value === "field");
  if (argument?.value.kind !== Kind.STRING) {
    throw new SchemaError(
      `${place}: \`@derivedFrom\` needs the argument \`field\`, such as \`@derivedFrom(field: "owner")\``,
    );
  }
  return argument.value.value;
}
