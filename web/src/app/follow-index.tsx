import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { indexStatusQueryOptions } from "../data/index-status.ts";
import { INDEX_KEY } from "../data/query-keys.ts";

/** Reads the pages' figures again when the index has moved on, or is back after it was silent. */
export function FollowIndex() {
  const { data, isError } = useQuery(indexStatusQueryOptions);
  const queryClient = useQueryClient();
  const seen = useRef<string>(undefined);
  const state = isError ? "silent" : data && String(data.block);
  useEffect(() => {
    if (state === undefined) return;
    const moved = seen.current !== undefined && seen.current !== state;
    if (moved && state !== "silent") void queryClient.invalidateQueries({ queryKey: [INDEX_KEY] });
    seen.current = state;
  }, [state, queryClient]);
  return null;
}
