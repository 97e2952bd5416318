import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { fetchGraphSize, fetchNeighbourhood, type GraphSize } from "./fetch-neighbourhood.ts";
import { INDEX_KEY } from "./query-keys.ts";

export type { GraphSize } from "./fetch-neighbourhood.ts";

/** Most holdings that are read whole; a larger graph is read around one node. */
export const MOST_HOLDINGS = 50_000;

/** The query of how large the graph is, at a block or, without one, at the newest. */
export function graphSizeQueryOptions(block: number | undefined) {
  return queryOptions({
    queryKey: keyAt(block, "graph-size"),
    queryFn: ({ signal }) => fetchGraphSize({ block, signal }),
    staleTime: block === undefined ? 5_000 : Number.POSITIVE_INFINITY,
  });
}

/** The query of what lies around a node of a graph that is too large to be read whole. */
export function neighbourhoodQueryOptions(options: {
  readonly size: GraphSize;
  readonly around: Address;
  readonly depth: number;
  /** The block that was asked for; undefined for the newest. */
  readonly block: number | undefined;
}) {
  const { size, around, depth, block } = options;
  return queryOptions({
    queryKey: [...keyAt(block, "neighbourhood"), around, depth],
    queryFn: ({ signal }) => fetchNeighbourhood({ size, around, depth, signal }),
    staleTime: block === undefined ? 5_000 : Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** The past is under a key of its own: no transaction makes it old. */
function keyAt(block: number | undefined, name: string): readonly unknown[] {
  return block === undefined ? [INDEX_KEY, name] : ["past", name, block];
}
