import { lookThroughOfAccount, lookThroughOfToken } from "@weft/ownership";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { GraphThread, GraphView } from "./graph-view.ts";
import { possessive } from "./words.ts";

/** What an owner has in the end: a part, or nothing because it passes everything on, or because it is a pool. */
export type InTheEnd = number | "passes on" | "no part";

/** One line of "Who owns Ada". */
export type OwnerRow = {
  readonly holder: string;
  /** The node that the holder is drawn in; none for holders that the index does not list. */
  readonly node: Address | undefined;
  readonly name: string;
  /** Direct share, from 0 to 1; of total supply for a pool. */
  readonly directly: number;
  readonly inTheEnd: InTheEnd;
};

/** Who owns a token, directly and in the end. */
export type Owners = {
  readonly rows: readonly OwnerRow[];
  /** Part that ends in tokens out of which nothing comes. */
  readonly trapped: number;
};

/** One line of "What Ada owns". */
export type HoldingRow = {
  readonly token: Address;
  readonly name: string;
  /** The address that holds: a person's wallet and treasury are two. None when it is held only through others. */
  readonly holder: Address;
  /** Whether the holder is a token, which passes on what it gets. */
  readonly treasury: boolean;
  readonly directly: number;
  readonly inTheEnd: InTheEnd;
};

/** Owners of a token: everybody who holds it, and everybody with whom a part of its income rests. Largest first. */
export function ownersOf(snapshot: OwnershipSnapshot, view: GraphView, token: Address): Owners {
  const held = threadsOfToken(view, token);
  const end = lookThroughOfToken(snapshot.graph, token);
  const partOf = new Map(end.shares.map(({ account, share }) => [account, share]));
  const rows = held.map(
    (thread): OwnerRow => ({
      holder: thread.holder,
      node: thread.target,
      name: holderName(view, thread.holder, snapshot.tokens.has(thread.holder)),
      directly: thread.share,
      inTheEnd: inTheEndOf(thread, partOf.get(thread.holder) ?? 0),
    }),
  );
  const listed = new Set<string>(held.map((thread) => thread.holder));
  for (const [account, share] of partOf) {
    if (listed.has(account)) continue;
    const node = view.nodeOf.get(account as Address);
    rows.push({ holder: account, node, name: holderName(view, account, false), directly: 0, inTheEnd: share });
  }
  return { rows: rows.sort(largestFirst), trapped: end.trapped };
}

/** What a node owns: of each token directly, by wallet and by treasury, and in the end. Largest first. */
export function holdingsOf(snapshot: OwnershipSnapshot, view: GraphView, node: Address): HoldingRow[] {
  const held = [...view.threads, ...view.own].filter((thread) => thread.target === node);
  const accounts = new Set<Address>(held.filter((thread) => !snapshot.tokens.has(thread.holder)).map((t) => t.holder));
  const wallet = view.nodes.get(node)?.wallet;
  if (wallet) accounts.add(wallet);
  const rows = held
    .filter((thread) => snapshot.tokens.has(thread.holder) || thread.class === "EXCLUDED")
    .map((thread) => holdingRow(view, thread, snapshot.tokens.has(thread.holder), inTheEndOf(thread, 0)));
  for (const account of accounts) {
    const directly = new Map(held.filter((thread) => thread.holder === account).map((t) => [t.token, t.share]));
    for (const { token, share } of lookThroughOfAccount(snapshot.graph, account)) {
      const id = token as Address;
      const name = view.nodes.get(id)?.label ?? id;
      rows.push({
        token: id,
        name,
        holder: account,
        treasury: false,
        directly: directly.get(id) ?? 0,
        inTheEnd: share,
      });
    }
  }
  return rows.sort(largestFirst);
}

const byToken = new WeakMap<GraphView, ReadonlyMap<Address, readonly GraphThread[]>>();

/** Holdings of a token, found once for all tokens of a view: asking for each must not go through all of them. */
function threadsOfToken(view: GraphView, token: Address): readonly GraphThread[] {
  let known = byToken.get(view);
  if (!known) {
    known = Map.groupBy([...view.threads, ...view.own], (thread) => thread.token);
    byToken.set(view, known);
  }
  return known.get(token) ?? [];
}

/** The name of who holds: a node's, or for a person's token the treasury of that person. */
export function holderName(view: GraphView, holder: string, isToken: boolean): string {
  const node = view.nodes.get(view.nodeOf.get(holder as Address) ?? (holder as Address));
  if (!node) return "Holders that are not listed";
  return isToken && node.kind === "person" ? `${possessive(node.label)} treasury` : node.label;
}

function holdingRow(view: GraphView, thread: GraphThread, treasury: boolean, inTheEnd: InTheEnd): HoldingRow {
  const name = view.nodes.get(thread.source)?.label ?? thread.token;
  return { token: thread.token, name, holder: thread.holder, treasury, directly: thread.share, inTheEnd };
}

function inTheEndOf(thread: GraphThread, share: number): InTheEnd {
  if (thread.class === "TREASURY") return "passes on";
  return thread.class === "EXCLUDED" ? "no part" : share;
}

function largestFirst(a: OwnerRow | HoldingRow, b: OwnerRow | HoldingRow): number {
  return weight(b) - weight(a) || (a.name < b.name ? -1 : 1);
}

function weight({ directly, inTheEnd }: { directly: number; inTheEnd: InTheEnd }): number {
  return typeof inTheEnd === "number" ? Math.max(directly, inTheEnd) : directly;
}
