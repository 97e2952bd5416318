import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { SchemaModel } from "../schema/model.ts";
import { fromEntityKey } from "../values/entity-key.ts";
import { ValueError } from "../values/value-error.ts";
import { rootFieldNames } from "./api-names.ts";
import { coerceScalar } from "./coerce-input.ts";
import { type CollectedField, checkFragments, collectFields } from "./collect-fields.ts";
import type { Filter } from "./filter.ts";
import type { InputValue, Variables } from "./input-value.ts";
import { fieldsOf } from "./order-names.ts";
import type { Collection, RootField } from "./plan.ts";
import { planBlock } from "./plan-block.ts";
import { argumentOf, invalidArgument, planCollection } from "./plan-collection.ts";
import { planMeta } from "./plan-meta.ts";
import { type PlanContext, planSelection } from "./plan-selection.ts";
import { QueryError } from "./query-error.ts";
import { readVariables } from "./variables.ts";

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

/** What root fields are called. */
export type RootFieldIndex = ReadonlyMap<string, { readonly typeName: string; readonly single: boolean }>;

/** The root fields of every entity type and interface by name. */
export function indexRootFields(model: SchemaModel): RootFieldIndex {
  const index = new Map<string, { typeName: string; single: boolean }>();
  for (const typeName of [...model.entities.keys(), ...model.interfaces.keys()]) {
    const { singular, plural } = rootFieldNames(typeName);
    index.set(singular, { typeName, single: true });
    index.set(plural, { typeName, single: false });
  }
  return index;
}

/** Checks a request and lays out what it asks for; throws `QueryError`. */
export function planQuery(
  request: QueryRequest,
  api: { model: SchemaModel; rootFields: RootFieldIndex; parseWhere: (where: InputValue, typeName: string) => Filter },
): QueryPlan {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of request.document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const operation = selectOperation(request);
  const variables = readVariables(operation, request.variables);
  checkFragments(fragments, operation.selectionSet);
  const context: PlanContext = {
    model: api.model,
    parseWhere: api.parseWhere,
    fragments,
    variables,
    planned: new Map(),
  };
  const collected = collectFields(context, [operation.selectionSet], "Query", (condition) => condition === "Query");
  return { operation, fields: collected.map((field) => planRootField(context, api.rootFields, field)) };
}

function selectOperation({ document, operationName }: QueryRequest): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = operationName === null ? undefined : operations.find((node) => node.name?.value === operationName);
  if (named === undefined && operations.length > 1) throw new QueryError("Operation name required");
  const operation = named ?? operations[0];
  if (operation === undefined) throw new QueryError("The query contains no operation: add a query");
  if (operation.operation === "mutation") throw new QueryError("Not supported: Mutations are not supported");
  if (operation.operation === "subscription") throw new QueryError("Not supported: Subscriptions are not supported");
  return operation;
}

function planRootField(context: PlanContext, index: RootFieldIndex, collected: CollectedField): QueryField {
  const { key, node, selectionSets } = collected;
  const name = node.name.value;
  if (name === "__typename") return { kind: "typename", key };
  if (name === "__schema" || name === "__type") return { kind: "introspection", key, nodes: collected };
  if (name === "_meta") return { kind: "data", root: planMeta(context, collected) };
  const entry = index.get(name);
  if (entry === undefined) throw new QueryError(`Type \`Query\` has no field \`${name}\``, node);
  return { kind: "data", root: planEntities(context, node, key, entry, selectionSets) };
}

function planEntities(
  context: PlanContext,
  node: FieldNode,
  key: string,
  entry: { typeName: string; single: boolean },
  selectionSets: readonly SelectionSetNode[],
): RootField {
  return {
    kind: entry.single ? "single" : "collection",
    key,
    block: planBlock(node, context.variables),
    allowErrors: readErrorPolicy(node, context.variables),
    collection: entry.single
      ? planSingle(context, node, entry.typeName)
      : planCollection(context, node, entry.typeName),
    selection: planSelection(context, entry.typeName, selectionSets, 1),
  };
}

function planSingle(context: PlanContext, node: FieldNode, typeName: string): Collection {
  const input = argumentOf(node, "id", context.variables);
  const key = input === undefined ? undefined : coerceScalar(input, "ID");
  if (input === undefined || key === null) throw new QueryError("No value provided for required argument: `id`", node);
  if (typeof key !== "string") throw invalidArgument("id", input, node);
  const field = fieldsOf(context.model, typeName).find((candidate) => candidate.name === "id");
  const idType = (context.model.entities.get(typeName) ?? context.model.interfaces.get(typeName))?.idType;
  if (field === undefined || idType === undefined)
    throw new TypeError(`${typeName} passed the schema check without an id`);
  try {
    const filter: Filter = { kind: "compare", field, operator: "equal", value: fromEntityKey(key, idType) };
    return { typeName, filter, order: null, first: 1, skip: 0 };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new QueryError(`Failed to decode \`${idType}\` value: \`${key}\``, node, error);
  }
}

function readErrorPolicy(node: FieldNode, variables: Variables): boolean {
  const input = argumentOf(node, "subgraphError", variables);
  if (input === undefined || input.kind === "null") return false;
  const isName = input.kind === "enum" || input.kind === "string";
  if (isName && (input.text === "allow" || input.text === "deny")) return input.text === "allow";
  throw invalidArgument("subgraphError", input, node);
}
