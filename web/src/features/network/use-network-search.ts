import { getRouteApi } from "@tanstack/react-router";
import type { NetworkSearch } from "./search.ts";

const route = getRouteApi("/network/$address");

/** What the link to a network says of how its page is looked at, and a way to say otherwise. */
export function useNetworkSearch(): readonly [NetworkSearch, (change: NetworkSearch) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: NetworkSearch): void =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  return [search, change];
}
