import {
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  GraphQLError,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from "graphql";
import type { AggregationModel } from "./aggregation/model.ts";
import { readAggregation } from "./aggregation/read-aggregation.ts";
import { checkSchema } from "./check-schema.ts";
import type { FulltextModel } from "./fulltext/model.ts";
import { readFulltext } from "./fulltext/read-fulltext.ts";
import type { EntityTypeModel, EnumModel, FieldModel, IdType, InterfaceModel, SchemaModel } from "./model.ts";
import { entityOptions } from "./read-entity-directive.ts";
import { idTypeOf, isAggregation, readField, type TypeDefinition } from "./read-field.ts";
import { readInputs } from "./read-inputs.ts";
import { SchemaError } from "./schema-error.ts";

/** Reads a subgraph's `schema.graphql`; throws `SchemaError` that names the type and field at fault and what to change. */
export function parseSchema(source: string): SchemaModel {
  const document = parseDocument(source);
  const definitions = collectDefinitions(document);
  const context = { definitions, idTypes: idTypesOf(definitions) };
  const entities = new Map<string, EntityTypeModel>();
  const interfaces = new Map<string, InterfaceModel>();
  const enums = new Map<string, EnumModel>();
  const aggregated: [ObjectTypeDefinitionNode, readonly FieldModel[]][] = [];
  for (const definition of definitions.values()) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      enums.set(definition.name.value, readEnum(definition));
      continue;
    }
    const fields = (definition.fields ?? []).map((field) => readField(definition.name.value, field, context));
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      interfaces.set(definition.name.value, readInterface(definition, fields, context));
    } else if (isAggregation(definition)) aggregated.push([definition, fields]);
    else entities.set(definition.name.value, readEntity(definition, fields, context.idTypes));
  }
  const fulltext = readSearches(document, entities);
  const model = {
    entities,
    interfaces,
    enums,
    aggregations: readAggregations(aggregated, entities),
    fulltext,
    inputs: readInputs(document, enums),
  };
  checkSchema(model);
  return model;
}

function readAggregations(
  aggregated: readonly [ObjectTypeDefinitionNode, readonly FieldModel[]][],
  entities: ReadonlyMap<string, EntityTypeModel>,
): ReadonlyMap<string, AggregationModel> {
  const sourceFields = (name: string): readonly FieldModel[] | undefined => {
    const entity = entities.get(name);
    return entity?.timeseries === true ? entity.fields : undefined;
  };
  return new Map(
    aggregated.map(([definition, fields]) => [
      definition.name.value,
      readAggregation(definition, fields, sourceFields),
    ]),
  );
}

function readSearches(
  document: DocumentNode,
  entities: ReadonlyMap<string, EntityTypeModel>,
): readonly FulltextModel[] {
  const nodes = document.definitions.filter((node) => isSearches(node));
  if (nodes.length > 1) throw new SchemaError("`_Schema_` is defined twice: join the two");
  return nodes[0] === undefined ? [] : readFulltext(nodes[0], entities);
}

function isSearches(node: DefinitionNode): node is ObjectTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === "_Schema_";
}

function parseDocument(source: string): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) {
      throw new SchemaError("schema.graphql cannot be parsed: it is nested too deeply", { cause: error });
    }
    if (!(error instanceof GraphQLError)) throw error;
    const place = error.locations?.[0];
    const where = place === undefined ? "" : ` at line ${place.line}, column ${place.column}`;
    throw new SchemaError(`schema.graphql cannot be parsed${where}: ${error.message}`, { cause: error });
  }
}

function collectDefinitions(document: DocumentNode): ReadonlyMap<string, TypeDefinition> {
  const definitions = new Map<string, TypeDefinition>();
  for (const node of document.definitions) {
    const definition = typeDefinitionOf(node);
    if (definition === null) continue;
    const name = definition.name.value;
    if (definitions.has(name)) throw new SchemaError(`type \`${name}\` is defined twice: rename or remove one of them`);
    definitions.set(name, definition);
  }
  if (definitions.size === 0)
    throw new SchemaError("schema.graphql defines no type: add at least one `type … @entity`");
  return definitions;
}

function typeDefinitionOf(node: DefinitionNode): TypeDefinition | null {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return isSearches(node) ? null : node;
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      return node;
    case Kind.OPERATION_DEFINITION:
    case Kind.FRAGMENT_DEFINITION:
      throw new SchemaError("schema.graphql contains a query: only entity types, interfaces and enums may be defined");
    // graph-node ignores everything else too; a field that uses it is refused as an unknown type.
    default:
      return null;
  }
}

/** Ids of entity types come from their own field, those of interfaces from the first type that implements them. */
function idTypesOf(definitions: ReadonlyMap<string, TypeDefinition>): ReadonlyMap<string, IdType> {
  const idTypes = new Map<string, IdType>();
  const implemented = new Map<string, IdType>();
  for (const definition of definitions.values()) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const idType = isAggregation(definition) ? "Int8" : idTypeOf(definition);
    idTypes.set(definition.name.value, idType);
    for (const { name } of definition.interfaces ?? []) {
      if (!implemented.has(name.value)) implemented.set(name.value, idType);
    }
  }
  for (const definition of definitions.values()) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    idTypes.set(definition.name.value, implemented.get(definition.name.value) ?? "String");
  }
  return idTypes;
}

function readEntity(
  definition: ObjectTypeDefinitionNode,
  fields: readonly FieldModel[],
  idTypes: ReadonlyMap<string, IdType>,
): EntityTypeModel {
  const name = definition.name.value;
  return {
    name,
    description: definition.description?.value ?? null,
    ...entityOptions(definition),
    interfaces: (definition.interfaces ?? []).map((node) => node.name.value),
    idType: idTypes.get(name) ?? "String",
    fields,
  };
}

function readInterface(
  definition: InterfaceTypeDefinitionNode,
  fields: readonly FieldModel[],
  context: { definitions: ReadonlyMap<string, TypeDefinition>; idTypes: ReadonlyMap<string, IdType> },
): InterfaceModel {
  const name = definition.name.value;
  const implementations: string[] = [];
  for (const other of context.definitions.values()) {
    if (other.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (other.interfaces?.some((node) => node.name.value === name)) implementations.push(other.name.value);
  }
  return {
    name,
    description: definition.description?.value ?? null,
    idType: context.idTypes.get(name) ?? "String",
    fields,
    implementations,
  };
}

function readEnum(definition: EnumTypeDefinitionNode): EnumModel {
  const values = (definition.values ?? []).map((value) => ({
    name: value.name.value,
    description: value.description?.value ?? null,
  }));
  return { name: definition.name.value, description: definition.description?.value ?? null, values };
}
