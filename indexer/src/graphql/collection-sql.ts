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

/** Columns beside its id that a selection needs of each type, in the order in which rows carry them. */
export type ColumnSets = ReadonlyMap<string, readonly ColumnLayout[]>;

/** Every row carries its id anyway. */
const ID = "id";

/** What a page's statement needs to know of its collection. */
type PageCollection = Omit<Collection, "first" | "skip">;

/** What a selection needs of each type's table: the fields asked for and the references that lead on. */
export function columnSetsOf(selection: Selection, tables: readonly TableLayout[]): ColumnSets {
  return new Map(
    tables.map((table) => {
      const fields = selection.get(table.type.name) ?? [];
      const names = new Set(fields.filter(isColumn).map((planned) => planned.field.name));
      const isWanted = ({ field }: ColumnLayout): boolean => names.has(field.name) && field.name !== ID;
      return [table.type.name, table.columns.filter(isWanted)];
    }),
  );
}

function isColumn(planned: PlannedField): planned is Exclude<PlannedField, { kind: "typename" }> {
  return planned.kind === "scalar" || (planned.kind === "entities" && planned.field.derivedFrom === null);
}

/**
 * A query for one page of a collection: rows with the columns that `rowColumns` names, as texts, then the two sort keys. Types of an
 * interface are united; `link` restricts each type's table, which it calls `c`.
 */
export function pageSql(
  scope: SqlScope,
  collection: PageCollection,
  columnSets: ColumnSets,
  limit: { readonly first: number; readonly skip: number } | null,
  link: (table: TableLayout) => string | null,
): string {
  const candidates = tablesOfCollection(scope, collection).map((table) =>
    candidateSql(scope, table, columnSets, collection, link(table)),
  );
  const page = limit === null ? "" : ` limit ${limit.first} offset ${limit.skip}`;
  return `select * from (${candidates.join(" union all ")}) u order by ${orderKeys("u", collection)}${page}`;
}

/** Sort keys of `pageSql`'s rows, for an outer query to repeat. */
export function orderKeys(alias: string, { order, search }: Pick<Collection, "order" | "search">): string {
  const direction = order?.descending === true ? "desc" : "asc";
  const isById = order === null && search === null;
  return `${isById ? "" : `${alias}.k ${direction}, `}${alias}.o ${direction}`;
}

/** How many columns rows have room for: those of the type that needs most. */
function widthOf(columnSets: ColumnSets): number {
  return Math.max(0, ...[...columnSets.values()].map((columns) => columns.length));
}

/** Names of the columns that `pageSql` selects, but for the sort keys: the type's name if there are several, the id, then what is needed. */
export function rowColumns(columnSets: ColumnSets): readonly string[] {
  const cells = Array.from({ length: widthOf(columnSets) }, (_, index) => `c${index}`);
  return [...(columnSets.size > 1 ? ["t"] : []), "i", ...cells];
}

/** Columns of `alias`, as a select list. */
export function qualified(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column}`).join(", ");
}

function candidateSql(
  scope: SqlScope,
  table: TableLayout,
  columnSets: ColumnSets,
  collection: PageCollection,
  link: string | null,
): string {
  const cells = Array.from({ length: widthOf(columnSets) }, (_, index) => {
    const column = columnSets.get(table.type.name)?.[index];
    return `${column === undefined ? "null" : `c.${column.name}`}::text as c${index}`;
  });
  const id = `c.${table.id.name}`;
  const words = collection.search === null ? null : wordsSql(scope, table, collection.search);
  const sort = words === null ? sortKey(scope, table, collection) : { expression: words.rank, join: "" };
  const type = columnSets.size > 1 ? [`'${table.type.name}'::text as t`] : [];
  const select = [...type, `${id}::text as i`, ...cells, `${id} as o`];
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
