import { directShares, lookThroughOfToken, type OwnershipGraph } from "@weft/ownership";
import type { Address } from "../lib/address.ts";
import { graphAfter, type Shift } from "./graph-after.ts";
import type { OwnershipSnapshot } from "./ownership-snapshot.ts";

/** What an account has of a token. Shares from 0 to 1, for display. */
export interface Part {
  /** In wei of shares. */
  readonly balance: bigint;
  /** Part of what takes part in income. */
  readonly direct: number;
  /** Part of a gain that rests there in the end, all circles counted. */
  readonly inTheEnd: number;
}

/** What an account has of a token, before and after. */
export interface PartChange {
  readonly account: Address;
  readonly before: Part;
  readonly after: Part;
}

/** What `accounts` have of `token` now, and would have after `shifts`; in the order given. */
export function partChanges(
  snapshot: OwnershipSnapshot,
  token: Address,
  shifts: readonly Shift[],
  accounts: readonly Address[],
): readonly PartChange[] {
  const before = partsOf(snapshot.graph, token);
  const after = partsOf(graphAfter(snapshot, shifts), token);
  return accounts.map((account) => ({ account, before: before(account), after: after(account) }));
}

function partsOf(graph: OwnershipGraph, token: Address): (account: Address) => Part {
  const direct = new Map(directShares(graph, token).map((part) => [part.holder, part]));
  const end = new Map(lookThroughOfToken(graph, token).shares.map(({ account, share }) => [account, share]));
  return (account) => ({
    balance: direct.get(account)?.balance ?? 0n,
    direct: direct.get(account)?.share ?? 0,
    inTheEnd: end.get(account) ?? 0,
  });
}
