import { directShares, lookThroughOfToken } from "@weft/ownership";
import type { Address } from "../lib/address.ts";
import { shareOf } from "../lib/share-of.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";

/** One row of "who owns": an account, a treasury or a pool. */
export interface Owner {
  readonly address: Address;
  readonly kind: "account" | "treasury" | "pool";
  /** In wei of shares. */
  readonly balance: bigint;
  /** Part of what takes part in income; for a pool, of all shares. For display. */
  readonly direct: number;
  /** Part that rests there in the end, all circles counted; undefined where money only passes through or never comes. */
  readonly inTheEnd: number | undefined;
}

/** Who owns a token. */
export interface Owners {
  /** By the direct share, then by the share in the end; pools last. */
  readonly rows: readonly Owner[];
  /** Part of a gain that ends in tokens out of which nothing comes. */
  readonly trapped: number;
}

/** Who owns `token`, directly and in the end. */
export function ownersOf(snapshot: OwnershipSnapshot, token: Address): Owners {
  const final = lookThroughOfToken(snapshot.graph, token);
  const rows = new Map<string, Owner>();
  for (const { holder, share, balance } of directShares(snapshot.graph, token)) {
    const address = holder as Address;
    const kind = snapshot.tokens.has(address) ? "treasury" : "account";
    rows.set(holder, { address, kind, balance, direct: share, inTheEnd: kind === "treasury" ? undefined : 0 });
  }
  for (const { account, share } of final.shares) {
    const address = account as Address;
    const known = rows.get(account) ?? { address, kind: "account", balance: 0n, direct: 0 };
    rows.set(account, { ...known, inTheEnd: share });
  }
  for (const owner of poolsOf(snapshot, token)) rows.set(owner.address, owner);
  return { rows: [...rows.values()].sort(inOrder), trapped: final.trapped };
}

function poolsOf(snapshot: OwnershipSnapshot, token: Address): readonly Owner[] {
  const supply = snapshot.tokens.get(token)?.totalSupply ?? 0n;
  return snapshot.holdings
    .filter((holding) => holding.token === token && holding.class === "EXCLUDED" && holding.balance > 0n)
    .map(({ holder, balance }) => ({
      address: holder,
      kind: "pool",
      balance,
      direct: shareOf(balance, supply),
      inTheEnd: undefined,
    }));
}

function inOrder(a: Owner, b: Owner): number {
  const pools = Number(a.kind === "pool") - Number(b.kind === "pool");
  return pools || b.direct - a.direct || (b.inTheEnd ?? 0) - (a.inTheEnd ?? 0) || a.address.localeCompare(b.address);
}
