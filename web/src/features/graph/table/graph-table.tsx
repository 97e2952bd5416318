import { useMemo, useRef } from "react";
import { Amount } from "../../../components/amount.tsx";
import { type Column, DataTable, sortRows } from "../../../components/data-table.tsx";
import { Share } from "../../../components/share.tsx";
import { endOrder, type TableRow, tableRows } from "../model/table-rows.ts";
import { EndShare } from "../panel/end-share.tsx";
import { NodeButton } from "../panel/node-button.tsx";
import { TABLE_COLUMNS, type TableColumn } from "../search.ts";
import type { GraphState } from "../use-graph.ts";
import { useGraphSearch } from "../use-graph-search.ts";
import { PAGE_LENGTH, Pager, pageCount } from "./pager.tsx";

/** A button is as high as a finger needs, its line need not be higher; on a phone there is no room for cloths. */
const TIGHT = "-my-2.5 max-sm:max-w-24 max-sm:[&_.truncate]:whitespace-normal max-sm:[&_svg]:hidden";

/** From here on only holdings are listed: what everybody owns in the end of everybody would be millions of lines. */
const MOST_TOKENS = 400;

/** The facts of the picture as a table: every holding, and every part that is owned only in the end. */
export function GraphTable({ graph }: { readonly graph: GraphState }) {
  const { snapshot, view, visible, search, change, select } = graph;
  const asked = useGraphSearch().search;
  const tooMany = snapshot.tokens.size > MOST_TOKENS;
  const onlyDirect = tooMany || search.rows === "direct";
  const rows = useMemo(
    () => tableRows(snapshot, view, visible, { onlyDirect, least: search.least }),
    [snapshot, view, visible, onlyDirect, search.least],
  );
  const columns = useMemo(() => columnsFor(view, snapshot.tokens, select), [view, snapshot, select]);
  const name = search.sort ?? "-end";
  const descending = name.startsWith("-");
  const key = (descending ? name.slice(1) : name) as TableColumn;
  const sorted = useMemo(() => sortRows(rows, columns, { key, descending }), [rows, columns, key, descending]);
  const page = Math.min(search.page ?? 1, pageCount(rows.length));
  const frame = useRef<HTMLDivElement>(null);
  const turnTo = (next: number) => {
    change({ page: next === 1 ? undefined : next }, { replace: true });
    frame.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div
      ref={frame}
      className="scroll-mt-20 border-y border-line bg-cloth max-sm:[&_table]:text-note max-sm:[&_td]:px-1 max-sm:[&_th]:px-1 sm:mx-4 sm:rounded-card sm:border-x"
    >
      <label className="flex min-h-11 cursor-pointer items-center gap-2.5 border-b border-line px-4 py-1 text-note text-ink-2">
        <input
          type="checkbox"
          className="size-5 shrink-0 cursor-pointer accent-ink"
          checked={!tooMany && asked.rows !== "direct"}
          disabled={tooMany}
          onChange={(event) => change({ rows: event.target.checked ? undefined : "direct", page: undefined })}
        />
        {tooMany
          ? "Holdings only. Choose somebody to see who owns them in the end."
          : "Also what is owned only through others"}
      </label>
      <DataTable
        caption="Who owns a part of whom, directly and in the end"
        columns={columns}
        rows={sorted.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH)}
        rowKey={(row) => `${row.token} ${row.holder}`}
        sort={{ key, descending }}
        onSortChange={(next) => {
          const column = TABLE_COLUMNS.find((each) => each === next.key);
          if (column) change({ sort: next.descending ? `-${column}` : column, page: undefined }, { replace: true });
        }}
        empty={<p className="p-4 text-table text-ink-2">No holding is left. Take a filter away to see more.</p>}
      />
      <Pager page={page} lines={rows.length} onPage={turnTo} />
    </div>
  );
}

function columnsFor(
  view: GraphState["view"],
  tokens: GraphState["snapshot"]["tokens"],
  select: GraphState["select"],
): readonly Column<TableRow>[] {
  return [
    {
      key: "token",
      header: "Token",
      sortBy: (row) => row.tokenName,
      cell: (row) => {
        const node = view.nodes.get(row.token);
        return (
          node && (
            <div className={TIGHT}>
              <NodeButton node={node} name={node.label} onSelect={select} />
            </div>
          )
        );
      },
    },
    {
      key: "holder",
      header: "Holder",
      sortBy: (row) => row.name,
      cell: (row) => {
        const node = row.node && view.nodes.get(row.node);
        const treasury = node?.kind === "person" && tokens.has(node.id) && row.holder === node.id;
        return node ? (
          <div className={TIGHT}>
            <NodeButton node={node} name={row.name} treasury={treasury} onSelect={select} />
          </div>
        ) : (
          row.name
        );
      },
    },
    {
      key: "balance",
      header: "Shares",
      numeric: true,
      wide: true,
      sortBy: (row) => row.balance,
      cell: (row) => (row.balance === 0n ? <span className="text-ink-3">none</span> : <Amount wei={row.balance} />),
    },
    {
      key: "direct",
      header: "Directly",
      numeric: true,
      explain: "Direct share: the balance as a part of the shares that take part in income; for a pool, of all shares.",
      sortBy: (row) => row.directly,
      cell: (row) => <Share value={row.directly} />,
    },
    {
      key: "end",
      header: "In the end",
      numeric: true,
      explain:
        "Look-through share: the part of the token’s income that finally rests with the holder, around all circles.",
      sortBy: (row) => endOrder(row.inTheEnd),
      cell: (row) => <EndShare value={row.inTheEnd} />,
    },
  ];
}
