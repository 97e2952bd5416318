import { queryOptions } from "@tanstack/react-query";
import type { Config } from "wagmi";
import { getBlock } from "wagmi/actions";

/** The Unix time of a block, from the chain itself: the index knows only that of its newest. */
export function blockTimeQueryOptions(config: Config, block: number) {
  return queryOptions({
    // Not under `chain`: the time of a block does not change.
    queryKey: ["block-time", block],
    queryFn: async () => Number((await getBlock(config, { blockNumber: BigInt(block) })).timestamp),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
