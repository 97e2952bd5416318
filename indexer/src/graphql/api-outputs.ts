import {
  type GraphQLFieldConfigMap,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
} from "graphql";
import type { EntityTypeModel, FieldModel, InterfaceModel } from "../schema/model.ts";
import { collectionArguments } from "./api-arguments.ts";
import { outputType, type Registry } from "./api-registry.ts";

/** The type of entities behind an interface. */
export function buildInterface(registry: Registry, type: InterfaceModel): GraphQLInterfaceType {
  return new GraphQLInterfaceType({
    name: type.name,
    description: type.description,
    fields: () => buildFields(registry, type.fields),
  });
}

/** The type of entities, or of an aggregation's buckets. */
export function buildObject(
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
