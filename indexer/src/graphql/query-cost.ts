import type { Collection, PlannedField, RootField, Selection } from "./plan.ts";
import { tooManyStatements } from "./query-budget.ts";
import { QueryError } from "./query-error.ts";

/**
 * How many entities a query may return by its page sizes: the sum over all lists of `first` × (1 + what each entity asks for), so
 * three lists of 100 inside one another make 1,010,100. Counted before anything is loaded.
 */
export function queryCost(fields: readonly RootField[]): number {
  const known = new Map<Selection, number>();
  return fields.reduce(
    (sum, field) => sum + (field.kind === "meta" ? 0 : listCost(field.kind === "collection", field, known)),
    0,
  );
}

/** Refuses a query whose cost is above the limit; throws `QueryError`. */
export function checkCost(fields: readonly RootField[], limit: number): void {
  const cost = queryCost(fields);
  if (cost <= limit) return;
  throw new QueryError(
    `query potentially returns \`${cost}\` entities or more and thereby exceeds the limit of \`${limit}\` entities. ` +
      "Possible solutions are reducing the depth of the query, querying fewer relationships or using `first` to return smaller collections",
  );
}

/** Refuses more root fields than statements are allowed, before any of them is answered; throws `QueryError`. */
export function checkRootStatements(fields: readonly RootField[], limit: number): void {
  const count = fields.filter((field) => field.kind !== "meta" || field.block.kind === "hash").length;
  if (count > limit) throw tooManyStatements(limit);
}

/** An entity has one type, so the costliest type of an interface counts. `known` holds selections that are reached by several ways. */
function selectionCost(selection: Selection, known: Map<Selection, number>): number {
  const before = known.get(selection);
  if (before !== undefined) return before;
  const costs = [...selection.values()].map((fields) =>
    fields.reduce((sum, field) => sum + fieldCost(field, known), 0),
  );
  const cost = Math.max(0, ...costs);
  known.set(selection, cost);
  return cost;
}

function fieldCost(field: PlannedField, known: Map<Selection, number>): number {
  return field.kind === "entities" ? listCost(field.field.list, field, known) : 0;
}

/** Single entities cost nothing themselves, as in graph-node: there are no more of them than of what refers to them. */
function listCost(
  isList: boolean,
  { collection, selection }: { readonly collection: Collection; readonly selection: Selection },
  known: Map<Selection, number>,
): number {
  const inner = selectionCost(selection, known);
  return isList ? collection.first * (1 + inner) : inner;
}
