import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import type { TableColumn } from "../search.ts";
import type { GraphView } from "./graph-view.ts";
import { type InTheEnd, type OwnerRow, ownersOf } from "./owners.ts";

/** One line of the graph's table: a token and one who owns a part of it. */
export type TableRow = OwnerRow & {
  readonly token: Address;
  readonly tokenName: string;
  /** In wei of shares; 0 for who owns a part only through others. */
  readonly balance: bigint;
};

/** The order of the table: a column, with a minus for largest or last first. */
export type TableSort = TableColumn | `-${TableColumn}`;

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

/** Rows in the order asked for; equal ones by token, then by what is owned in the end, most first. */
export function sortRows(rows: readonly TableRow[], sort: TableSort): TableRow[] {
  const descending = sort.startsWith("-");
  const column = (descending ? sort.slice(1) : sort) as TableColumn;
  const compare = COMPARE[column];
  return [...rows].sort(
    (a, b) =>
      (descending ? -1 : 1) * compare(a, b) ||
      byText(a.tokenName, b.tokenName) ||
      endOrder(b) - endOrder(a) ||
      byText(a.holder, b.holder),
  );
}

const COMPARE: Record<TableColumn, (a: TableRow, b: TableRow) => number> = {
  token: (a, b) => byText(a.tokenName, b.tokenName),
  holder: (a, b) => byText(a.name, b.name),
  balance: (a, b) => (a.balance === b.balance ? 0 : a.balance < b.balance ? -1 : 1),
  direct: (a, b) => a.directly - b.directly,
  end: (a, b) => endOrder(a) - endOrder(b),
};

/** Words come after every number, pools last. */
function endOrder({ inTheEnd }: { inTheEnd: InTheEnd }): number {
  if (typeof inTheEnd === "number") return inTheEnd;
  return inTheEnd === "passes on" ? -1 : -2;
}

function byText(a: string, b: string): number {
  return a.localeCompare(b, "en", { sensitivity: "base" });
}
