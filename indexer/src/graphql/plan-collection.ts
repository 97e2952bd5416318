import type { FieldNode } from "graphql";
import type { FieldModel, SchemaModel } from "../schema/model.ts";
import { coerceScalar } from "./coerce-input.ts";
import { EVERYTHING, type Filter } from "./filter.ts";
import { debugInput, type InputValue, inputFromAst, type Variables } from "./input-value.ts";
import { fieldsOf, orderNamesOf } from "./order-names.ts";
import type { Collection, Order } from "./plan.ts";
import { QueryError } from "./query-error.ts";

/** Page size when a query does not say. */
const DEFAULT_FIRST = 100;

/** Largest page, as on graph-node. */
export const MAX_FIRST = 1_000;

/** Largest offset, as on The Graph's hosted nodes: skipping far costs as much as reading; page by `id_gt` instead. */
export const MAX_SKIP = 5_000;

/** What reading arguments needs to know of the request. */
export interface ArgumentContext {
  readonly model: SchemaModel;
  readonly variables: Variables;
  readonly parseWhere: (where: InputValue, typeName: string) => Filter;
}

/** The value of an argument; undefined when it, or its variable, was not given. */
export function argumentOf(node: FieldNode, name: string, variables: Variables): InputValue | undefined {
  const argument = node.arguments?.find((candidate) => candidate.name.value === name);
  return argument === undefined ? undefined : inputFromAst(argument.value, variables);
}

/** An error about an argument's value, as graph-node words it. */
export function invalidArgument(name: string, value: InputValue, node: FieldNode): QueryError {
  return new QueryError(`Invalid value provided for argument \`${name}\`: ${debugInput(value)}`, node);
}

/** Reads `first`, `skip`, `orderBy`, `orderDirection` and `where` of a field that lists entities of a type. */
export function planCollection(context: ArgumentContext, node: FieldNode, typeName: string): Collection {
  const where = argumentOf(node, "where", context.variables);
  return {
    typeName,
    filter: where === undefined ? EVERYTHING : context.parseWhere(where, typeName),
    order: planOrder(context, node, typeName),
    first: readPageArgument(context, node, { name: "first", fallback: DEFAULT_FIRST, min: 1, max: MAX_FIRST }),
    skip: readPageArgument(context, node, { name: "skip", fallback: 0, min: 0, max: MAX_SKIP }),
  };
}

function readPageArgument(
  context: ArgumentContext,
  node: FieldNode,
  limits: { name: "first" | "skip"; fallback: number; min: number; max: number },
): number {
  const input = argumentOf(node, limits.name, context.variables);
  if (input === undefined || input.kind === "null") return limits.fallback;
  const value = coerceScalar(input, "Int");
  if (typeof value !== "number") throw invalidArgument(limits.name, input, node);
  if (value < limits.min || value > limits.max) {
    // graph-node names 0 as the lower bound of `first` although it refuses 0.
    throw new QueryError(`The \`${limits.name}\` argument must be between 0 and ${limits.max}, but is ${value}`, node);
  }
  return value;
}

function planOrder(context: ArgumentContext, node: FieldNode, typeName: string): Order | null {
  const input = argumentOf(node, "orderBy", context.variables);
  const direction = argumentOf(node, "orderDirection", context.variables);
  const descending = readDirection(direction, node) === "desc";
  // Without `orderBy` graph-node ignores the direction.
  if (input === undefined || input.kind === "null") return null;
  const names = orderNamesOf(context.model, typeName);
  if ((input.kind !== "enum" && input.kind !== "string") || !names.includes(input.text)) {
    throw invalidArgument("orderBy", input, node);
  }
  const { field, sub } = splitOrderName(context.model, typeName, input.text);
  const sortField = sub ?? field;
  if (sortField.list || sortField.base.kind !== "scalar") {
    throw new QueryError(`Ordering by \`${input.text}\` is not supported for type \`${typeName}\``, node);
  }
  return { field, sub, descending };
}

function readDirection(input: InputValue | undefined, node: FieldNode): "asc" | "desc" {
  if (input === undefined || input.kind === "null") return "asc";
  const isName = input.kind === "enum" || input.kind === "string";
  if (isName && (input.text === "asc" || input.text === "desc")) return input.text;
  throw invalidArgument("orderDirection", input, node);
}

function splitOrderName(
  model: SchemaModel,
  typeName: string,
  name: string,
): { field: FieldModel; sub: FieldModel | null } {
  const fields = fieldsOf(model, typeName);
  const direct = fields.find((field) => field.name === name);
  if (direct !== undefined) return { field: direct, sub: null };
  for (const field of fields) {
    if (field.base.kind !== "reference" || !name.startsWith(`${field.name}__`)) continue;
    const sub = fieldsOf(model, field.base.name).find((candidate) => `${field.name}__${candidate.name}` === name);
    if (sub !== undefined) return { field, sub };
  }
  throw new TypeError(`${typeName}_orderBy offers ${name}, which names no field`);
}
