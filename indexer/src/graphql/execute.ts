import type { GraphQLSchema } from "graphql";
import type { SchemaModel } from "../schema/model.ts";
import { readFatalError, readHead } from "../store/bookkeeping.ts";
import type { SqlSession } from "../store/driver.ts";
import type { QueryableStore } from "../store/open-store.ts";
import type { FatalError } from "../store/store.ts";
import { SqlError } from "../store/store-error.ts";
import type { JsonValue } from "../values/json.ts";
import { answerMeta, isBehindError } from "./answer-meta.ts";
import { buildApiSchema } from "./api-schema.ts";
import { buildAnswer } from "./build-answer.ts";
import { introspect } from "./introspect.ts";
import { type LoadContext, loadCollection } from "./load-entities.ts";
import { loadTree } from "./load-tree.ts";
import { createWhereParser } from "./parse-where.ts";
import type { BlockConstraint, RootField } from "./plan.ts";
import { indexRootFields, planQuery, type QueryPlan, type QueryRequest } from "./plan-query.ts";
import { checkCost } from "./query-cost.ts";
import { QueryError, type QueryLocation } from "./query-error.ts";
import { type ResolvedBlock, resolveBlock } from "./resolve-block.ts";

/** An answer as it is sent: without `data` when nothing could be answered. */
export interface QueryAnswer {
  readonly data?: Readonly<Record<string, JsonValue>>;
  readonly errors?: readonly { readonly message: string; readonly locations?: readonly QueryLocation[] }[];
}

/** How much one query may ask for. */
export interface QueryLimits {
  /** Entities that page sizes allow, see `queryCost`. */
  readonly maxCost: number;
  /** Entities that are really loaded. */
  readonly maxEntities: number;
}

/** Generous enough for three full lists of 100 inside one another, and far below what would exhaust memory. */
const DEFAULT_LIMITS: QueryLimits = { maxCost: 10_000_000, maxEntities: 250_000 };

/** Answers GraphQL queries against a store, each at one block. */
export interface QueryEngine {
  readonly apiSchema: GraphQLSchema;
  /** Answers a request; mistakes in it become `errors` of the answer. Throws `SqlError` when the database itself fails. */
  execute(request: QueryRequest): Promise<QueryAnswer>;
}

interface EngineContext {
  readonly model: SchemaModel;
  readonly store: QueryableStore;
  readonly limits: QueryLimits;
}

/** Makes the query engine of a deployment. */
export function createQueryEngine(options: {
  readonly model: SchemaModel;
  readonly store: QueryableStore;
  readonly limits?: Partial<QueryLimits>;
}): QueryEngine {
  const context = { ...options, limits: { ...DEFAULT_LIMITS, ...options.limits } };
  const apiSchema = buildApiSchema(options.model);
  const api = {
    model: options.model,
    rootFields: indexRootFields(options.model),
    parseWhere: createWhereParser(options.model),
  };
  return {
    apiSchema,
    async execute(request) {
      try {
        const plan = planQuery(request, api);
        checkCost(rootFieldsOf(plan), context.limits.maxCost);
        const results = await answerData(context, rootFieldsOf(plan));
        return assemble(plan, results, (field) =>
          introspect(apiSchema, request.document, plan.operation, field.nodes, request.variables),
        );
      } catch (error) {
        return { errors: [errorEntry(error)] };
      }
    },
  };
}

interface DataResults {
  readonly answers: ReadonlyMap<string, JsonValue>;
  readonly errors: readonly unknown[];
}

function rootFieldsOf(plan: QueryPlan): readonly RootField[] {
  return plan.fields.flatMap((field) => (field.kind === "data" ? [field.root] : []));
}

async function answerData(context: EngineContext, fields: readonly RootField[]): Promise<DataResults> {
  if (fields.length === 0) return { answers: new Map(), errors: [] };
  const { store, limits } = context;
  return store.query(async (session) => {
    const head = await readHead(session, store.layout);
    if (head === null) throw notStarted(store.identity.deploymentId);
    const fatalError = await readFatalError(session, store.layout);
    const usage = { loaded: 0, limit: limits.maxEntities };
    const answers = new Map<string, JsonValue>();
    const errors: unknown[] = [];
    for (const group of groupByBlock(fields)) {
      const at = await resolveBlock(session, store.layout, store.identity.deploymentId, head, group.block);
      const result = await answerGroup(context, session, group.fields, at, fatalError, usage);
      for (const [key, answer] of result.answers) answers.set(key, answer);
      errors.push(...result.errors);
    }
    return { answers, errors };
  });
}

