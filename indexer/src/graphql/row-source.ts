import type { SqlRow, SqlSession } from "../store/driver.ts";
import type { Layout } from "../store/layout.ts";
import { type QueryState, readState, stateMarkSql, stateSql } from "../store/query-state.ts";
import type { KnownState } from "./known-state.ts";
import type { QueryBudget } from "./query-budget.ts";

/** A select statement whose columns are texts. */
export interface RowStatement {
  /** What it is for. */
  readonly label: string;
  readonly text: string;
  /** Names of its columns, of which there are some. */
  readonly columns: readonly string[];
  readonly parameters: readonly string[];
}

/** Fetches rows, within the budget of a query. */
export type RowSource = (statement: RowStatement) => Promise<readonly SqlRow[]>;

/** Rows for any number of statements, each of which runs in the `session` of its time. */
export function createRowSource(session: () => SqlSession, budget: QueryBudget): RowSource {
  return async (statement) => {
    const { columns, source } = packed(statement, budget);
    const text = `select ${columns} from ${source}`;
    const [row = []] = await inTime(session().query(statement.label, text, statement.parameters), budget);
    return unpack(row, budget);
  };
}

/**
 * Rows for one statement, which tells the state that it saw as well: `checkState` refuses to go on by throwing. A state that is known
 * already is told by its mark, which takes a third of the time.
 */
export function createSingleRowSource(
  query: SqlSession["query"],
  layout: Layout,
  budget: QueryBudget,
  known: KnownState,
  checkState: (state: QueryState) => void,
): RowSource {
  const mark = stateMarkSql(layout);
  return async (statement) => {
    const { columns, source } = packed(statement, budget);
    const ask = (about: string): ReturnType<SqlSession["query"]> =>
      inTime(query(statement.label, `select ${about}, ${columns} from ${source}`, statement.parameters), budget);
    const last = known.last();
    if (last !== null) {
      const [[seen, ...row] = []] = await ask(mark);
      if (seen === last.mark) {
        checkState(last.state);
        return unpack(row, budget);
      }
    }
    // Another process moved the head, or nothing is known yet.
    const learn = known.learn();
    const [[seen, state, ...row] = []] = await ask(`${mark}, ${stateSql(layout)}`);
    const read = readState(state);
    learn(seen ?? null, read);
    checkState(read);
    return unpack(row, budget);
  };
}

/** Whatever a statement says that ended when time was over, time is what it was about. */
async function inTime<T>(answer: Promise<T>, budget: QueryBudget): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    budget.checkTime();
    throw error;
  }
}

/**
 * Each column of all rows as one JSON text: passing rows on one by one takes longer than finding them, and making an array of each
 * does as well. One row more than allowed shows that there are too many.
 */
function packed(
  { columns, text }: RowStatement,
  budget: QueryBudget,
): { readonly columns: string; readonly source: string } {
  budget.checkTime();
  budget.addStatement();
  return {
    columns: columns.map((column) => `json_agg(r.${column})::text`).join(", "),
    source: `(${text} limit ${budget.entitiesLeft() + 1}) r`,
  };
}

/** Rows out of columns, which are null where there are no rows. */
function unpack(texts: SqlRow, budget: QueryBudget): readonly SqlRow[] {
  const columns = texts.map((text) => {
    budget.addText(text?.length ?? 0);
    return JSON.parse(text ?? "[]") as (string | null)[];
  });
  const rows = (columns[0] ?? []).map((_, index) => columns.map((column) => column[index] ?? null));
  budget.addEntities(rows.length);
  budget.checkTime();
  return rows;
}
