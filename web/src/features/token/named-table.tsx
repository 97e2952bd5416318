import type { ReactNode } from "react";
import { DataTable, type DataTableProps, ROWS_ON_PAGE } from "../../components/data-table.tsx";

/**
 * A table whose first column holds names: on a phone it takes the room that is left, and names run over two lines; elsewhere long
 * ones are cut. A long table begins with a page of rows.
 */
export function NamedTable<Row>(props: DataTableProps<Row>): ReactNode {
  return (
    <div className="max-md:[&_td:first-child]:w-full max-md:[&_td:first-child]:max-w-0 max-md:[&_td:first-child_.truncate]:break-words max-md:[&_td:first-child_.truncate]:whitespace-normal max-md:[&_th:first-child]:min-w-34 md:[&_td:first-child_.truncate]:max-w-72 max-md:[&_th:first-child]:whitespace-normal">
      <DataTable firstRows={ROWS_ON_PAGE} {...props} />
    </div>
  );
}
