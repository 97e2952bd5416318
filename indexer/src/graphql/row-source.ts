import type { SqlRow, SqlSession } from "../store/driver.ts";
import type { Layout } from "../store/layout.ts";
import { type QueryState, readState, stateSql } from "../store/query-state.ts";
import type { QueryBudget } from "./query-budget.ts";

/** A select statement whose only column `cells` is an array of texts. */
export interface RowStatement {
  /** What it is for. */
  readonly label: string;
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Fetches rows of cells, within the budget of a query. */
export type RowSource = (statement: RowStatement) => Promise<readonly SqlRow[]>;

/** Rows for any number of statements, each of which runs in the `session` of its time. */
export function createRowSource(session: () => SqlSession, budget: QueryBudget): RowSource {
  return async (statement) => {
    const rows = await session().query(statement.label, packedSql(statement, budget), statement.parameters);
    return unpack(rows[0]?.[0], budget);
  };
}

/** Rows for one statement, which tells the state that it saw as well: `checkState` refuses to go on by throwing. */
export function createSingleRowSource(
  query: SqlSession["query"],
  layout: Layout,
  budget: QueryBudget,
  checkState: (state: QueryState) => void,
): RowSource {
  return async (statement) => {
    const text = `select ${stateSql(layout)}, (${packedSql(statement, budget)})`;
    const rows = await query(statement.label, text, statement.parameters);
    checkState(readState(rows[0]?.[0]));
    return unpack(rows[0]?.[1], budget);
  };
}

/** All rows as one JSON text: passing them on one by one takes longer than finding them. One more than allowed shows that there are too many. */
function packedSql({ text }: RowStatement, budget: QueryBudget): string {
  budget.checkTime();
  budget.addStatement();
  return `select coalesce(json_agg(r.cells), '[]')::text from (${text} limit ${budget.entitiesLeft() + 1}) r`;
}

function unpack(text: string | null | undefined, budget: QueryBudget): readonly SqlRow[] {
  const json = text ?? "[]";
  budget.addText(json.length);
  const rows = JSON.parse(json) as readonly SqlRow[];
  budget.addEntities(rows.length);
  budget.checkTime();
  return rows;
}
