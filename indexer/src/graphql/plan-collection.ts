import type { FieldNode } from "graphql";
import { INTERVAL_SECONDS } from "../schema/aggregation/model.ts";
import type { FieldModel, SchemaModel } from "../schema/model.ts";
import { coerceScalar } from "./coerce-input.ts";
import { EVERYTHING, type Filter } from "./filter.ts";
import { debugInput, type InputValue, inputFromAst, type Variables } from "./input-value.ts";
import { fieldsOf, orderNamesOf } from "./order-names.ts";
import type { BucketChoice, Collection, Order } from "./plan.ts";
import type { QueryLimits } from "./query-budget.ts";
import { QueryError } from "./query-error.ts";
import type { WorkCount } from "./work-count.ts";

/** Page size when a query does not say. */
const DEFAULT_FIRST = 100;

/** What reading arguments needs to know of the request. */
export interface ArgumentContext {
  readonly model: SchemaModel;
  readonly variables: Variables;
  readonly parseWhere: (where: InputValue, typeName: string) => Filter;
  readonly limits: QueryLimits;
  /** Counts what planning looks at. */
  readonly work: WorkCount;
}

/** The value of an argument; undefined when it was not given. */
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
  if (where !== undefined) context.work.addInput(where);
  return {
    typeName,
    filter: where === undefined ? EVERYTHING : context.parseWhere(where, typeName),
    order: planOrder(context, node, typeName),
    buckets: context.model.aggregations.has(typeName) ? planBuckets(context, node, typeName) : null,
    search: null,
    first: readPageArgument(context, node, {
      name: "first",
      fallback: DEFAULT_FIRST,
      min: 1,
      max: context.limits.maxFirst,
    }),
    skip: readPageArgument(context, node, { name: "skip", fallback: 0, min: 0, max: context.limits.maxSkip }),
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
  const descending = readName(context, node, "orderDirection", ["asc", "desc"]) === "desc";
  // Without `orderBy` graph-node ignores the direction.
  if (input === undefined || input.kind === "null") return defaultOrder(context.model, typeName);
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

/** The latest buckets come first; null stands for ids, ascending. */
function defaultOrder(model: SchemaModel, typeName: string): Order | null {
  const field = model.aggregations.get(typeName)?.fields.find((candidate) => candidate.name === "timestamp");
  return field === undefined ? null : { field, sub: null, descending: true };
}

function planBuckets(context: ArgumentContext, node: FieldNode, typeName: string): BucketChoice {
  const input = argumentOf(node, "interval", context.variables);
  if (input?.kind === "null") throw invalidArgument("interval", input, node);
  const given = readName(context, node, "interval", Object.keys(INTERVAL_SECONDS));
  if (given === undefined) throw new QueryError("No value provided for required argument: `interval`", node);
  const interval = context.model.aggregations.get(typeName)?.intervals.find((candidate) => candidate === given);
  if (interval === undefined) {
    throw new QueryError(`Aggregation \`${typeName}\` has no interval \`${given}\``, node);
  }
  return { interval, current: readName(context, node, "current", ["exclude", "include"]) === "include" };
}

/** The value of an argument of an enum type, which may be written as text; undefined when it was not given. */
function readName(
  context: ArgumentContext,
  node: FieldNode,
  name: string,
  names: readonly string[],
): string | undefined {
  const input = argumentOf(node, name, context.variables);
  if (input === undefined || input.kind === "null") return undefined;
  if ((input.kind === "enum" || input.kind === "string") && names.includes(input.text)) return input.text;
  throw invalidArgument(name, input, node);
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
