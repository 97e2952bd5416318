import { ArrowDown, ArrowUp } from "lucide-react";
import { memo, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "../lib/class-names.ts";
import { formatCount } from "../lib/format.ts";
import { Button } from "./button.tsx";
import { Explain } from "./explain.tsx";

/** One column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column means; shown behind the header. */
  readonly explain?: ReactNode;
  /** Figures stand to the right. */
  readonly numeric?: boolean;
  /** What to sort by; without it the column can't be sorted. */
  readonly sortBy?: (row: Row) => bigint | number | string;
  /** Left out on narrow screens. */
  readonly wide?: boolean;
  /** Only on narrow screens, in place of wide ones. */
  readonly narrow?: boolean;
}

/** Which column the rows are sorted by, and which way. */
export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}

/** What a table shows. */
export interface DataTableProps<Row> {
  /** Says what the table holds; for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: TableSort;
  /** Given together, the order lives with the caller, usually in the link. */
  readonly sort?: TableSort | undefined;
  readonly onSortChange?: (sort: TableSort) => void;
  /** Whether a link in the first column covers its whole row. */
  readonly linkedRows?: boolean;
  /** Stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
  /** How many rows are shown until more are asked for; all of them unless said, and on paper. */
  readonly firstRows?: number | undefined;
  /** What the rows are, for the button that shows more: “holders”. */
  readonly rowsName?: string | undefined;
}

/** Rows that are shown at once, at most: each costs a slow phone some milliseconds. */
export const ROWS_ON_PAGE = 50;

/** Rows in the order that was asked for; equal rows stay as they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: TableSort | undefined,
): readonly Row[] {
  const sortBy = columns.find(({ key }) => key === sort?.key)?.sortBy;
  if (!sort || !sortBy) return rows;
  const direction = sort.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((a, b) => direction * compare(a.value, b.value))
    .map(({ row }) => row);
}

function compare(a: bigint | number | string, b: bigint | number | string): number {
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b, "en");
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A table that a screen reader reads as one; buttons in the headers sort it: they answer at once, and the rows follow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, initialSort, onSortChange, linkedRows, empty } = props;
  const { firstRows = Number.POSITIVE_INFINITY, rowsName } = props;
  const [ownSort, setOwnSort] = useState(initialSort);
  const sort = onSortChange ? props.sort : ownSort;
  const shownSort = useDeferredValue(sort);
  const [more, setMore] = useState(0);
  const printing = usePrinting(rows.length > firstRows);
  const asked = useDeferredValue(firstRows + more);
  const count = printing ? Number.POSITIVE_INFINITY : asked;
  const sorted = useMemo(() => sortRows(rows, columns, shownSort), [rows, columns, shownSort]);
  const shown = useMemo(() => sorted.slice(0, count), [sorted, count]);
  const lastOnPhone = columns.findLast(({ wide }) => !wide);
  const change = (column: Column<Row>): void => {
    const descending = sort?.key === column.key ? !sort.descending : Boolean(column.numeric);
    (onSortChange ?? setOwnSort)({ key: column.key, descending });
  };
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-table">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Header
                  key={column.key}
                  column={column}
                  sort={sort}
                  lastOnPhone={column === lastOnPhone}
                  onSort={() => change(column)}
                />
              ))}
            </tr>
          </thead>
          <Body {...{ columns, rowKey }} rows={shown} linked={linkedRows} lastOnPhone={lastOnPhone} />
        </table>
      </div>
      {shown.length < sorted.length && (
        <div className="border-t border-line p-3 text-center print:hidden">
          <Button variant="quiet" onClick={() => setMore(more + pageAfter(shown.length))}>
            {moreWords(sorted.length, shown.length, rowsName)}
          </Button>
        </div>
      )}
    </>
  );
}

/** How many rows one press adds: as many again as are there. */
const pageAfter = (shown: number): number => Math.max(ROWS_ON_PAGE, shown);

function moreWords(all: number, shown: number, rowsName: string | undefined): string {
  const next = pageAfter(shown);
  if (all - shown > next) return `Show ${formatCount(next)} more of ${formatCount(all - shown)}`;
  return `Show all ${formatCount(all)}${rowsName === undefined ? "" : ` ${rowsName}`}`;
}

/** Whether the page was printed: on paper a table is whole, and has to be before the browser looks. */
function usePrinting(matters: boolean): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!matters) return;
    const show = (): void => flushSync(() => setPrinting(true));
    window.addEventListener("beforeprint", show);
    return () => window.removeEventListener("beforeprint", show);
  }, [matters]);
  return printing;
}

interface BodyProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly linked: boolean | undefined;
  readonly lastOnPhone: Column<Row> | undefined;
}

function Rows<Row>({ columns, rows, rowKey, linked, lastOnPhone }: BodyProps<Row>): ReactNode {
  return (
    <tbody>
      {rows.map((row) => (
        <TableRow key={rowKey(row)} {...{ columns, row, linked, lastOnPhone }} />
      ))}
    </tbody>
  );
}

// The same rows in the same order are not made again, nor is a row that only moves.
const Body = memo(Rows) as typeof Rows;
const TableRow = memo(OneRow) as typeof OneRow;

function OneRow<Row>(props: Omit<BodyProps<Row>, "rows" | "rowKey"> & { readonly row: Row }): ReactNode {
  const { columns, row, linked, lastOnPhone } = props;
  return (
    <tr className={classNames("border-t border-line", linked && "relative transition-colors hover:bg-inset/50")}>
      {columns.map((column) => (
        <td key={column.key} className={cellClass(column, column === lastOnPhone)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function cellClass<Row>(column: Column<Row>, lastOnPhone: boolean): string {
  return classNames(
    "px-2 py-3 first:pl-4 last:pr-4 sm:px-3 sm:first:pl-6 sm:last:pr-6",
    lastOnPhone && "max-md:pr-4 sm:max-md:pr-6",
    column.numeric && "figures text-right",
    column.wide && "max-md:not-print:hidden",
    column.narrow && "md:hidden print:hidden",
  );
}

interface HeaderProps<Row> {
  readonly column: Column<Row>;
  readonly sort: TableSort | undefined;
  readonly lastOnPhone: boolean;
  readonly onSort: () => void;
}

function Header<Row>({ column, sort, lastOnPhone, onSort }: HeaderProps<Row>) {
  const active = sort?.key === column.key;
  const Arrow = active && !sort.descending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={active ? (sort.descending ? "descending" : "ascending") : undefined}
      className={classNames(
        "text-label font-medium whitespace-nowrap text-ink-3",
        column.numeric ? "" : "text-left",
        cellClass(column, lastOnPhone),
      )}
    >
      {/* Over figures the arrow comes first, so that the words end where the figures do. */}
      <span className={classNames("inline-flex items-center gap-1", column.numeric && "flex-row-reverse")}>
        {column.explain ? <Explain term={column.header}>{column.explain}</Explain> : !column.sortBy && column.header}
        {column.sortBy && (
          <button
            type="button"
            onClick={onSort}
            aria-label={column.explain ? `Sort by ${column.header}` : undefined}
            className={classNames(
              "inline-flex min-h-8 min-w-6 cursor-pointer items-center gap-1 rounded-small text-left hover:text-ink",
              // On a phone, what of the arrow's target is empty lies in the gap between the columns.
              column.numeric && "flex-row-reverse max-sm:-ml-2.5",
            )}
          >
            {!column.explain && column.header}
            <Arrow aria-hidden="true" size={14} strokeWidth={1.8} className={active ? "text-ink" : "opacity-35"} />
          </button>
        )}
      </span>
    </th>
  );
}
