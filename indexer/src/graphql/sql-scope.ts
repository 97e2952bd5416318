import type { FieldModel, SchemaModel } from "../schema/model.ts";
import { currentBucketSql } from "../store/aggregation/current-bucket-sql.ts";
import { beganSince } from "../store/began-since.ts";
import { CLOCK } from "../store/clock.ts";
import type { AggregationLayout, Layout, TableLayout } from "../store/layout.ts";
import type { Collection } from "./plan.ts";
import { QueryError } from "./query-error.ts";

/** What the parts of one statement share. */
export interface SqlScope {
  readonly model: SchemaModel;
  readonly layout: Layout;
  /** Block whose state is read; null for the latest, which indexes answer best. */
  readonly block: number | null;
  /** Text parameters so far. */
  readonly parameters: string[];
  /** When the statement has to end itself, as ISO 8601, where nothing else can end it; else null. */
  readonly deadline: string | null;
}

/** Most parameters that PostgreSQL's protocol can count. */
const MAX_PARAMETERS = 65_535;

/** Adds a text parameter; the result stands for it in the statement. Throws `QueryError` when there are too many. */
export function bind(scope: SqlScope, text: string): string {
  if (scope.parameters.length === MAX_PARAMETERS) {
    throw new QueryError(`query compares with more than ${MAX_PARAMETERS} values: put them in lists, as \`_in\` takes`);
  }
  scope.parameters.push(text);
  return `$${scope.parameters.length}::text`;
}

/** The tables that entities of a type, or of an interface's types, live in. */
export function tablesOf(scope: Pick<SqlScope, "model" | "layout">, typeName: string): readonly TableLayout[] {
  const names = scope.model.interfaces.get(typeName)?.implementations ?? [typeName];
  return names.map((name) => scope.layout.tables.get(name)).filter((table) => table !== undefined);
}

/** The tables that a collection's rows live in. */
export function tablesOfCollection(
  scope: Pick<SqlScope, "model" | "layout">,
  collection: Pick<Collection, "typeName" | "buckets">,
): readonly TableLayout[] {
  if (collection.buckets === null) return tablesOf(scope, collection.typeName);
  const found = findBuckets(scope, collection);
  return found === undefined ? [] : [found.table];
}

/** What a collection's rows are selected from: a table, or an aggregation's buckets together with the one that runs. */
export function sourceSql(
  scope: SqlScope,
  collection: Pick<Collection, "typeName" | "buckets">,
  table: TableLayout,
): string {
  const buckets = collection.buckets?.current === true ? findBuckets(scope, collection) : undefined;
  if (buckets === undefined) return table.name;
  const names = ['"block$"', ...table.columns.map((column) => column.name)].join(", ");
  // What runs has no row of its own yet.
  const columns = `0::int8 as vid, ${names}`;
  const current = currentBucketSql(buckets, {
    source: visible(scope, buckets.source, "d"),
    buckets: visible(scope, table, "t"),
  });
  return `(select ${columns} from ${table.name} union all select ${columns} from (${current}) r)`;
}

function findBuckets(
  scope: Pick<SqlScope, "layout">,
  { typeName, buckets }: Pick<Collection, "typeName" | "buckets">,
): AggregationLayout | undefined {
  return scope.layout.aggregations.find(
    ({ aggregation, interval }) => aggregation.name === typeName && interval === buckets?.interval,
  );
}

/** Condition that a version is the one valid at the scope's block, asked of every row that a statement reads: fails once time is over. */
export function visible(scope: SqlScope, table: TableLayout, alias: string): string {
  const valid = validAt(scope, table, alias);
  if (scope.deadline === null) return valid;
  // The parameter comes as the type that it is cast to. Of `<>`, planners believe that it holds for almost every row, as it does.
  scope.parameters.push(scope.deadline);
  return `${valid} and 1 / (${CLOCK}(${alias}.vid) < $${scope.parameters.length}::timestamptz)::int <> 0`;
}

function validAt(scope: SqlScope, table: TableLayout, alias: string): string {
  if (table.type.immutable) return scope.block === null ? "true" : `${alias}."block$" <= ${scope.block}`;
  return scope.block === null ? `upper_inf(${alias}.block_range)` : `${alias}.block_range @> ${scope.block}`;
}

/** Condition that a version began at a block or later. */
export function changedSince(table: TableLayout, alias: string, block: number): string {
  return beganSince(table, String(block), alias);
}

/** SQL expressions for the entity that a link starts from. */
export interface LinkSource {
  readonly id: string;
  /** The ids that its own reference field holds; not used for derived fields. */
  readonly reference: string;
}

/** Condition that a version of `child` is what `field` of the source leads to. */
export function linked(field: FieldModel, child: TableLayout, alias: string, source: LinkSource): string {
  const childId = `${alias}.${child.id.name}`;
  if (field.derivedFrom === null) {
    return field.list ? `${childId} = any(${source.reference})` : `${childId} = ${source.reference}`;
  }
  const back = child.columnByField.get(field.derivedFrom);
  if (back === undefined)
    throw new TypeError(`${child.type.name}.${field.derivedFrom} passed the schema check without a column`);
  return back.field.list ? `${alias}.${back.name} @> array[${source.id}]` : `${alias}.${back.name} = ${source.id}`;
}

/** The source of a link that starts from a row of `table`. */
export function linkSource(table: TableLayout, alias: string, field: FieldModel): LinkSource {
  const own = table.columnByField.get(field.name);
  return { id: `${alias}.${table.id.name}`, reference: own === undefined ? "null" : `${alias}.${own.name}` };
}
