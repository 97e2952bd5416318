import {
  type GraphQLArgumentConfig,
  GraphQLEnumType,
  type GraphQLEnumValueConfigMap,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLID,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  type ListTypeNode,
  type NamedTypeNode,
  printSchema,
  type TypeNode,
} from "graphql";
import { rootFieldNames } from "../schema/api-names.ts";
import type { FulltextModel } from "../schema/fulltext/model.ts";
import type {
  CompositeModel,
  EntityTypeModel,
  FieldModel,
  InputModel,
  InterfaceModel,
  SchemaModel,
} from "../schema/model.ts";
import { type ApiTypes, createApiTypes } from "./api-types.ts";
import { type FilterField, filterFieldsOf } from "./filter-fields.ts";
import { orderNamesOf } from "./order-names.ts";

/** Everything generated so far, by name; fields look types up when graphql-js asks for them, so cycles are no problem. */
interface Registry {
  readonly model: SchemaModel;
  readonly types: ApiTypes;
  readonly enums: ReadonlyMap<string, GraphQLEnumType>;
  readonly inputs: Map<string, GraphQLInputObjectType>;
  readonly outputs: Map<string, GraphQLObjectType | GraphQLInterfaceType>;
  readonly filters: Map<string, GraphQLInputObjectType>;
  readonly orders: Map<string, GraphQLEnumType>;
}

/** The GraphQL API that graph-node generates for a subgraph's schema; it describes, and is not itself executed. */
export function buildApiSchema(model: SchemaModel): GraphQLSchema {
  const registry: Registry = {
    model,
    types: createApiTypes(),
    enums: buildEnums(model),
    inputs: new Map(),
    outputs: new Map(),
    filters: new Map(),
    orders: new Map(),
  };
  const composites = [...model.entities.values(), ...model.interfaces.values(), ...model.aggregations.values()];
  for (const type of model.inputs.values()) registry.inputs.set(type.name, buildInput(registry, type));
  for (const type of model.interfaces.values()) registry.outputs.set(type.name, buildInterface(registry, type));
  for (const type of model.entities.values()) registry.outputs.set(type.name, buildObject(registry, type));
  for (const type of model.aggregations.values()) {
    registry.outputs.set(type.name, buildObject(registry, { ...type, interfaces: [] }));
  }
  for (const type of composites) {
    registry.filters.set(type.name, buildFilter(registry, type.name));
    registry.orders.set(type.name, buildOrder(model, type));
  }
  return new GraphQLSchema({
    query: buildQuery(registry),
    types: [
      ...registry.outputs.values(),
      ...registry.enums.values(),
      ...registry.inputs.values(),
      ...registry.types.scalars.values(),
      registry.types.aggregationInterval,
      registry.types.aggregationCurrent,
    ],
    directives: registry.types.directives,
  });
}

/** The API's schema in GraphQL's schema language, for typed documents. */
export function printApiSchema(model: SchemaModel): string {
  return `${printSchema(buildApiSchema(model))}\n`;
}

function buildEnums(model: SchemaModel): ReadonlyMap<string, GraphQLEnumType> {
  const enums = [...model.enums.values()].map((type) => {
    const values: GraphQLEnumValueConfigMap = {};
    for (const value of type.values) values[value.name] = { description: value.description };
    return new GraphQLEnumType({ name: type.name, description: type.description, values });
  });
  return new Map(enums.map((type) => [type.name, type]));
}

function buildInput(registry: Registry, type: InputModel): GraphQLInputObjectType {
  const { types, enums, inputs } = registry;
  const typeOf = (node: TypeNode): GraphQLInputType =>
    node.kind === Kind.NON_NULL_TYPE ? new GraphQLNonNull(nullableOf(node.type)) : nullableOf(node);
  const nullableOf = (node: NamedTypeNode | ListTypeNode) => {
    if (node.kind === Kind.LIST_TYPE) return new GraphQLList(typeOf(node.type));
    const name = node.name.value;
    return found(name, types.scalars.get(name) ?? enums.get(name) ?? inputs.get(name));
  };
  return new GraphQLInputObjectType({
    name: type.name,
    description: type.description,
    fields: () =>
      Object.fromEntries(
        type.fields.map((field) => [field.name, { type: typeOf(field.type), description: field.description }]),
      ),
  });
}

function buildInterface(registry: Registry, type: InterfaceModel): GraphQLInterfaceType {
  return new GraphQLInterfaceType({
    name: type.name,
    description: type.description,
    fields: () => buildFields(registry, type.fields),
  });
}

function buildObject(
  registry: Registry,
  type: Pick<EntityTypeModel, "name" | "description" | "interfaces" | "fields">,
): GraphQLObjectType {
  return new GraphQLObjectType({
    name: type.name,
    description: type.description,
    interfaces: () =>
      type.interfaces
        .map((name) => registry.outputs.get(name))
        .filter((found) => found instanceof GraphQLInterfaceType),
    fields: () => buildFields(registry, type.fields),
  });
}

function buildFields(registry: Registry, fields: readonly FieldModel[]): GraphQLFieldConfigMap<unknown, unknown> {
  const config: GraphQLFieldConfigMap<unknown, unknown> = {};
  for (const field of fields) {
    const base = outputType(registry, field.base.name);
    const type = field.list ? new GraphQLList(new GraphQLNonNull(base)) : base;
    const isCollection = field.list && field.base.kind === "reference";
    config[field.name] = {
      type: field.nonNull ? new GraphQLNonNull(type) : type,
      description: field.description,
      ...(isCollection ? { args: collectionArguments(registry, field.base.name) } : {}),
    };
  }
  return config;
}

