import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { indexStatusQueryOptions } from "../data/index-status.ts";
import { INDEX_KEY } from "../data/query-keys.ts";

/** Reads the pages' figures again when the index has moved on. */
export function FollowIndex() {
  const { data } = useQuery(indexStatusQueryOptions);
  const queryClient = useQueryClient();
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (!data) return;
    if (seen.current !== undefined && seen.current !== data.block) {
      void queryClient.invalidateQueries({ queryKey: [INDEX_KEY] });
    }
    seen.current = data.block;
  }, [data, queryClient]);
  return null;
}
