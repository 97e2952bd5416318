import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { type QueryState, readState, stateSql } from "../store/query-state.ts";
import type { StoredBlock } from "../store/store.ts";
import type { JsonValue } from "../values/json.ts";
import { answerMeta, isBehindError } from "./answer-meta.ts";
import { createBreather } from "./breather.ts";
import { createAnswerBuilder } from "./build-answer.ts";
import type { KnownState } from "./known-state.ts";
import { type LoadContext, loadCollection } from "./load-entities.ts";
import { loadTree } from "./load-tree.ts";
import type { BlockConstraint, RootField, Selection } from "./plan.ts";
import type { QueryBudget } from "./query-budget.ts";
import { QueryError } from "./query-error.ts";
import { type ResolvedBlock, resolveBlock } from "./resolve-block.ts";
import { createRowSource, createSingleRowSource, type RowSource } from "./row-source.ts";
import { openSnapshot, type Snapshot } from "./snapshot.ts";

/** What answering a query needs besides its plan. */
export interface AnswerContext {
  readonly model: SchemaModel;
  readonly store: QueryableStore;
  readonly budget: QueryBudget;
  readonly known: KnownState;
  /** Whether the same query was asked before. */
  readonly again: boolean;
  /** Told the last block of the state that answers. */
  readonly onHead?: ((head: StoredBlock) => void) | undefined;
}

/** Answers by response key, and what went wrong. */
export interface DataResults {
  readonly answers: ReadonlyMap<string, JsonValue>;
  readonly errors: readonly unknown[];
}

type EntitiesField = Exclude<RootField, { kind: "meta" }>;

/** Answers root fields about entities and about the subgraph itself, all on one state of the store. */
export async function answerData(context: AnswerContext, fields: readonly RootField[]): Promise<DataResults> {
  const field = singleStatement(fields);
  return field === null ? answerGroups(context, fields) : answerAtOnce(context, field);
}

/** Whether the latest state is touched by a deterministic failure. */
export async function isFailed({ store }: AnswerContext): Promise<boolean> {
  const rows = await store.queryOnce(true)("reading the state", `select ${stateSql(store.layout)}`);
  const { head, error } = readState(rows[0]?.[0]);
  return head !== null && isBehindError(error, head.number);
}

/** The field of a query that one statement answers: the latest state of entities, with nothing below them. */
function singleStatement(fields: readonly RootField[]): EntitiesField | null {
  const [field, another] = fields;
  if (field === undefined || another !== undefined || field.kind === "meta") return null;
  return field.block.kind === "latest" && isFlat(field.selection) ? field : null;
}

function isFlat(selection: Selection): boolean {
  return [...selection.values()].every((fields) => fields.every((field) => field.kind !== "entities"));
}

async function answerAtOnce(context: AnswerContext, field: EntitiesField): Promise<DataResults> {
  const { store, budget, known, again } = context;
  let isBehind = false;
  const fetch = createSingleRowSource(store.queryOnce(again), store.layout, budget, known, (state) => {
    const head = requireHead(state, context);
    isBehind = isBehindError(state.error, head.number);
  });
  const load = loadContext(context, fetch);
  // One entity by its id is found in no time.
  const answer = await answerEntities(
    field.kind === "single" ? { ...load, deadline: null } : load,
    field,
    context.budget,
  );
  // An interface that no type implements needs no statement, and has no errors.
  if (!isBehind) return { answers: new Map([[field.key, answer]]), errors: [] };
  const answers = new Map<string, JsonValue>(field.allowErrors ? [[field.key, answer]] : []);
  return { answers, errors: [new QueryError("indexing_error")] };
}

async function answerGroups(context: AnswerContext, fields: readonly RootField[]): Promise<DataResults> {
  const { budget, store } = context;
  const snapshot = await openSnapshot(store);
  try {
    const { state } = snapshot;
    const head = requireHead(state, context);
    const answers = new Map<string, JsonValue>();
    const errors: unknown[] = [];
    for (const group of groupByBlock(fields)) {
      await snapshot.rest();
      budget.checkTime();
      if (group.block.kind === "hash") budget.addStatement();
      const at = await resolveBlock(snapshot.session(), store, { head, earliest: state.earliest }, group.block);
      const result = await answerGroup(context, snapshot, group.fields, at, isBehindError(state.error, at.number));
      for (const [key, answer] of result.answers) answers.set(key, answer);
      errors.push(...result.errors);
    }
    return { answers, errors };
  } finally {
    await snapshot.end();
  }
}

function requireHead({ head }: QueryState, { onHead, store }: AnswerContext): StoredBlock {
  if (head !== null) {
    onHead?.(head);
    return head;
  }
  throw new QueryError(
    `Store error: query execution failed: Subgraph \`${store.identity.deploymentId}\` has not started syncing yet. ` +
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
  context: AnswerContext,
  snapshot: Snapshot,
  fields: readonly RootField[],
  at: ResolvedBlock,
  isBehind: boolean,
): Promise<DataResults> {
  const entityFields = fields.filter((field) => field.kind !== "meta");
  const isFlagged = isBehind && entityFields.length > 0;
  const isDenied = isFlagged && entityFields.some((field) => !field.allowErrors);
  const load: LoadContext = {
    ...loadContext(context, createRowSource(snapshot.session, context.budget)),
    // Indexes answer best about the latest state.
    block: () => (at.isHead && !snapshot.isPast() ? null : at.number),
    rest: snapshot.rest,
  };
  const answers = new Map<string, JsonValue>();
  try {
    for (const field of fields) {
      if (field.kind === "meta") {
        // graph-node keeps what stands under the key `_meta` even when the group is refused.
        if (isDenied && field.key !== "_meta") continue;
        answers.set(field.key, answerMeta(field.fields, at, context.store.identity.deploymentId, isBehind));
      } else if (!isDenied) answers.set(field.key, await answerEntities(load, field, context.budget));
    }
  } catch (error) {
    // Only the query can be at fault here: after a failed statement the whole transaction is lost.
    if (!(error instanceof QueryError)) throw error;
    return { answers: new Map(), errors: [error] };
  }
  return { answers, errors: isFlagged ? [new QueryError("indexing_error")] : [] };
}

function loadContext({ budget, model, store }: AnswerContext, fetch: RowSource): LoadContext {
  const deadline = store.isExclusive ? budget.deadline() : null;
  return { fetch, model, layout: store.layout, block: () => null, deadline, rest: async () => undefined };
}

async function answerEntities(load: LoadContext, field: EntitiesField, budget: QueryBudget): Promise<JsonValue> {
  await load.rest();
  const entities = await loadCollection(load, field.collection, field.selection);
  await loadTree(load, entities, field.selection);
  const answers: JsonValue[] = [];
  const breathe = createBreather();
  const build = createAnswerBuilder(field.selection, budget);
  for (const entity of entities) {
    const turn = breathe();
    if (turn !== null) await turn;
    answers.push(build(entity));
  }
  return field.kind === "single" ? (answers[0] ?? null) : answers;
}
