import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
  specifiedDirectives,
} from "graphql";

import { createLogsField } from "./api-logs.ts";

/** The types that every subgraph's API has, whatever its schema. */
export interface ApiTypes {
  readonly scalars: ReadonlyMap<string, GraphQLScalarType>;
  readonly blockHeight: GraphQLInputObjectType;
  readonly blockChangedFilter: GraphQLInputObjectType;
  readonly orderDirection: GraphQLEnumType;
  readonly errorPolicy: GraphQLEnumType;
  readonly aggregationInterval: GraphQLEnumType;
  readonly aggregationCurrent: GraphQLEnumType;
  readonly meta: GraphQLObjectType;
  readonly logsField: GraphQLFieldConfig<unknown, unknown>;
  readonly directives: readonly GraphQLDirective[];
}

/** Makes a fresh set of the types that every subgraph's API has. */
export function createApiTypes(): ApiTypes {
  const scalars = createScalars();
  const scalar = (name: string): GraphQLScalarType => scalars.get(name) ?? GraphQLString;
  const orderDirection = new GraphQLEnumType({
    name: "OrderDirection",
    description: "Defines the order direction, either ascending or descending",
    values: { asc: {}, desc: {} },
  });
  return {
    scalars,
    blockHeight: new GraphQLInputObjectType({
      name: "Block_height",
      fields: {
        hash: { type: scalar("Bytes"), description: "Hash of the block" },
        number: { type: GraphQLInt, description: "Number of the block" },
        number_gte: { type: GraphQLInt, description: "Lowest number the latest block must have" },
      },
    }),
    blockChangedFilter: new GraphQLInputObjectType({
      name: "BlockChangedFilter",
      fields: { number_gte: { type: new GraphQLNonNull(GraphQLInt) } },
    }),
    orderDirection,
    logsField: createLogsField(orderDirection),
    errorPolicy: new GraphQLEnumType({
      name: "_SubgraphErrorPolicy_",
      values: {
        allow: { description: "Data will be returned even if the subgraph has indexing errors" },
        deny: { description: "If the subgraph has indexing errors, data will be omitted. The default." },
      },
    }),
    aggregationInterval: new GraphQLEnumType({ name: "Aggregation_interval", values: { hour: {}, day: {} } }),
    aggregationCurrent: new GraphQLEnumType({
      name: "Aggregation_current",
      description: "Whether the running, not yet complete bucket is part of the answer",
      values: { exclude: {}, include: {} },
    }),
    meta: createMetaType(scalar("Bytes")),
    directives: createDirectives(),
  };
}

function createScalars(): ReadonlyMap<string, GraphQLScalarType> {
  const own = [
    new GraphQLScalarType({ name: "BigDecimal" }),
    new GraphQLScalarType({ name: "BigInt" }),
    new GraphQLScalarType({ name: "Bytes" }),
    new GraphQLScalarType({ name: "Int8", description: "8 bytes signed integer" }),
    new GraphQLScalarType({
      name: "Timestamp",
      description: "A string representation of microseconds UNIX timestamp (16 digits)",
    }),
  ];
  const all = [GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLFloat, GraphQLString, ...own];
  return new Map(all.map((type) => [type.name, type]));
}

function createMetaType(bytes: GraphQLScalarType): GraphQLObjectType {
  const block = new GraphQLObjectType({
    name: "_Block_",
    fields: {
      hash: { type: bytes, description: "The hash of the block" },
      number: { type: new GraphQLNonNull(GraphQLInt), description: "The block number" },
      timestamp: {
        type: GraphQLInt,
        description: "Integer representation of the timestamp stored in blocks for the chain",
      },
      parentHash: { type: bytes, description: "The hash of the parent block" },
    },
  });
  return new GraphQLObjectType({
    name: "_Meta_",
    description: "The type for the top-level _meta field",
    fields: {
      block: {
        type: new GraphQLNonNull(block),
        description:
          "Information about a specific subgraph block. The hash of the block will be null if the _meta field has a block constraint that asks for a block number. It will be filled if the _meta field has no block constraint and therefore asks for the latest block",
      },
      deployment: { type: new GraphQLNonNull(GraphQLString), description: "The deployment ID" },
      hasIndexingErrors: {
        type: new GraphQLNonNull(GraphQLBoolean),
        description: "If `true`, the subgraph encountered indexing errors at some past block",
      },
    },
  });
}

function createDirectives(): readonly GraphQLDirective[] {
  const own = [
    new GraphQLDirective({
      name: "entity",
      description:
        "Marks the GraphQL type as indexable entity. Each type that should be an entity is required to be annotated with this directive.",
      locations: [DirectiveLocation.OBJECT],
    }),
    new GraphQLDirective({
      name: "subgraphId",
      description: "Defined a Subgraph ID for an object type",
      locations: [DirectiveLocation.OBJECT],
      args: { id: { type: new GraphQLNonNull(GraphQLString) } },
    }),
    new GraphQLDirective({
      name: "derivedFrom",
      description:
        "creates a virtual field on the entity that may be queried but cannot be set manually through the mappings API.",
      locations: [DirectiveLocation.FIELD_DEFINITION],
      args: { field: { type: new GraphQLNonNull(GraphQLString) } },
    }),
  ];
  const standard = specifiedDirectives.filter((directive) => directive.name === "skip" || directive.name === "include");
  return [...standard, ...own];
}