function notStarted(deploymentId: string): QueryError {
  return new QueryError(
    `Store error: query execution failed: Subgraph \`${deploymentId}\` has not started syncing yet. ` +
      "Wait for it to ingest a few blocks before querying it",
  );
}

/** Neighbouring fields that ask for the same block stand or fall together. */
function groupByBlock(fields: readonly RootField[]): { block: BlockConstraint; fields: RootField[] }[] {
  const groups: { block: BlockConstraint; fields: RootField[] }[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last !== undefined && JSON.stringify(last.block) === JSON.stringify(field.block)) last.fields.push(field);
    else groups.push({ block: field.block, fields: [field] });
  }
  return groups;
}

async function answerGroup(
  context: EngineContext,
  session: SqlSession,
  fields: readonly RootField[],
  at: ResolvedBlock,
  fatalError: FatalError | null,
  usage: LoadContext["usage"],
): Promise<DataResults> {
  const { model, store } = context;
  const failed = isBehindError(fatalError, at.number);
  const entityFields = fields.filter((field) => field.kind !== "meta");
  const flagged = failed && entityFields.length > 0;
  const denied = flagged && entityFields.some((field) => !field.allowErrors);
  const load: LoadContext = { session, model, layout: store.layout, block: at.isHead ? null : at.number, usage };
  const answers = new Map<string, JsonValue>();
  try {
    for (const field of fields) {
      if (field.kind === "meta") {
        // graph-node keeps what stands under the key `_meta` even when the group is refused.
        if (denied && field.key !== "_meta") continue;
        answers.set(field.key, answerMeta(field.fields, at, store.identity.deploymentId, failed));
      } else if (!denied) answers.set(field.key, await answerEntities(load, field));
    }
  } catch (error) {
    // Only the query can be at fault here: after a failed statement the whole transaction is lost.
    if (!(error instanceof QueryError)) throw error;
    return { answers: new Map(), errors: [error] };
  }
  return { answers, errors: flagged ? [new QueryError("indexing_error")] : [] };
}

async function answerEntities(load: LoadContext, field: Exclude<RootField, { kind: "meta" }>): Promise<JsonValue> {
  const entities = await loadCollection(load, field.collection, field.selection);
  await loadTree(load, entities, field.selection);
  const answers = entities.map((entity) => buildAnswer(entity, field.selection));
  return field.kind === "single" ? (answers[0] ?? null) : answers;
}

/** Puts answers in the order of the query. */
function assemble(
  plan: QueryPlan,
  results: DataResults,
  introspection: (field: Extract<QueryPlan["fields"][number], { kind: "introspection" }>) => JsonValue,
): QueryAnswer {
  const data: Record<string, JsonValue> = {};
  for (const field of plan.fields) {
    if (field.kind === "typename") data[field.key] = "Query";
    else if (field.kind === "introspection") data[field.key] = introspection(field);
    else {
      const answer = results.answers.get(field.root.key);
      if (answer !== undefined) data[field.root.key] = answer;
    }
  }
  const errors = results.errors.map(errorEntry);
  const isEmpty = errors.length > 0 && Object.keys(data).length === 0;
  return { ...(isEmpty ? {} : { data }), ...(errors.length > 0 ? { errors } : {}) };
}

function errorEntry(error: unknown): { message: string; locations?: readonly QueryLocation[] } {
  if (error instanceof QueryError) {
    return { message: error.message, ...(error.location === null ? {} : { locations: [error.location] }) };
  }
  if (error instanceof SqlError) return { message: sqlMessage(error) };
  throw error;
}

function sqlMessage(error: SqlError): string {
  const reason = error.cause instanceof Error ? error.cause.message : "";
  if (!reason.startsWith("syntax error in tsquery")) return `Store error: ${error.message}`;
  return `Invalid fulltext search query syntax. Error: ${reason}. Hint: Search terms with spaces need to be enclosed in single quotes`;
}
