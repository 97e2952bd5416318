import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { GraphView } from "./graph-view.ts";
import type { Visible } from "./neighbourhood.ts";
import { type InTheEnd, type OwnerRow, ownersOf } from "./owners.ts";

/** One line of the graph's table: a token and one who owns a part of it. */
export type TableRow = OwnerRow & {
  readonly token: Address;
  readonly tokenName: string;
  /** In wei of shares; 0 for who owns a part only through others. */
  readonly balance: bigint;
};

/** Which lines are wanted. */
export type RowOptions = {
  /** Leaves out parts that are owned only through others. */
  readonly onlyDirect?: boolean;
  /** The least part that is wanted, directly or in the end, in percent. */
  readonly least?: number | undefined;
};

/**
 * The facts of what is shown as lines: every holding, what people hold of themselves too, and every part owned only in
 * the end, between nodes that are shown.
 */
export function tableRows(
  snapshot: OwnershipSnapshot,
  view: GraphView,
  visible: Pick<Visible, "nodes" | "threads">,
  { onlyDirect = false, least = 0 }: RowOptions = {},
): TableRow[] {
  const balances = new Map([...visible.threads, ...view.own].map((thread) => [thread.id, thread.balance]));
  return [...visible.nodes]
    .filter((token) => snapshot.tokens.has(token))
    .flatMap((token) =>
      ownersOf(snapshot, view, token)
        .rows.map((row) => ({
          ...row,
          token,
          tokenName: view.nodes.get(token)?.name ?? token,
          balance: balances.get(`${token} ${row.holder}`) ?? 0n,
        }))
        .filter((row) => {
          if (row.balance > 0n) return row.directly * 100 >= least;
          const shown = row.node === undefined || visible.nodes.has(row.node);
          return !onlyDirect && row.directly === 0 && shown && partOf(row.inTheEnd) * 100 >= least;
        }),
    );
}

/** What is owned in the end as a number to sort by: words come before every part, pools first. */
export function endOrder(inTheEnd: InTheEnd): number {
  if (typeof inTheEnd === "number") return inTheEnd;
  return inTheEnd === "passes on" ? -1 : -2;
}

function partOf(inTheEnd: InTheEnd): number {
  return typeof inTheEnd === "number" ? inTheEnd : 0;
}