function outputType(registry: Registry, name: string): GraphQLOutputType {
  return found(name, registry.types.scalars.get(name) ?? registry.enums.get(name) ?? registry.outputs.get(name));
}

function collectionArguments(registry: Registry, typeName: string): GraphQLFieldConfigArgumentMap {
  const { types, model } = registry;
  const isAggregation = model.aggregations.has(typeName);
  return {
    skip: { type: GraphQLInt, defaultValue: 0 },
    first: { type: GraphQLInt, defaultValue: 100 },
    ...(isAggregation ? { interval: { type: new GraphQLNonNull(types.aggregationInterval) } } : {}),
    orderBy: { type: found(typeName, registry.orders.get(typeName)) },
    orderDirection: { type: types.orderDirection },
    ...(isAggregation ? { current: { type: types.aggregationCurrent } } : {}),
    where: { type: found(typeName, registry.filters.get(typeName)) },
  };
}

function blockArguments(types: ApiTypes): Record<"block" | "subgraphError", GraphQLArgumentConfig> {
  return {
    block: {
      type: types.blockHeight,
      description:
        "The block at which the query should be executed. Can either be a `{ hash: Bytes }` value containing a block hash, a `{ number: Int }` containing the block number, or a `{ number_gte: Int }` containing the minimum block number. In the case of `number_gte`, the query will be executed on the latest block only if the subgraph has progressed to or past the minimum block number. Defaults to the latest block when omitted.",
    },
    subgraphError: {
      type: new GraphQLNonNull(types.errorPolicy),
      defaultValue: "deny",
      description: "Set to `allow` to receive data even if the subgraph has skipped over errors while syncing.",
    },
  };
}

function buildQuery(registry: Registry): GraphQLObjectType {
  const { model, types } = registry;
  return new GraphQLObjectType({
    name: "Query",
    fields: () => {
      const config: GraphQLFieldConfigMap<unknown, unknown> = {};
      for (const { name } of [...model.entities.values(), ...model.interfaces.values()]) {
        const { singular, plural } = rootFieldNames(name);
        config[singular] = {
          type: outputType(registry, name),
          args: { id: { type: new GraphQLNonNull(GraphQLID) }, ...blockArguments(types) },
        };
        config[plural] = pluralField(registry, name);
      }
      for (const { name } of model.aggregations.values()) {
        config[rootFieldNames(name).plural] = pluralField(registry, name);
      }
      for (const search of model.fulltext) config[search.name] = searchField(registry, search);
      config._meta = {
        type: types.meta,
        description: "Access to subgraph metadata",
        args: { block: { type: types.blockHeight } },
      };
      config._logs = types.logsField;
      return config;
    },
  });
}

function listOf(registry: Registry, typeName: string): GraphQLOutputType {
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(outputType(registry, typeName))));
}

function pluralField(registry: Registry, typeName: string): GraphQLFieldConfig<unknown, unknown> {
  return {
    type: listOf(registry, typeName),
    args: { ...collectionArguments(registry, typeName), ...blockArguments(registry.types) },
  };
}

function searchField(registry: Registry, { entity }: FulltextModel): GraphQLFieldConfig<unknown, unknown> {
  const { block, subgraphError } = blockArguments(registry.types);
  return {
    type: listOf(registry, entity),
    args: {
      text: { type: new GraphQLNonNull(GraphQLString) },
      first: { type: GraphQLInt, defaultValue: 100 },
      skip: { type: GraphQLInt, defaultValue: 0 },
      block,
      where: { type: found(entity, registry.filters.get(entity)) },
      subgraphError,
    },
  };
}

function buildFilter(registry: Registry, typeName: string): GraphQLInputObjectType {
  const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: `${typeName}_filter`,
    fields: () => {
      const config: GraphQLInputFieldConfigMap = {};
      for (const field of filterFieldsOf(registry.model, typeName)) {
        config[field.key] = { type: filterInput(registry, field) };
      }
      config._change_block = {
        type: registry.types.blockChangedFilter,
        description: "Filter for the block changed event.",
      };
      config.and = { type: new GraphQLList(filter) };
      config.or = { type: new GraphQLList(filter) };
      return config;
    },
  });
  return filter;
}

function filterInput(registry: Registry, field: FilterField): GraphQLInputType {
  if (field.kind === "child") return found(field.target, registry.filters.get(field.target));
  const base = found(
    field.inputType,
    registry.types.scalars.get(field.inputType) ?? registry.enums.get(field.inputType),
  );
  return field.list ? new GraphQLList(new GraphQLNonNull(base)) : base;
}

function buildOrder(model: SchemaModel, type: CompositeModel): GraphQLEnumType {
  const values: GraphQLEnumValueConfigMap = {};
  for (const name of orderNamesOf(model, type.name)) values[name] = {};
  return new GraphQLEnumType({ name: `${type.name}_orderBy`, values });
}

function found<T>(name: string, type: T | undefined): T {
  if (type === undefined) throw new TypeError(`the API of ${name} was asked for before it was generated`);
  return type;
}
