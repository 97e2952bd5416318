import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { rootFieldNames } from "../schema/api-names.ts";
import type { FulltextModel } from "../schema/fulltext/model.ts";
import { compositeOf, type FieldModel, type SchemaModel } from "../schema/model.ts";
import { fromEntityKey } from "../values/entity-key.ts";
import { ValueError } from "../values/value-error.ts";
import { coerceScalar } from "./coerce-input.ts";
import { type CollectedField, checkFragments, collectFields } from "./collect-fields.ts";
import type { Filter } from "./filter.ts";
import type { InputValue, Variables } from "./input-value.ts";
import type { Collection, RootField, TextSearch } from "./plan.ts";
import { planBlock } from "./plan-block.ts";
import { argumentOf, invalidArgument, planCollection } from "./plan-collection.ts";
import { planMeta } from "./plan-meta.ts";
import { type PlanContext, planSelection } from "./plan-selection.ts";
import { createPlannedSelections } from "./planned-selections.ts";
import type { QueryLimits } from "./query-budget.ts";
import { QueryError } from "./query-error.ts";
import { readVariables } from "./variables.ts";
import { createWorkCount } from "./work-count.ts";

/** The id of any type, also of interfaces that do not mention it. */
const ID_FIELD: Omit<FieldModel, "base"> = {
  name: "id",
  description: null,
  list: false,
  nonNull: true,
  derivedFrom: null,
};

/** A field of a query's root: about data, the root's own name, or the schema, which graphql-js answers. */
export type QueryField =
  | { readonly kind: "data"; readonly root: RootField }
  | { readonly kind: "typename"; readonly key: string }
  | { readonly kind: "introspection"; readonly key: string; readonly nodes: CollectedField };

/** A request as it came in. */
export interface QueryRequest {
  readonly document: DocumentNode;
  /** Decoded JSON of the request's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** A request checked against the API. */
export interface QueryPlan {
  readonly fields: readonly QueryField[];
  readonly operation: OperationDefinitionNode;
}

/** What a root field about entities answers with. */
export interface RootEntry {
  readonly typeName: string;
  readonly kind: "single" | "collection" | "search";
  /** What a search looks through; null for other root fields. */
  readonly search: FulltextModel | null;
}

/** Root fields about entities, by name. */
export type RootFieldIndex = ReadonlyMap<string, RootEntry>;

/** The root fields of every entity type, interface, aggregation and search by name. */
export function indexRootFields(model: SchemaModel): RootFieldIndex {
  const index = new Map<string, RootEntry>();
  for (const typeName of [...model.entities.keys(), ...model.interfaces.keys()]) {
    const { singular, plural } = rootFieldNames(typeName);
    index.set(singular, { typeName, kind: "single", search: null });
    index.set(plural, { typeName, kind: "collection", search: null });
  }
  for (const typeName of model.aggregations.keys()) {
    index.set(rootFieldNames(typeName).plural, { typeName, kind: "collection", search: null });
  }
  for (const search of model.fulltext) index.set(search.name, { typeName: search.entity, kind: "search", search });
  return index;
}

/** What requests are checked against. */
export interface PlanApi {
  readonly model: SchemaModel;
  readonly apiSchema: GraphQLSchema;
  readonly rootFields: RootFieldIndex;
  readonly parseWhere: (where: InputValue, typeName: string) => Filter;
  readonly limits: QueryLimits;
}

/** Checks a request and lays out what it asks for; throws `QueryError`. */
export function planQuery(request: QueryRequest, api: PlanApi): QueryPlan {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of request.document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const operation = selectOperation(request);
  const variables = readVariables(operation, request.variables, api.apiSchema);
  checkFragments(fragments, operation.selectionSet, api.limits.maxDepth);
  const context: PlanContext = {
    model: api.model,
    parseWhere: api.parseWhere,
    limits: api.limits,
    fragments,
    variables,
    planned: createPlannedSelections(),
    work: createWorkCount(api.limits.maxFields),
  };
  const collected = collectFields(context, [operation.selectionSet], "Query", (condition) => condition === "Query");
  checkLogs(collected);
  return { operation, fields: collected.map((field) => planRootField(context, api.rootFields, field)) };
}

/** Logs are no entities: graph-node answers them from elsewhere, and refuses to do both at once. */
function checkLogs(fields: readonly CollectedField[]): void {
  const names = fields.map((field) => field.node.name.value);
  if (names.includes("_logs") && names.some((name) => !name.startsWith("_"))) {
    throw new QueryError("The _logs query cannot be combined with other entity queries in the same request");
  }
}

function selectOperation({ document, operationName }: QueryRequest): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = operationName === null ? undefined : operations.find((node) => node.name?.value === operationName);
  if (named === undefined && operations.length > 1) throw new QueryError("Operation name required");
  const operation = named ?? operations[0];
  if (operation === undefined) throw new QueryError("Operation name required");
  if (operation.operation === "mutation") throw new QueryError("Not supported: Mutations are not supported");
  if (operation.operation === "subscription") throw new QueryError("Not supported: Subscriptions are not supported");
  return operation;
}

