import { queryOptions, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { fetchOwnership } from "./fetch-ownership.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";
import { queryKeys } from "./query-keys.ts";

export type { AccountInfo, HolderClass, HoldingInfo, OwnershipSnapshot, TokenInfo } from "./ownership-snapshot.ts";

/** The query of everything that is owned, at a block or, without one, at the newest that is indexed. */
export function ownershipQueryOptions({ block }: { readonly block?: number | undefined } = {}) {
  return queryOptions({
    queryKey: queryKeys.ownership(block),
    queryFn: ({ signal }) => fetchOwnership({ block, signal }),
    // The past does not change.
    staleTime: block === undefined ? 5_000 : Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** Everything that is owned, at a block or, without one, at the newest that is indexed. */
export function useOwnership(block?: number): UseQueryResult<OwnershipSnapshot> {
  return useQuery(ownershipQueryOptions({ block }));
}
