import { type GraphQLArgumentConfig, type GraphQLFieldConfigArgumentMap, GraphQLInt, GraphQLNonNull } from "graphql";
import { found, type Registry } from "./api-registry.ts";
import type { ApiTypes } from "./api-types.ts";

/** The arguments of a field that lists entities or buckets. */
export function collectionArguments(registry: Registry, typeName: string): GraphQLFieldConfigArgumentMap {
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

/** The arguments with which root fields choose a block, and whether errors matter. */
export function blockArguments(types: ApiTypes): Record<"block" | "subgraphError", GraphQLArgumentConfig> {
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
