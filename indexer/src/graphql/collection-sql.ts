import type { FieldModel } from "../schema/model.ts";
import type { ColumnLayout, TableLayout } from "../store/layout.ts";
import { filterSql } from "./filter-sql.ts";
import type { Collection, PlannedField, Selection, TextSearch } from "./plan.ts";
import {
  bind,
  linked,
  linkSource,
  type SqlScope,
  sourceSql,
  tablesOf,
  tablesOfCollection,
  visible,
} from "./sql-scope.ts";

/** Columns that a selection needs of each type, in the order in which rows carry them. */
export type ColumnSets = ReadonlyMap<string, readonly ColumnLayout[]>;

/** What a page's statement needs to know of its collection. */
type PageCollection = Omit<Collection, "first" | "skip">;

/** What a selection needs of each type's table: the fields asked for and the references that lead on. */
export function columnSetsOf(selection: Selection, tables: readonly TableLayout[]): ColumnSets {
  return new Map(
    tables.map((table) => {
      const fields = selection.get(table.type.name) ?? [];
      const names = new Set(fields.filter(isColumn).map((planned) => planned.field.name));
      return [table.type.name, table.columns.filter((column) => names.has(column.field.name))];
    }),
  );
}

function isColumn(planned: PlannedField): planned is Exclude<PlannedField, { kind: "typename" }> {
  return planned.kind === "scalar" || (planned.kind === "entities" && planned.field.derivedFrom === null);
}

/**
 * A query for one page of a collection: rows of type name, id, the columns as text, then the two sort keys. Types of an interface
 * are united; `link` restricts each type's table, which it calls `c`.
 */
export function pageSql(
  scope: SqlScope,
  collection: PageCollection,
  columnSets: ColumnSets,
  limit: { readonly first: number; readonly skip: number } | null,
  link: (table: TableLayout) => string | null,
): string {
  const width = Math.max(0, ...[...columnSets.values()].map((columns) => columns.length));
  const candidates = tablesOfCollection(scope, collection).map((table) => {
    const columns = columnSets.get(table.type.name) ?? [];
    return candidateSql(scope, table, columns, width, collection, link(table));
  });
  const page = limit === null ? "" : ` limit ${limit.first} offset ${limit.skip}`;
  return `select * from (${candidates.join(" union all ")}) u order by ${orderKeys("u", collection)}${page}`;
}

/** Sort keys of `pageSql`'s rows, for an outer query to repeat. */
export function orderKeys(alias: string, { order, search }: Pick<Collection, "order" | "search">): string {
  const direction = order?.descending === true ? "desc" : "asc";
  const isById = order === null && search === null;
  return `${isById ? "" : `${alias}.k ${direction}, `}${alias}.o ${direction}`;
}

/** Names of the columns that `pageSql` selects, but for the sort keys. */
export function rowColumns(alias: string, columnSets: ColumnSets): string {
  const width = Math.max(0, ...[...columnSets.values()].map((columns) => columns.length));
  const cells = Array.from({ length: width }, (_, index) => `${alias}.c${index}`);
  return [`${alias}.t`, `${alias}.i`, ...cells].join(", ");
}

function candidateSql(
  scope: SqlScope,
  table: TableLayout,
  columns: readonly ColumnLayout[],
  width: number,
  collection: PageCollection,
  link: string | null,
): string {
  const cells = Array.from({ length: width }, (_, index) => {
    const column = columns[index];
    return `${column === undefined ? "null" : `c.${column.name}`}::text as c${index}`;
  });
  const id = `c.${table.id.name}`;
  const words = collection.search === null ? null : wordsSql(scope, table, collection.search);
  const sort = words === null ? sortKey(scope, table, collection) : { expression: words.rank, join: "" };
  const select = [`'${table.type.name}'::text as t`, `${id}::text as i`, ...cells, `${id} as o`];
  if (sort !== null) select.push(`${sort.expression} as k`);
  const conditions = [visible(scope, table, "c"), filterSql(scope, collection.filter, table, "c")];
  if (link !== null) conditions.push(link);
  if (words !== null) conditions.push(words.matches);
  return `select ${select.join(", ")} from ${sourceSql(scope, collection, table)} c${sort?.join ?? ""} where ${conditions.join(" and ")}`;
}

/** Whether a row matches a search, and how well. */
function wordsSql(
  scope: SqlScope,
  table: TableLayout,
  { search, text }: TextSearch,
): { matches: string; rank: string } {
  const column = table.searches.find((candidate) => candidate.search === search);
  if (column === undefined) throw new TypeError(`${table.type.name} passed the schema check without ${search.name}`);
  const query = `to_tsquery('${search.configuration}'::regconfig, ${bind(scope, text)})`;
  const rank = search.algorithm === "rank" ? "ts_rank" : "ts_rank_cd";
  return { matches: `c.${column.name} @@ ${query}`, rank: `${rank}(c.${column.name}, ${query})` };
}

function sortKey(
  scope: SqlScope,
  table: TableLayout,
  { order }: Pick<Collection, "order">,
): { expression: string; join: string } | null {
  if (order === null) return null;
  if (order.sub !== null) return childSortKey(scope, table, order.field, order.sub);
  const column = table.columnByField.get(order.field.name);
  return { expression: column === undefined ? "null" : `c.${column.name}`, join: "" };
}

/** Sorting by a field of the entity behind a reference: joined in, and null where there is none. */
function childSortKey(
  scope: SqlScope,
  table: TableLayout,
  field: FieldModel,
  sub: FieldModel,
): { expression: string; join: string } {
  const source = linkSource(table, "c", field);
  const children = tablesOf(scope, field.base.name).map((child) => {
    const name = child.columnByField.get(sub.name)?.name ?? child.id.name;
    const link = linked(field, child, "s", source);
    return `select s.${name} as k, s.${child.id.name} as o from ${child.name} s where ${link} and ${visible(scope, child, "s")}`;
  });
  // A derived field may meet several entities, of which one decides.
  return {
    expression: "x.k",
    join: ` left join lateral (${children.join(" union all ")} order by o limit 1) x on true`,
  };
}
