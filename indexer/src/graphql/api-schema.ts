import { GraphQLEnumType, type GraphQLEnumValueConfigMap, GraphQLSchema, printSchema } from "graphql";
import type { SchemaModel } from "../schema/model.ts";
import { buildFilter, buildInput, buildOrder } from "./api-inputs.ts";
import { buildInterface, buildObject } from "./api-outputs.ts";
import { buildQuery } from "./api-query.ts";
import type { Registry } from "./api-registry.ts";
import { createApiTypes } from "./api-types.ts";

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
