import { useQuery } from "@tanstack/react-query";
import { indexStatusQueryOptions } from "../data/index-status.ts";
import type { Freshness } from "./index-words.ts";
import { useChainBlock } from "./use-chain-block.ts";
import { useNow } from "./use-now.ts";

/** What is known about the index and the chain, now. */
export function useFreshness(): Freshness {
  const status = useQuery(indexStatusQueryOptions);
  const head = useChainBlock();
  const now = useNow();
  return { status: status.data, failed: status.isError, head, now };
}
