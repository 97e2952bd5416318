import type { ConnectedPart } from "../../../data/connected-profit.ts";
import type { Address } from "../../../lib/address.ts";

/** One way by which money arrived: the last token before, and how much it brought, in wei of the currency. */
export interface Arrival {
  readonly via: Address;
  readonly amount: bigint;
}

/** Parts of one origin, or of one token, added up. */
export interface ProfitGroup {
  /** Address of the origin, or of the token reached; null for gifts and what can’t be traced. */
  readonly key: Address | null;
  /** In wei of the currency. */
  readonly amount: bigint;
  /** The largest first. */
  readonly arrivals: readonly Arrival[];
  /** Unix time of the last of it. */
  readonly lastAt: number;
}

/** Adds up income by whose gain it is, the largest first; what has no origin last. */
export function byOrigin(parts: readonly ConnectedPart[]): readonly ProfitGroup[] {
  return grouped(parts, ({ origin }) => origin);
}

/** Adds up what the gains of one person brought to others, by the token that they reached, the largest first. */
export function byToken(parts: readonly ConnectedPart[], origin: Address): readonly ProfitGroup[] {
  return grouped(
    parts.filter(({ token }) => token !== origin),
    ({ token }) => token,
  );
}

function grouped(
  parts: readonly ConnectedPart[],
  keyOf: (part: ConnectedPart) => Address | null,
): readonly ProfitGroup[] {
  const groups = new Map<Address | null, ConnectedPart[]>();
  for (const part of parts) {
    const key = keyOf(part);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups].map(([key, of]) => groupOf(key, of)).sort(byAmount);
}

function groupOf(key: Address | null, parts: readonly ConnectedPart[]): ProfitGroup {
  return {
    key,
    amount: parts.reduce((sum, { amount }) => sum + amount, 0n),
    arrivals: parts.map(({ via, amount }) => ({ via, amount })).sort(largestFirst),
    lastAt: Math.max(...parts.map(({ lastAt }) => lastAt)),
  };
}

function byAmount(a: ProfitGroup, b: ProfitGroup): number {
  if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
  return largestFirst(a, b);
}

function largestFirst(a: { readonly amount: bigint }, b: { readonly amount: bigint }): number {
  return a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1;
}
