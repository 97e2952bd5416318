import type { IdType, SchemaModel } from "../schema/model.ts";
import type { Value } from "../values/value.ts";
import { coerceScalar } from "./coerce-input.ts";
import type { Filter } from "./filter.ts";
import { type FilterField, type FilterOperator, filterFieldsOf } from "./filter-fields.ts";
import { debugInput, type InputValue } from "./input-value.ts";
import { QueryError, tooDeep } from "./query-error.ts";

type FilterKeys = ReadonlyMap<string, FilterField>;
type CompareField = Extract<FilterField, { kind: "compare" }>;

/** Signs in which graph-node names operators in errors. */
const SIGNS: Partial<Record<FilterOperator, string>> = { gt: ">", lt: "<", gte: ">=", lte: "<=" };

const ACCEPT_NULL: readonly FilterOperator[] = ["equal", "not"];

/** Reads `where` arguments, keeping the keys of each type at hand. */
export function createWhereParser(
  model: SchemaModel,
  maxDepth: number,
): (where: InputValue, typeName: string) => Filter {
  const keysByType = new Map<string, FilterKeys>();
  const keysOf = (typeName: string): FilterKeys => {
    const known = keysByType.get(typeName);
    if (known !== undefined) return known;
    const keys = new Map(filterFieldsOf(model, typeName).map((field) => [field.key, field]));
    keysByType.set(typeName, keys);
    return keys;
  };
  const parser: WhereParser = { model, keysOf, maxDepth, sizes: new WeakMap() };
  return (where, typeName) => {
    try {
      return parseObject(parser, where, typeName, { nested: false, depth: 0 });
    } catch (error) {
      if (error instanceof InvalidWhere) {
        throw new QueryError(`Invalid value provided for argument \`where\`: ${debugInput(where)}`);
      }
      throw error;
    }
  };
}

interface WhereParser {
  readonly model: SchemaModel;
  readonly keysOf: (typeName: string) => FilterKeys;
  /** Deepest nesting of `and` and `or`. */
  readonly maxDepth: number;
  /** Conditions in the SQL of filters. */
  readonly sizes: WeakMap<Filter, number>;
}

/** Most conditions of one filter: PostgreSQL takes seconds to plan many more, and inside this process nothing else runs meanwhile. */
const MAX_CONDITIONS = 2_500;

/** As how many conditions one on children counts: each joins a table, and the time to find an order of joins grows out of hand. */
const CHILD_SIZE = 50;
/** Most values of a condition on a list, each of which every row's list is compared with. */
const MAX_LIST_VALUES = 1000;

/** Where in a filter an object stands. */
interface Place {
  /** Whether inside the filter of a child. */
  readonly nested: boolean;
  readonly depth: number;
}

/** Thrown where the shape of the argument is wrong; the whole argument is then named in the error. */
class InvalidWhere extends Error {}

function parseObject(parser: WhereParser, input: InputValue, typeName: string, place: Place): Filter {
  if (place.depth > parser.maxDepth) {
    throw tooDeep(parser.maxDepth);
  }
  if (input.kind === "null") return { kind: "and", parts: [] };
  if (input.kind !== "object") throw new InvalidWhere();
  const keys = [...input.fields.keys()];
  for (const key of keys) {
    if (key !== "and" && key !== "or" && key !== "_change_block" && !parser.keysOf(typeName).has(key))
      throw new InvalidWhere();
  }
  if (keys.includes("or") || keys.includes("and")) return parseLists(parser, input.fields, typeName, place);
  const parts = [...input.fields].map(([key, value]) => parseEntry(parser, key, value, typeName, place));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : sized(parser, { kind: "and", parts });
}

/**
 * `and` and `or` stand alone, or together: then, as in graph-node, each applies to the conditions of both lists.
 */
function parseLists(
  parser: WhereParser,
  fields: ReadonlyMap<string, InputValue>,
  typeName: string,
  place: Place,
): Filter {
  const others = [...fields.keys()].filter((key) => key !== "and" && key !== "or");
  if (others.length > 0) throw siblingError(fields.has("or"), others);
  const parts = [...fields.values()].flatMap((list) => {
    if (list.kind === "null") return [];
    const items = list.kind === "list" ? list.items : [list];
    return items.map((item) => parseObject(parser, item, typeName, { ...place, depth: place.depth + 1 }));
  });
  const filters = [...fields.keys()].map((key) => sized(parser, { kind: key === "or" ? "or" : "and", parts }));
  return filters.length === 1 && filters[0] !== undefined ? filters[0] : sized(parser, { kind: "and", parts: filters });
}

