import type { PlannedField, RootField, Selection } from "./plan.ts";
import { QueryError } from "./query-error.ts";

/**
 * How many entities a query may return by its page sizes: the sum over all lists of `first` × (1 + what each entity asks for), so
 * three lists of 100 inside one another make 1,010,100. Counted before anything is loaded.
 */
export function queryCost(fields: readonly RootField[]): number {
  return fields.reduce(
    (sum, field) => sum + (field.kind === "meta" ? 0 : field.collection.first * (1 + selectionCost(field.selection))),
    0,
  );
}

/** Refuses a query whose cost is above the limit; throws `QueryError`. */
export function checkCost(fields: readonly RootField[], limit: number): void {
  const cost = queryCost(fields);
  if (cost <= limit) return;
  throw new QueryError(
    `query potentially returns \`${cost}\` entities or more and thereby exceeds the limit of \`${limit}\` entities. ` +
      "Possible solutions are reducing the depth of the query, querying fewer entities per relationship or using `first` to return smaller collections",
  );
}

/** An entity has one type, so the costliest type of an interface counts. */
function selectionCost(selection: Selection): number {
  return Math.max(
    0,
    ...[...selection.values()].map((fields) => fields.reduce((sum, field) => sum + fieldCost(field), 0)),
  );
}

function fieldCost(field: PlannedField): number {
  return field.kind === "entities" ? field.collection.first * (1 + selectionCost(field.selection)) : 0;
}
