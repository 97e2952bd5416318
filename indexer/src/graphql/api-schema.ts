import {
  GraphQLEnumType,
  type GraphQLEnumValueConfigMap,
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
  printSchema,
} from "graphql";
import type { EntityTypeModel, FieldModel, InterfaceModel, SchemaModel } from "../schema/model.ts";
import { rootFieldNames } from "./api-names.ts";
import { type ApiTypes, createApiTypes } from "./api-types.ts";
import { type FilterField, filterFieldsOf } from "./filter-fields.ts";
import { orderNamesOf } from "./order-names.ts";

type CompositeModel = EntityTypeModel | InterfaceModel;

/** Everything generated so far, by name; fields look types up when graphql-js asks for them, so cycles are no problem. */
interface Registry {
  readonly model: SchemaModel;
  readonly types: ApiTypes;
  readonly enums: ReadonlyMap<string, GraphQLEnumType>;
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
    outputs: new Map(),
    filters: new Map(),
    orders: new Map(),
  };
  const composites = [...model.entities.values(), ...model.interfaces.values()];
  for (const type of model.interfaces.values()) registry.outputs.set(type.name, buildInterface(registry, type));
  for (const type of model.entities.values()) registry.outputs.set(type.name, buildObject(registry, type));
  for (const type of composites) {
    registry.filters.set(type.name, buildFilter(registry, type.name));
    registry.orders.set(type.name, buildOrder(model, type));
  }
  return new GraphQLSchema({
    query: buildQuery(registry, composites),
    types: [
      ...registry.outputs.values(),
      ...registry.enums.values(),
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

function buildInterface(registry: Registry, type: InterfaceModel): GraphQLInterfaceType {
  return new GraphQLInterfaceType({
    name: type.name,
    description: type.description,
    fields: () => buildFields(registry, type.fields),
  });
}

function buildObject(registry: Registry, type: EntityTypeModel): GraphQLObjectType {
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
  return {
    skip: { type: GraphQLInt, defaultValue: 0 },
    first: { type: GraphQLInt, defaultValue: 100 },
    orderBy: { type: found(typeName, registry.orders.get(typeName)) },
    orderDirection: { type: registry.types.orderDirection },
    where: { type: found(typeName, registry.filters.get(typeName)) },
  };
}

function blockArguments(types: ApiTypes): GraphQLFieldConfigArgumentMap {
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

function buildQuery(registry: Registry, composites: readonly CompositeModel[]): GraphQLObjectType {
  return new GraphQLObjectType({
    name: "Query",
    fields: () => {
      const config: GraphQLFieldConfigMap<unknown, unknown> = {};
      for (const { name } of composites) {
        const { singular, plural } = rootFieldNames(name);
        const type = outputType(registry, name);
        const shared = blockArguments(registry.types);
        config[singular] = { type, args: { id: { type: new GraphQLNonNull(GraphQLID) }, ...shared } };
        config[plural] = {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
          args: { ...collectionArguments(registry, name), ...shared },
        };
      }
      config._meta = {
        type: registry.types.meta,
        description: "Access to subgraph metadata",
        args: { block: { type: registry.types.blockHeight } },
      };
      return config;
    },
  });
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
