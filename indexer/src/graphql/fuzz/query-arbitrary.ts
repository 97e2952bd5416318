import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** Texts that have broken something somewhere: quotes, patterns, control characters, half characters, SQL. */
const TEXTS = [
  "",
  "m1",
  "s1",
  "0xf1",
  "0x",
  "0xzz",
  "%",
  "_",
  "\\",
  "\\\\%",
  "'",
  '"',
  "$1",
  "{}",
  "{NULL}",
  "NULL",
  "\u0000",
  "a\u0000b",
  "\u0001\u001f",
  "\ud800",
  "\udc00x",
  "😀",
  "'; drop table x; --",
  "bad & (",
  "bad <-> musicians",
  ":*",
  "!!",
  "9223372036854775808",
  "1e400",
  "-0",
  "__proto__",
  "x".repeat(3_000),
];

const NUMBERS = ["0", "1", "-1", "2147483648", "9223372036854775808", "1e400", "-1.5", "0.1", "1".repeat(400)];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "binary", maxLength: 8 }));

/** Some of a list, as many as there are at most. */
function some<T>(list: readonly T[], min: number, max: number): fc.Arbitrary<T[]> {
  const limit = (count: number): number => Math.min(count, list.length);
  return fc.subarray([...list], { minLength: limit(min), maxLength: limit(max) });
}

/** A value of an input type, as it is written in a query. */
function inputOf(type: GraphQLInputType, depth: number): fc.Arbitrary<string> {
  if (isNonNullType(type)) return inputOf(type.ofType, depth);
  if (isListType(type)) {
    return fc.array(inputOf(type.ofType, depth - 1), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`);
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (depth <= 0) return fc.constant("{}");
    return some(fields, 0, 2)
      .chain((chosen) =>
        fc.tuple(...chosen.map((field) => inputOf(field.type, depth - 1).map((value) => `${field.name}: ${value}`))),
      )
      .map((parts) => `{${parts.join(", ")}}`);
  }
  switch (type.name) {
    case "Boolean":
      return fc.constantFrom("true", "false");
    case "Int":
      return fc.oneof(fc.integer({ min: 0, max: 20 }).map(String), fc.constantFrom(...NUMBERS));
    case "BigInt":
    case "BigDecimal":
    case "Int8":
      return fc.oneof(fc.constantFrom(...NUMBERS), fc.bigInt().map(String), text.map(literal));
    case "Timestamp":
      return fc.oneof(
        fc.integer().map((value) => `"${value}"`),
        text.map(literal),
      );
    default:
      return text.map(literal);
  }
}

function literal(value: string): string {
  return JSON.stringify(value);
}

function fieldText(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const required = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const others = field.args.filter((argument) => !required.includes(argument));
  const args = some(others, 0, 3)
    .chain((chosen) =>
      fc.tuple(
        ...[...required, ...chosen].map((argument) =>
          inputOf(argument.type, 3).map((value) => `${argument.name}: ${value}`),
        ),
      ),
    )
    .map((list) => (list.length === 0 ? "" : `(${list.join(", ")})`));
  const alias = fc.constantFrom("", "", "", "a: ", "b: ", "__proto__: ", "_meta: ", "constructor: ");
  const selection = isCompositeType(getNamedType(field.type))
    ? selectionOf(getNamedType(field.type), depth - 1)
    : fc.constant("");
  return fc.tuple(alias, args, selection).map((parts) => `${parts[0]}${field.name}${parts[1]}${parts[2]}`);
}

function selectionOf(type: unknown, depth: number): fc.Arbitrary<string> {
  if (!isObjectType(type) && !isInterfaceType(type)) return fc.constant("");
  const fields = Object.values(type.getFields());
  const usable = depth > 0 ? fields : fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  return some(usable, 1, 3)
    .chain((chosen) => fc.tuple(...chosen.map((field) => fieldText(field, depth))))
    .map((texts) => ` { __typename ${texts.join(" ")} }`);
}

/** Queries that the schema allows, but for values. */
export function validQuery(schema: GraphQLSchema): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  const fields = Object.values(query?.getFields() ?? {});
  return some(fields, 1, 3)
    .chain((chosen) => fc.tuple(...chosen.map((field) => fieldText(field, 3))))
    .map((texts) => `{ ${texts.join(" ")} }`);
}

type Mangle = (query: string, at: number, other: string) => string;

/** Ways to spoil a query, at a place between 0 and 1. */
const MANGLES: readonly Mangle[] = [
  (query) => query,
  (query, at) => replaceWord(query, at, "nonsense"),
  (query, at) => replaceWord(query, at, "__typename"),
  (query, at) => replaceWord(query, at, "null"),
  (query, at) => replaceWord(query, at, "{}"),
  (query, at) => replaceWord(query, at, "[[1]]"),
  (query, at) => replaceWord(query, at, "$missing"),
  (query, at) => replaceWord(query, at, "9".repeat(500)),
  (query, at, other) => replaceWord(query, at, literal(other)),
  (query, at, other) => insert(query, at, other),
  (query, at) => cut(query, at),
  (query, at) => insert(query, at, ` ${query} `),
  (query, at) => insert(query, at, " @include(if: $x) @skip(if: 1) "),
  (query, at) => `${insert(query, at, " ...F ")} fragment F on Query { ...G } fragment G on Query { ...F }`,
  (query, at) => `${insert(query, at, " ...F ")} fragment F on Band { name members { name ...H } }`,
  (query) => `query($x: Int = 1, $missing: [ID!]!) ${query}`,
  (query) => `${query} ${query}`,
  (query) => `mutation ${query}`,
  (query) => `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: bands(first: 1) { id }`).join(" ")} ${query.slice(1)}`,
  (query) => `{ ${"bands { members { ".repeat(140)} id ${"} }".repeat(140)} } ${query.slice(query.length)}`,
  () => `{ bands(where: ${'{or: [{and: [{id: "x"}], or: ['.repeat(40)}{}${"]}]}".repeat(40)}) { id } }`,
  () => `{ bands(where: ${"{and: [".repeat(300)}{}${"]}".repeat(300)}) { id } }`,
  () => `{ __schema ${"{ types { fields { type ".repeat(8)} { name } ${"} } }".repeat(8)} }`,
];

function insert(query: string, at: number, part: string): string {
  const place = Math.floor(at * query.length);
  return query.slice(0, place) + part + query.slice(place);
}

function cut(query: string, at: number): string {
  const place = Math.floor(at * query.length);
  return query.slice(0, place) + query.slice(place + 3);
}

function replaceWord(query: string, at: number, word: string): string {
  const words = [...query.matchAll(/\w+|"(?:[^"\\]|\\.)*"/g)];
  const found = words[Math.floor(at * words.length)];
  return found === undefined ? query : query.slice(0, found.index) + word + query.slice(found.index + found[0].length);
}

/** Queries of every kind of wrongness: valid ones, spoiled up to three times. */
export function anyQuery(schema: GraphQLSchema): fc.Arbitrary<string> {
  const mangle = fc.tuple(fc.constantFrom(...MANGLES), fc.double({ min: 0, max: 0.999, noNaN: true }), text);
  return fc
    .tuple(validQuery(schema), fc.array(mangle, { maxLength: 3 }))
    .map(([query, mangles]) => mangles.reduce((result, [apply, at, other]) => apply(result, at, other), query));
}

/** What a request may carry as variables. */
export const anyVariables: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.constantFrom("x", "missing", "__proto__"),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 2 },
);
