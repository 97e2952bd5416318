import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "./graph-view.ts";
import { type InTheEnd, type OwnerRow, ownersOf } from "./owners.ts";

/** One line of the graph's table: a token and one who owns a part of it. */
export type TableRow = OwnerRow & {
  readonly token: Address;
  readonly tokenName: string;
  /** In wei of shares; 0 for who owns a part only through others. */
  readonly balance: bigint;
};

/** The facts of the picture as lines: every holding among `tokens`, and every part owned only in the end. */
export function tableRows(snapshot: OwnershipSnapshot, view: GraphView, tokens: Iterable<Address>): TableRow[] {
  const balances = new Map([...view.threads, ...view.own].map((thread) => [thread.id, thread.balance]));
  return Array.from(tokens)
    .filter((token) => snapshot.tokens.has(token))
    .flatMap((token) =>
      ownersOf(snapshot, view, token).rows.map((row) => ({
        ...row,
        token,
        tokenName: view.nodes.get(token)?.name ?? token,
        balance: balances.get(`${token} ${row.holder}`) ?? 0n,
      })),
    );
}

/** What is owned in the end as a number to sort by: words come before every part, pools first. */
export function endOrder(inTheEnd: InTheEnd): number {
  if (typeof inTheEnd === "number") return inTheEnd;
  return inTheEnd === "passes on" ? -1 : -2;
}
