import { BYTES_INDEX_PREFIX, TEXT_INDEX_PREFIX } from "../store/create-schema.ts";
import type { ColumnLayout, TableLayout } from "../store/layout.ts";
import { formatArrayLiteral } from "../values/array-literal.ts";
import { bytesToHex } from "../values/bytes.ts";
import { elementToSqlText } from "../values/sql-text.ts";
import type { Value } from "../values/value.ts";
import { type ElementType, elementTypeOf } from "../values/value-type.ts";
import type { Filter } from "./filter.ts";
import type { FilterOperator } from "./filter-fields.ts";
import { QueryError } from "./query-error.ts";
import { bind, changedSince, linked, linkSource, type SqlScope, tablesOf, visible } from "./sql-scope.ts";

type Comparison = Extract<Filter, { kind: "compare" }>;

const SIGNS: Partial<Record<FilterOperator, string>> = { gt: ">", lt: "<", gte: ">=", lte: "<=" };

/** Most values that each row is compared with one by one; more are looked up in a hash table. */
const MAX_COMPARED = 100;

/** SQL of a filter on rows of `table`, which the statement calls `alias`; `alias` is of letters, so nested ones can be made from it. */
export function filterSql(scope: SqlScope, filter: Filter, table: TableLayout, alias: string): string {
  switch (filter.kind) {
    case "and":
    case "or": {
      if (filter.parts.length === 0) return filter.kind === "and" ? "true" : "false";
      return `(${filter.parts.map((part) => filterSql(scope, part, table, alias)).join(` ${filter.kind} `)})`;
    }
    case "changed":
      return changedSince(table, alias, filter.since);
    case "child":
      return childSql(scope, filter, table, alias);
    case "compare": {
      const column = table.columnByField.get(filter.field.name);
      if (column === undefined)
        throw new QueryError(`\`${table.type.name}.${filter.field.name}\` is not stored, so it cannot be filtered by`);
      return compareSql(scope, filter, column, `${alias}.${column.name}`);
    }
  }
}

function childSql(
  scope: SqlScope,
  filter: Extract<Filter, { kind: "child" }>,
  table: TableLayout,
  alias: string,
): string {
  const inner = `${alias}i`;
  const source = linkSource(table, alias, filter.field);
  const exists = tablesOf(scope, filter.field.base.name).map(
    (child) =>
      `exists (select 1 from ${child.name} ${inner} where ${linked(filter.field, child, inner, source)}` +
      ` and ${visible(scope, child, inner)} and ${filterSql(scope, filter.filter, child, inner)})`,
  );
  return exists.length === 0 ? "false" : `(${exists.join(" or ")})`;
}

function compareSql(scope: SqlScope, filter: Comparison, column: ColumnLayout, name: string): string {
  const { value, operator } = filter;
  if (value === null) return `${name} is ${operator === "not" ? "not " : ""}null`;
  if (column.field.list) return compareList(scope, operator, value, column, name);
  if (operator === "in" || operator === "not_in") return compareMembers(scope, operator, value, column, name);
  const type = elementTypeOf(column.field.base);
  const sign = operator === "not" ? "<>" : SIGNS[operator];
  if (operator === "equal" || sign !== undefined) {
    const parameter = `${bind(scope, elementToSqlText(value, type))}::${column.sqlType}`;
    return sign === undefined ? equal(column, type, name, parameter) : `${name} ${sign} ${parameter}`;
  }
  return type === "String"
    ? compareText(scope, operator, elementToSqlText(value, type), name)
    : compareBytes(scope, operator, value, name);
}

/** Equality in the form that the index on the value's beginning answers. */
function equal(column: ColumnLayout, type: ElementType, name: string, parameter: string): string {
  const exact = `${name} = ${parameter}`;
  if (column.field.name === "id" || column.field.base.kind !== "scalar") return exact;
  if (type === "String") {
    return `(left(${name}, ${TEXT_INDEX_PREFIX}) = left(${parameter}, ${TEXT_INDEX_PREFIX}) and ${exact})`;
  }
  if (type === "Bytes") {
    return `(substring(${name}, 1, ${BYTES_INDEX_PREFIX}) = substring(${parameter}, 1, ${BYTES_INDEX_PREFIX}) and ${exact})`;
  }
  return exact;
}

