import { Download, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../../components/button.tsx";
import type { Statement } from "../../../data/statement.ts";
import { saveFile } from "../../../lib/save-file.ts";
import type { Days } from "./period.ts";
import { statementCsv, statementFileName } from "./statement-csv.ts";
import type { StatementView } from "./statement-view.ts";
import type { StatementContext } from "./use-statement.ts";

/** Takes the statement along: on paper, and as a table for spreadsheets. */
export function StatementActions(props: {
  readonly statement: Statement;
  readonly view: StatementView;
  readonly days: Days;
  readonly context: StatementContext;
}): ReactNode {
  const { statement, view, days, context } = props;
  const save = (): void => {
    const text = statementCsv(view, context);
    saveFile(statementFileName(statement, days), new Blob([text], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      <Button onClick={save}>
        <Download aria-hidden="true" size={18} strokeWidth={1.6} />
        Save as CSV
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden="true" size={18} strokeWidth={1.6} />
        Print
      </Button>
    </div>
  );
}
