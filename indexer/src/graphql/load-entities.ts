import type { FieldModel, SchemaModel } from "../schema/model.ts";
import type { SqlRow } from "../store/driver.ts";
import type { ColumnLayout, Layout } from "../store/layout.ts";
import { formatArrayLiteral } from "../values/array-literal.ts";
import { type ColumnSets, columnSetsOf, orderKeys, pageSql, qualified, rowColumns } from "./collection-sql.ts";
import { EVERYTHING } from "./filter.ts";
import type { Collection, Selection } from "./plan.ts";
import type { RowSource } from "./row-source.ts";
import { linked, type SqlScope, tablesOf, tablesOfCollection } from "./sql-scope.ts";

/** Where entities are loaded from. */
export interface LoadContext {
  readonly fetch: RowSource;
  readonly model: SchemaModel;
  readonly layout: Layout;
  /** Block whose state the next statement reads; null for the latest. */
  readonly block: () => number | null;
  /** When statements have to end themselves; null where the database ends them. */
  readonly deadline: string | null;
  /** To be called before each statement is made: others may have their turn, after which the block may have to be named. */
  rest(): Promise<void>;
}

/** One entity on its way into an answer; ids and cells are PostgreSQL's text. */
export interface LoadedEntity {
  readonly type: string;
  readonly id: string;
  /** What is needed but the id; see `cellIndex`. */
  readonly columns: readonly ColumnLayout[];
  /** Everything that its row carried. */
  readonly cells: SqlRow;
  /** Where in `cells` the id is, which those of `columns` follow. */
  readonly idAt: number;
  /** Entities behind its fields, by response key; null before any are attached. */
  children: Map<string, readonly LoadedEntity[]> | null;
}

/** Attaches the entities behind the field with a response key. */
export function attachChildren(parent: LoadedEntity, key: string, children: readonly LoadedEntity[]): void {
  parent.children ??= new Map();
  parent.children.set(key, children);
}

/** One page of a collection. */
export async function loadCollection(
  context: LoadContext,
  collection: Collection,
  selection: Selection,
): Promise<readonly LoadedEntity[]> {
  const scope = scopeOf(context, isPlain(collection));
  const columnSets = columnSetsOf(selection, tablesOfCollection(scope, collection));
  if (columnSets.size === 0) return [];
  const page = pageSql(scope, collection, columnSets, collection, () => null);
  const columns = rowColumns(columnSets);
  const rows = await context.fetch({
    label: `querying ${collection.typeName}`,
    text: `select ${qualified("p", columns)} from (${page}) p order by ${orderKeys("p", collection)}`,
    columns,
    parameters: scope.parameters,
  });
  return toEntities(rows, columnSets, 0);
}

/** Entities of a type by their ids (PostgreSQL's text), for single references; missing ones are not in the map. */
export async function loadReferences(
  context: LoadContext,
  typeName: string,
  ids: readonly string[],
  selection: Selection,
): Promise<ReadonlyMap<string, LoadedEntity>> {
  const scope = scopeOf(context, true);
  const tables = tablesOf(scope, typeName);
  const columnSets = columnSetsOf(selection, tables);
  if (columnSets.size === 0 || ids.length === 0) return new Map();
  scope.parameters.push(formatArrayLiteral(ids));
  const page = pageSql(
    scope,
    { typeName, filter: EVERYTHING, order: null, buckets: null, search: null },
    columnSets,
    null,
    (table) => `c.${table.id.name} = any($1::text::${table.id.sqlType}[])`,
  );
  const columns = rowColumns(columnSets);
  const rows = await context.fetch({
    label: `querying ${typeName} by id`,
    text: `select ${qualified("p", columns)} from (${page}) p`,
    columns,
    parameters: scope.parameters,
  });
  return new Map(toEntities(rows, columnSets, 0).map((entity) => [entity.id, entity]));
}

/** What a field's windows start from: the parent's id and, for a list of references, the ids in it. */
export interface WindowParent {
  readonly id: string;
  /** PostgreSQL's text of the list; null for derived fields. */
  readonly references: string | null;
}

/** One page of a field's collection for each parent (of one type), all in one statement; the result is in the order of the parents. */
export async function loadWindows(
  context: LoadContext,
  field: FieldModel,
  parents: readonly WindowParent[],
  parentType: string,
  collection: Collection,
  selection: Selection,
): Promise<readonly (readonly LoadedEntity[])[]> {
  const scope = scopeOf(context);
  const columnSets = columnSetsOf(selection, tablesOfCollection(scope, collection));
  const windows: LoadedEntity[][] = parents.map(() => []);
  if (columnSets.size === 0 || parents.length === 0) return windows;
  const parentIdType = context.layout.tables.get(parentType)?.id.sqlType ?? "text";
  scope.parameters.push(formatArrayLiteral(parents.map((parent) => parent.id)));
  scope.parameters.push(formatArrayLiteral(parents.map((parent) => parent.references)));
  const page = pageSql(scope, collection, columnSets, collection, (table) => {
    return linked(field, table, "c", { id: `w.id::${parentIdType}`, reference: `w.refs::${table.id.sqlType}[]` });
  });
  const columns = rowColumns(columnSets);
  const rows = await context.fetch({
    label: `querying ${collection.typeName} behind ${field.name}`,
    text: `select w.n::text as n, ${qualified("p", columns)}
     from unnest($1::text::text[], $2::text::text[]) with ordinality as w (id, refs, n)
     cross join lateral (${page}) p order by w.n, ${orderKeys("p", collection)}`,
    columns: ["n", ...columns],
    parameters: scope.parameters,
  });
  toEntities(rows, columnSets, 1).forEach((entity, index) => {
    windows[Number(rows[index]?.[0]) - 1]?.push(entity);
  });
  return windows;
}

/** Where in the cells of entities like this one the text of a stored field is. */
export function cellIndex({ columns, idAt }: LoadedEntity, field: FieldModel): number {
  if (field.name === "id") return idAt;
  const index = columns.findIndex((column) => column.field.name === field.name);
  return index < 0 ? -1 : idAt + 1 + index;
}

/** Text of a stored field of a loaded entity. */
export function cellOf(entity: LoadedEntity, field: FieldModel): string | null {
  return entity.cells[cellIndex(entity, field)] ?? null;
}

/** What is needed to make one statement; one that finds what it wants in no time need not look at the clock. */
function scopeOf({ block, deadline, layout, model }: LoadContext, isQuick = false): SqlScope {
  return { model, layout, block: block(), parameters: [], deadline: isQuick ? null : deadline };
}

/** Whether a page is the next best of all that there are. */
function isPlain({ filter, order, search }: Collection): boolean {
  return filter === EVERYTHING && search === null && (order === null || order.sub === null);
}

/** Turns rows into entities; `offset` is where what `rowColumns` names begins. */
function toEntities(rows: readonly SqlRow[], columnSets: ColumnSets, offset: number): LoadedEntity[] {
  const [only] = columnSets.keys();
  const idAt = columnSets.size > 1 ? offset + 1 : offset;
  return rows.map((row) => {
    const type = (columnSets.size > 1 ? row[offset] : only) ?? "";
    return {
      type,
      id: row[idAt] ?? "",
      columns: columnSets.get(type) ?? [],
      cells: row,
      idAt,
      children: null,
    };
  });
}
