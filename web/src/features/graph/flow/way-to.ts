import type { Flow, FlowEdge } from "@weft/ownership";
import type { Address } from "../../../lib/address.ts";

/** A part of a gain that reached an account through other tokens. */
export type Route = {
  /** Tokens passed after the one that took in the gain, in order; the last one paid. Shortest way when there are many. */
  readonly tokens: readonly Address[];
  /** In wei of the currency. */
  readonly amount: bigint;
};

/** How a gain came to an account; both kinds together are what it received. */
export type Way = {
  /** What its own shares of the token got at once, in wei of the currency. */
  readonly directly: bigint;
  /** What came later, by the token that paid it, largest first. */
  readonly routes: readonly Route[];
};

/** How the gain that `source` took in came to `account`. */
export function wayTo(flow: Flow, source: Address, account: string): Way {
  const directly = (flow.turns[0]?.edges ?? [])
    .filter((edge) => edge.holder === account && edge.token === source)
    .reduce((sum, edge) => sum + edge.amount, 0n);
  const routes: Route[] = [];
  for (const edge of flow.edges) {
    if (edge.holder !== account) continue;
    // Shares of the source also get a part of what comes back to it around a circle.
    const amount = edge.token === source ? edge.amount - directly : edge.amount;
    if (amount > 0n) routes.push({ tokens: shortestWay(flow.edges, source, edge.token as Address), amount });
  }
  routes.sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
  return { directly, routes };
}

/** Tokens after `from` on the shortest way to `to` along edges that carried something; around a circle when equal. */
function shortestWay(edges: readonly FlowEdge[], from: Address, to: Address): Address[] {
  const cameFrom = new Map<string, string>();
  let ring: string[] = [from];
  while (ring.length > 0 && !cameFrom.has(to)) {
    const reached = new Set(ring);
    ring = [];
    for (const edge of edges) {
      if (!reached.has(edge.token) || cameFrom.has(edge.holder)) continue;
      cameFrom.set(edge.holder, edge.token);
      ring.push(edge.holder);
    }
  }
  const way: Address[] = [];
  for (let at: string | undefined = to; at !== undefined; at = cameFrom.get(at)) {
    way.unshift(at as Address);
    if (cameFrom.get(at) === from) break;
  }
  return way;
}
