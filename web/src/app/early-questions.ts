import { wagmiConfig } from "../chain/wagmi.ts";
import { gasPriceQueryOptions } from "../data/gas-price.ts";
import { graphSizeQueryOptions, MOST_HOLDINGS } from "../data/neighbourhood.ts";
import { ownershipQueryOptions } from "../data/ownership.ts";
import { startOwnershipThread } from "../data/ownership-thread.ts";
import type { Address } from "../lib/address.ts";
import { queryClient } from "./query-client.ts";

/**
 * What pages ask first, asked while their code is still on its way. Nobody waits for the answers here: the page shows that it
 * reads, and what went wrong. Links that are only pointed at ask nothing.
 */
interface Loading {
  readonly preload: boolean;
}

/** All that is owned now. */
export function askOwnership({ preload }: Loading): void {
  if (!preload) void queryClient.prefetchQuery(ownershipQueryOptions());
}

/**
 * All that is owned now, and how what is due to the account of the link is collected: the worker plans that while the page draws
 * the rest.
 */
export function askPortfolio({
  preload,
  deps: { account },
}: Loading & { readonly deps: { readonly account: Address | undefined } }): void {
  if (preload) return;
  const ownership = queryClient.fetchQuery(ownershipQueryOptions());
  const price = queryClient.fetchQuery(gasPriceQueryOptions(wagmiConfig));
  startOwnershipThread();
  Promise.all([import("../features/portfolio/portfolio-page.tsx"), ownership, price]).then(
    ([{ askClaimPlan }, snapshot, gasPrice]) => {
      if (account !== undefined) void askClaimPlan(queryClient, snapshot, account, gasPrice);
    },
    // The page asks the same, and says what is wrong.
    () => undefined,
  );
}

/** How large the graph is at a block, then all of it, unless that is too much. */
export function askGraph({
  preload,
  deps: { block },
}: Loading & { readonly deps: { readonly block: number | undefined } }): void {
  if (preload) return;
  queryClient.fetchQuery(graphSizeQueryOptions(block)).then(
    ({ holdings }) => {
      if (holdings <= MOST_HOLDINGS) void queryClient.prefetchQuery(ownershipQueryOptions({ block }));
    },
    // The page asks the same, and says what is wrong.
    () => undefined,
  );
}