function compareMembers(
  scope: SqlScope,
  operator: "in" | "not_in",
  value: Value,
  column: ColumnLayout,
  name: string,
): string {
  const members = Array.isArray(value) ? (value as readonly Value[]) : [value];
  // graph-node answers nothing for an empty list, with `not_in` too.
  if (members.length === 0) return "false";
  const parameter = `${listParameter(scope, members, column)}::${column.sqlType}[]`;
  if (members.length > MAX_COMPARED)
    return `${name} ${operator === "in" ? "" : "not "}in (select unnest(${parameter}))`;
  return operator === "in" ? `${name} = any(${parameter})` : `${name} <> all(${parameter})`;
}

function compareList(
  scope: SqlScope,
  operator: FilterOperator,
  value: Value,
  column: ColumnLayout,
  name: string,
): string {
  const given = Array.isArray(value) ? (value as readonly Value[]) : [value];
  const isPattern = operator.endsWith("_nocase");
  const elements = given.map((item) => (isPattern && typeof item === "string" ? finished(item) : item));
  const parameter = `${listParameter(scope, elements, column)}::${column.sqlType}`;
  switch (operator) {
    case "equal":
      return `${name} = ${parameter}`;
    case "not":
      return `${name} <> ${parameter}`;
    case "contains":
      return `${name} @> ${parameter}`;
    case "not_contains":
      return `not (${name} && ${parameter})`;
    case "contains_nocase":
      return `exists (select 1 from unnest(${name}) e where e ilike any(${parameter}))`;
    case "not_contains_nocase":
      return `(${name} is not null and not exists (select 1 from unnest(${name}) e where e ilike any(${parameter})))`;
    default:
      throw unsupported(operator, value);
  }
}

function listParameter(scope: SqlScope, elements: readonly Value[], column: ColumnLayout): string {
  const type = elementTypeOf(column.field.base);
  return bind(scope, formatArrayLiteral(elements.map((element) => elementToSqlText(element, type))));
}

function compareText(scope: SqlScope, operator: FilterOperator, value: string, name: string): string {
  const negated = operator.startsWith("not_");
  const comparison = `${negated ? "not " : ""}${operator.endsWith("_nocase") ? "ilike" : "like"}`;
  return `${name} ${comparison} ${bind(scope, pattern(operator.replace(/^not_|_nocase$/g, ""), value))}`;
}

/** As in graph-node, `%` and `_` in the value keep their meaning, and `contains` adds none where the value brings its own. */
function pattern(operator: string, value: string): string {
  const text = finished(value);
  if (operator === "starts_with") return `${text}%`;
  if (operator === "ends_with") return `%${text}`;
  return text.startsWith("%") || text.endsWith("%") ? text : `%${text}%`;
}

/** A backslash at the end would wait for what it escapes, which PostgreSQL refuses: there it means itself. */
function finished(value: string): string {
  const trailing = /\\*$/.exec(value)?.[0].length ?? 0;
  return trailing % 2 === 1 ? `${value}\\` : value;
}

function compareBytes(scope: SqlScope, operator: FilterOperator, value: Value, name: string): string {
  if (!(value instanceof Uint8Array) || operator.endsWith("_nocase")) throw unsupported(operator, value);
  const parameter = `${bind(scope, elementToSqlText(value, "Bytes"))}::bytea`;
  const negated = operator.startsWith("not_") ? "not " : "";
  switch (operator.replace(/^not_/, "")) {
    case "contains":
      return `${negated}position(${parameter} in ${name}) > 0`;
    case "starts_with":
      return `${negated}substring(${name}, 1, ${value.length}) = ${parameter}`;
    default:
      return `${negated}(length(${name}) >= ${value.length} and substring(${name}, length(${name}) - ${value.length - 1}) = ${parameter})`;
  }
}

function unsupported(operator: FilterOperator, value: Value): QueryError {
  const text = value instanceof Uint8Array ? bytesToHex(value) : String(value);
  return new QueryError(`Store error: unsupported filter \`${operator}\` for value \`${text}\``);
}
