import { useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { type Column, DataTable } from "../../../components/data-table.tsx";
import { Share } from "../../../components/share.tsx";
import { endOrder, type TableRow, tableRows } from "../model/table-rows.ts";
import { EndShare } from "../panel/end-share.tsx";
import { NodeButton } from "../panel/node-button.tsx";
import { TABLE_COLUMNS, type TableColumn } from "../search.ts";
import type { GraphState } from "../use-graph.ts";

/** A button is as high as a finger needs, its line need not be higher; on a phone there is no room for cloths. */
const TIGHT = "-my-2.5 max-sm:max-w-24 max-sm:[&_.truncate]:whitespace-normal max-sm:[&_svg]:hidden";

/** The facts of the picture as a table: every holding, and every part that is owned only in the end. */
export function GraphTable({ graph }: { readonly graph: GraphState }) {
  const { snapshot, view, visible, search, change, select } = graph;
  const rows = useMemo(() => tableRows(snapshot, view, visible.nodes), [snapshot, view, visible]);
  const columns = useMemo(() => columnsFor(graph.view, snapshot.tokens, select), [graph.view, snapshot, select]);
  const sort = search.sort ?? "-end";
  const key = (sort.startsWith("-") ? sort.slice(1) : sort) as TableColumn;
  return (
    <div className="border-y border-line bg-cloth max-sm:[&_table]:text-note max-sm:[&_td]:px-1 max-sm:[&_th]:px-1 sm:mx-4 sm:rounded-card sm:border-x">
      <DataTable
        caption="Who owns a part of whom, directly and in the end"
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.token} ${row.holder}`}
        sort={{ key, descending: sort.startsWith("-") }}
        onSortChange={(next) => {
          const column = TABLE_COLUMNS.find((each) => each === next.key);
          if (column) change({ sort: next.descending ? `-${column}` : column }, { replace: true });
        }}
      />
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
