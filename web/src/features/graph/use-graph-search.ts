import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import type { GraphSearch } from "./search.ts";

const route = getRouteApi("/graph");

/** A change of the page's state; what is given as undefined leaves the link. */
export type GraphSearchChange = { readonly [Key in keyof GraphSearch]?: GraphSearch[Key] | undefined };

/** The page's state, which lives in its link. `replace` keeps steps out of the browser's history. */
export function useGraphSearch(): {
  readonly search: GraphSearch;
  readonly change: (change: GraphSearchChange, options?: { readonly replace?: boolean }) => void;
} {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (next: GraphSearchChange, { replace = false }: { readonly replace?: boolean } = {}) => {
      void navigate({ search: (before) => ({ ...before, ...next }), replace, resetScroll: false });
    },
    [navigate],
  );
  return { search, change };
}