function planRootField(context: PlanContext, index: RootFieldIndex, collected: CollectedField): QueryField {
  const { key, node, selectionSets } = collected;
  const name = node.name.value;
  if (name === "__typename") return { kind: "typename", key };
  if (name === "__schema" || name === "__type") return { kind: "introspection", key, nodes: collected };
  if (name === "_logs") throw new QueryError("Not supported: the `_logs` query is not enabled on this indexer");
  if (name === "_meta") return { kind: "data", root: planMeta(context, collected) };
  const entry = index.get(name);
  if (entry === undefined) throw new QueryError(`Type \`Query\` has no field \`${name}\``, node);
  return { kind: "data", root: planEntities(context, node, key, entry, selectionSets) };
}

function planEntities(
  context: PlanContext,
  node: FieldNode,
  key: string,
  entry: RootEntry,
  selectionSets: readonly SelectionSetNode[],
): RootField {
  return {
    kind: entry.kind === "single" ? "single" : "collection",
    key,
    block: planBlock(node, context.variables),
    allowErrors: readErrorPolicy(node, context.variables),
    collection: planRootCollection(context, node, entry),
    selection: planSelection(context, entry.typeName, selectionSets, 1),
  };
}

function planRootCollection(context: PlanContext, node: FieldNode, { typeName, kind, search }: RootEntry): Collection {
  if (kind === "single") return planSingle(context, node, typeName);
  const collection = planCollection(context, node, typeName);
  return search === null ? collection : { ...collection, order: null, search: planSearch(context, node, search) };
}

/** Longest text of a search: PostgreSQL descends into its parentheses, and inside this process thousands of them exhaust its stack. */
const MAX_SEARCH_CHARACTERS = 2000;

function planSearch(context: PlanContext, node: FieldNode, search: FulltextModel): TextSearch {
  const input = argumentOf(node, "text", context.variables);
  if (input === undefined) throw new QueryError("No value provided for required argument: `text`", node);
  const text = coerceScalar(input, "String");
  if (typeof text !== "string") throw invalidArgument("text", input, node);
  // PostgreSQL's text cannot hold U+0000.
  if (text.length > MAX_SEARCH_CHARACTERS) {
    throw new QueryError(
      `search text has ${text.length} characters, more than the limit of ${MAX_SEARCH_CHARACTERS}`,
      node,
    );
  }
  return { search, text: text.replaceAll("\0", "") };
}

function planSingle(context: PlanContext, node: FieldNode, typeName: string): Collection {
  const input = argumentOf(node, "id", context.variables);
  if (input === undefined) throw new QueryError("No value provided for required argument: `id`", node);
  const key = coerceScalar(input, "ID");
  if (typeof key !== "string") throw invalidArgument("id", input, node);
  const idType = compositeOf(context.model, typeName)?.idType ?? "String";
  const field: FieldModel = { ...ID_FIELD, base: { kind: "scalar", name: idType } };
  try {
    const filter: Filter = { kind: "compare", field, operator: "equal", value: fromEntityKey(key, idType) };
    return { typeName, filter, order: null, buckets: null, search: null, first: 1, skip: 0 };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new QueryError(`Failed to decode \`${idType}\` value: \`${key}\``, node, error);
  }
}

function readErrorPolicy(node: FieldNode, variables: Variables): boolean {
  const input = argumentOf(node, "subgraphError", variables);
  if (input === undefined) return false;
  const isName = input.kind === "enum" || input.kind === "string";
  if (isName && (input.text === "allow" || input.text === "deny")) return input.text === "allow";
  throw invalidArgument("subgraphError", input, node);
}
