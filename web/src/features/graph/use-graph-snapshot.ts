import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { graphSizeQueryOptions, MOST_HOLDINGS, neighbourhoodQueryOptions } from "../../data/neighbourhood.ts";
import { type OwnershipSnapshot, ownershipQueryOptions } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";
import { DEFAULT_DEPTH } from "./model/neighbourhood.ts";
import type { GraphSearch } from "./search.ts";

/** Where a graph is read that is too large to be read whole. */
export type ReadAround = { readonly address: Address; readonly holdings: number };

/** What the graph page is made of, and how it is to be had. */
export type GraphSnapshot = {
  readonly snapshot: OwnershipSnapshot | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Set when only the surroundings of a node are read, of so many holdings in all. */
  readonly around: ReadAround | undefined;
};

const NOWHERE: Address = "0x0000000000000000000000000000000000000000";

/** Reads all of the graph, or what lies around the selected node when there is too much of it. */
export function useGraphSnapshot({ block, node, depth = DEFAULT_DEPTH }: GraphSearch): GraphSnapshot {
  // While another block or node is read, the one before stays: the picture must not vanish under the hand.
  const kept = { placeholderData: keepPreviousData } as const;
  const size = useQuery({ ...graphSizeQueryOptions(block), ...kept });
  const large = size.data !== undefined && size.data.holdings > MOST_HOLDINGS;
  const address = node ?? size.data?.largest ?? NOWHERE;
  const whole = useQuery({
    ...ownershipQueryOptions({ block }),
    ...kept,
    enabled: size.data !== undefined && !large,
  });
  const part = useQuery({
    ...neighbourhoodQueryOptions({
      size: size.data ?? { block: 0, timestamp: 0, holdings: 0, tokens: 0, largest: undefined, protocol: undefined },
      around: address,
      depth,
      block,
    }),
    ...kept,
    enabled: large,
  });
  const shown = large ? part : whole;
  return {
    snapshot: shown.data,
    error: size.error ?? shown.error,
    retry: () => void size.refetch().then(() => shown.refetch()),
    around: large && size.data ? { address, holdings: size.data.holdings } : undefined,
  };
}
