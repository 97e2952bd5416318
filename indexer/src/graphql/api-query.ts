import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from "graphql";
import { rootFieldNames } from "../schema/api-names.ts";
import type { FulltextModel } from "../schema/fulltext/model.ts";
import { blockArguments, collectionArguments } from "./api-arguments.ts";
import { found, outputType, type Registry } from "./api-registry.ts";

/** The root type: object types, then interfaces, aggregations and searches, in the order of the schema. */
export function buildQuery(registry: Registry): GraphQLObjectType {
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
