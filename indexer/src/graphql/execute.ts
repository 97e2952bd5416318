import type { GraphQLSchema } from "graphql";
import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import type { StoredBlock } from "../store/store.ts";
import type { JsonValue } from "../values/json.ts";
import { type AnswerContext, answerData, type DataResults, isFailed } from "./answer-data.ts";
import { buildApiSchema } from "./api-schema.ts";
import type { CollectedField } from "./collect-fields.ts";
import { type ErrorEntry, errorEntry } from "./error-entry.ts";
import { createIntrospection } from "./introspect.ts";
import { createKnownState } from "./known-state.ts";
import { createWhereParser } from "./parse-where.ts";
import type { RootField } from "./plan.ts";
import { createPlanCache } from "./plan-cache.ts";
import { indexRootFields, type QueryPlan, type QueryRequest } from "./plan-query.ts";
import { createBudget, DEFAULT_LIMITS, type QueryLimits } from "./query-budget.ts";
import { checkCost, checkRootStatements } from "./query-cost.ts";
import { QueryError } from "./query-error.ts";

/** An answer as it is sent: without `data` when nothing could be answered. */
export interface QueryAnswer {
  readonly data?: Readonly<Record<string, JsonValue>>;
  readonly errors?: readonly ErrorEntry[];
}

/** Answers GraphQL queries against a store, each at one block. */
export interface QueryEngine {
  readonly apiSchema: GraphQLSchema;
  /**
   * Answers a request; mistakes in it, limits that it exceeds and failures of the database become `errors` of the answer. Whoever passes the
   * same document object again has it planned only once. `onHead` is told the last block of the state that answers.
   */
  execute(request: QueryRequest, onHead?: (head: StoredBlock) => void): Promise<QueryAnswer>;
}

/** Makes the query engine of a deployment. */
export function createQueryEngine(options: {
  readonly model: SchemaModel;
  readonly store: QueryableStore;
  readonly limits?: Partial<QueryLimits>;
}): QueryEngine {
  const { model, store } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const apiSchema = buildApiSchema(model);
  const introspect = createIntrospection(apiSchema);
  const known = createKnownState(store.changeCount);
  const plans = createPlanCache(
    {
      model,
      apiSchema,
      rootFields: indexRootFields(model),
      parseWhere: createWhereParser(model, limits.maxDepth),
      limits,
    },
    (plan) => {
      checkCost(rootFieldsOf(plan), limits.maxCost);
      checkRootStatements(rootFieldsOf(plan), limits.maxStatements);
    },
  );
  return {
    apiSchema,
    async execute(request, onHead) {
      try {
        const { plan, again } = plans.plan(request);
        const context = { model, store, budget: createBudget(limits), known, again, onHead };
        const fields = rootFieldsOf(plan);
        const results = fields.length > 0 ? await answerData(context, fields) : await answerNothing(context, plan);
        return assemble(plan, results, introspect(request, plan.operation, introspectionOf(plan)));
      } catch (error) {
        return { errors: [errorEntry(error)] };
      }
    },
  };
}

function rootFieldsOf(plan: QueryPlan): readonly RootField[] {
  return plan.fields.flatMap((field) => (field.kind === "data" ? [field.root] : []));
}

function introspectionOf(plan: QueryPlan): readonly CollectedField[] {
  return plan.fields.flatMap((field) => (field.kind === "introspection" ? [field.nodes] : []));
}

/** As on graph-node, asking a failed subgraph for its schema is answered, with the error. */
async function answerNothing(context: AnswerContext, plan: QueryPlan): Promise<DataResults> {
  const asksSchema = plan.fields.some((field) => field.kind === "introspection");
  return {
    answers: new Map(),
    errors: asksSchema && (await isFailed(context)) ? [new QueryError("indexing_error")] : [],
  };
}

/** Puts answers in the order of the query. */
function assemble(plan: QueryPlan, results: DataResults, introspected: ReadonlyMap<string, JsonValue>): QueryAnswer {
  // A map has no special keys: a field may be called `__proto__` by its alias.
  const data = new Map<string, JsonValue>();
  for (const field of plan.fields) {
    if (field.kind === "typename") data.set(field.key, "Query");
    else if (field.kind === "introspection") data.set(field.key, introspected.get(field.key) ?? null);
    else {
      const answer = results.answers.get(field.root.key);
      if (answer !== undefined) data.set(field.root.key, answer);
    }
  }
  const errors = results.errors.map(errorEntry);
  const isEmpty = errors.length > 0 && data.size === 0;
  return { ...(isEmpty ? {} : { data: Object.fromEntries(data) }), ...(errors.length > 0 ? { errors } : {}) };
}