/** Counts a filter's conditions, which two lists side by side double on every level; throws `QueryError` when there are too many. */
function sized(parser: WhereParser, filter: Extract<Filter, { kind: "and" | "or" }>): Filter {
  const size = filter.parts.reduce((sum, part) => sum + (parser.sizes.get(part) ?? 1), 0);
  if (size > MAX_CONDITIONS) {
    throw new QueryError(
      `filter has more than ${MAX_CONDITIONS} conditions, where one on children counts as ${CHILD_SIZE}: put values in lists, as \`_in\` takes`,
    );
  }
  parser.sizes.set(filter, Math.max(1, size));
  return filter;
}

function siblingError(besideOr: boolean, others: readonly string[]): QueryError {
  const columns = others.filter((key) => key !== "_change_block").sort();
  if (!besideOr || columns.length === 0) return new QueryError("Filter must by an object");
  const names = columns.map((key) => `'${key}'`).join(", ");
  const example = columns[0] ?? "";
  return new QueryError(
    `Cannot mix column filters with 'or' operator at the same level. Found column filter(s) ${names} alongside 'or' operator.\n\n` +
      `Instead of:\nwhere: { '${example}', or: [...] }\n\nUse:\nwhere: { or: [{ '${example}', ... }, { '${example}', ... }] }`,
  );
}

function parseEntry(parser: WhereParser, key: string, input: InputValue, typeName: string, place: Place): Filter {
  if (key === "_change_block") return parseChanged(input);
  const field = parser.keysOf(typeName).get(key);
  if (field === undefined) throw new InvalidWhere();
  if (field.kind === "compare") return parseComparison(parser, field, input);
  if (place.nested) {
    throw new QueryError(`Child filter nesting not supported by value \`${key}\`: \`${debugInput(input)}\``);
  }
  if (parser.model.aggregations.has(field.target)) {
    throw new QueryError(
      `Child filter not supported by value \`${key}\`: \`${field.target}\` is an aggregation, of which filters see no interval`,
    );
  }
  const filter = parseObject(parser, input, field.target, { nested: true, depth: place.depth + 1 });
  const child: Filter = { kind: "child", field: field.field, filter };
  parser.sizes.set(child, CHILD_SIZE + (parser.sizes.get(filter) ?? 1));
  return child;
}

function parseChanged(input: InputValue): Filter {
  if (input.kind === "null") return { kind: "and", parts: [] };
  const since = input.kind === "object" ? input.fields.get("number_gte") : undefined;
  const value = since === undefined ? undefined : coerceScalar(since, "Int");
  if (typeof value !== "number") throw new InvalidWhere();
  return { kind: "changed", since: value };
}

function parseComparison(parser: WhereParser, key: CompareField, input: InputValue): Filter {
  const { field, operator } = key;
  if (input.kind === "null" && !ACCEPT_NULL.includes(operator)) {
    throw new QueryError(`Store error: unsupported filter \`${SIGNS[operator] ?? operator}\` for value \`null\``);
  }
  if (input.kind === "null") return { kind: "compare", field, operator, value: null };
  if (!key.list) return { kind: "compare", field, operator, value: coerceElement(parser, key, input) };
  // GraphQL wraps a single value where a list is asked for.
  const items = input.kind === "list" ? input.items : [input];
  if (field.list && items.length > MAX_LIST_VALUES) {
    throw new QueryError(`\`${key.key}\` takes at most ${MAX_LIST_VALUES} values, not ${items.length}`);
  }
  const value = items.map((item) => {
    if (item.kind === "null") throw new InvalidWhere();
    return coerceElement(parser, key, item);
  });
  return { kind: "compare", field, operator, value };
}

function coerceElement(parser: WhereParser, key: CompareField, input: InputValue): Value {
  const { base } = key.field;
  const enumValues =
    base.kind === "enum" ? parser.model.enums.get(base.name)?.values.map((value) => value.name) : undefined;
  const value = coerceScalar(input, key.inputType, enumValues);
  if (value === undefined) throw new InvalidWhere();
  return base.kind === "reference" ? toId(value, base.idType) : value;
}

/** The API gives ids of referenced entities as String or Int; the store compares them in their own type. */
function toId(value: Value, idType: IdType): Value {
  if (idType === "Int8") return typeof value === "number" ? BigInt(value) : value;
  if (idType === "Bytes" && typeof value === "string")
    return coerceScalar({ kind: "string", text: value }, "Bytes") ?? null;
  return value;
}
