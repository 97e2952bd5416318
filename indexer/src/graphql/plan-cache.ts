import type { DocumentNode } from "graphql";
import { type PlanApi, planQuery, type QueryPlan, type QueryRequest } from "./plan-query.ts";

/** Plans kept for one document: one for each set of variables that comes again. */
const MAX_PLANS = 20;

/** Longest text of variables that is looked up: reading longer ones costs as much as planning. */
const MAX_KEY = 2_000;

/** Plans requests, and remembers the plans as long as their documents live. */
export interface PlanCache {
  /** The plan of a request, and whether it was known; throws `QueryError`. */
  plan(request: QueryRequest): { readonly plan: QueryPlan; readonly again: boolean };
}

/** Makes a cache of plans; `check` refuses a new one by throwing. */
export function createPlanCache(api: PlanApi, check: (plan: QueryPlan) => void): PlanCache {
  const known = new WeakMap<DocumentNode, Map<string, QueryPlan>>();
  return {
    plan(request) {
      const key = keyOf(request);
      const plans = known.get(request.document) ?? new Map<string, QueryPlan>();
      const found = plans.get(key);
      if (found !== undefined) return { plan: found, again: true };
      const plan = planQuery(request, api);
      check(plan);
      if (key.length <= MAX_KEY && plans.size < MAX_PLANS) known.set(request.document, plans.set(key, plan));
      return { plan, again: false };
    },
  };
}

/** The order of variables matters, since texts are compared: another order is planned for itself. */
function keyOf({ operationName, variables }: QueryRequest): string {
  return JSON.stringify([operationName, variables]);
}
