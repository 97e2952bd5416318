import type { ReactNode } from "react";
import { DataTable, type DataTableProps } from "../../components/data-table.tsx";

/** A table whose first column holds names: it takes the room that is left, and cuts long names on a phone. */
export function NamedTable<Row>(props: DataTableProps<Row>): ReactNode {
  return (
    <div className="max-md:[&_td:first-child]:w-full max-md:[&_td:first-child]:max-w-0 max-md:[&_th:first-child]:min-w-32">
      <DataTable {...props} />
    </div>
  );
}
