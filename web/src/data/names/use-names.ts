import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { toAddress } from "../../lib/address.ts";
import { ownershipQueryOptions } from "../ownership.ts";
import { queryKeys } from "../query-keys.ts";
import type { Names } from "./names.ts";
import { askName } from "./names-batch.ts";

/** The query of what an address is called; asked together with those of the same moment. */
export function namesQueryOptions(address: string) {
  const key = toAddress(address);
  return queryOptions({
    queryKey: queryKeys.index("names", key ?? address),
    queryFn: async (): Promise<Names> => (key ? askName(key) : NOBODY),
    structuralSharing: false,
  });
}

const NOBODY: Names = { tokens: new Map(), accounts: new Map() };

/**
 * What is known of an address by name: out of what the page has read of the whole graph, if it has, else by a question about
 * this address. It never makes a page read the graph.
 */
export function useNames(address: string | undefined): Names | undefined {
  const queryClient = useQueryClient();
  const { data: snapshot } = useQuery({ ...ownershipQueryOptions(), enabled: false });
  const key = address === undefined ? undefined : toAddress(address);
  const account = key && snapshot?.accounts.get(key);
  // What was read some time ago does not know who launched a token since.
  const known = account?.token !== undefined || account?.personalToken !== undefined;
  const reading = queryClient.getQueryCache().find(ownershipQueryOptions())?.isActive() === true;
  const { data } = useQuery({ ...namesQueryOptions(key ?? ""), enabled: key !== undefined && !known && !reading });
  return known || reading ? snapshot : (data ?? snapshot);
}
