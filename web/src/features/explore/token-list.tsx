import { useMemo } from "react";
import { DataTable, ROWS_ON_PAGE, type TableSort } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../data/ownership.ts";
import { type Narrowing, narrowTokens } from "./narrow-tokens.ts";
import { networkColumns, peopleColumns } from "./token-columns.tsx";

/** What the list shows; the order and the narrowing live in the link. */
export interface TokenListProps extends Narrowing {
  readonly snapshot: OwnershipSnapshot;
  readonly sort: TableSort;
  readonly onSortChange: (sort: TableSort) => void;
}

/** Networks or people, the first fifty in the order that was asked for. */
export function TokenList({ snapshot, kind, find, only, sort, onSortChange }: TokenListProps) {
  const columns = useMemo(
    () => (kind === "network" ? networkColumns(snapshot) : peopleColumns(snapshot)),
    [snapshot, kind],
  );
  const rows = useMemo(() => narrowTokens(snapshot, { kind, find, only }), [snapshot, kind, find, only]);
  return (
    // However long a name is, the figures keep their room: names take what is left, and are cut.
    <div className="overflow-hidden rounded-card border border-line bg-cloth [&_td:first-child]:w-full [&_td:first-child]:max-w-0 [&_th:first-child]:min-w-44">
      <DataTable
        caption={kind === "network" ? "Networks" : "People"}
        columns={columns}
        rows={rows}
        firstRows={ROWS_ON_PAGE}
        rowKey={({ address }: TokenInfo) => address}
        sort={sort}
        onSortChange={onSortChange}
        linkedRows
        empty={<Nobody kind={kind} narrowed={find !== "" || only !== "all"} />}
      />
    </div>
  );
}

function Nobody({ kind, narrowed }: { kind: TokenInfo["kind"]; narrowed: boolean }) {
  if (narrowed) return <EmptyState>Nothing fits. Look for fewer letters, or show all.</EmptyState>;
  return (
    <EmptyState>
      {kind === "network"
        ? "No network yet. The first founders put parts of themselves in, and own it together."
        : "Nobody has issued shares yet. The first person who launches a token appears here."}
    </EmptyState>
  );
}
