import { buildSchema, isEnumType, isInputObjectType, isObjectType, validateSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { parseSchema } from "../schema/parse-schema.ts";
import { buildApiSchema, printApiSchema } from "./api-schema.ts";

const SOURCE = `
enum Color { RED GREEN }
interface Shape { id: Bytes!, area: BigDecimal!, owner: Account! }
"Who owns shapes."
type Account @entity { id: Bytes!, name: String!, shapes: [Shape!]! @derivedFrom(field: "owner"), best: Square, stats: Stats }
type Square implements Shape @entity { id: Bytes!, area: BigDecimal!, owner: Account!, color: Color!, corners: [Int!]!, tags: [String!], paid: Boolean, parts: [Stats!]! }
type Stats @entity(immutable: true) { id: ID!, at: Timestamp!, day: Int8, count: BigInt!, account: Account @derivedFrom(field: "stats") }
type Slot @entity { id: Int8!, next: Slot, colors: [Color!]! }
`;

const sdl = printApiSchema(parseSchema(SOURCE));

/** The API without descriptions. */
const bare = sdl.replaceAll(/^\s*"""[\s\S]*?"""\n/gm, "");

/** Lines between a definition's braces. */
function linesOf(definition: string): string[] {
  const body = new RegExp(`^${definition}(?: implements [^{]*)? \\{\n([\\s\\S]*?)\n\\}`, "m").exec(bare)?.[1] ?? "";
  return body.split("\n");
}

/** Names of the fields of one type of the API, in order. */
function fieldsOf(type: string): string[] {
  return linesOf(`(?:type|input|interface) ${type}`).flatMap((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? []);
}

function valuesOf(enumName: string): string[] {
  return linesOf(`enum ${enumName}`).map((line) => line.trim());
}

/** Suffixes with which a field can be filtered, in order. */
function suffixes(filter: string, field: string): string[] {
  return fieldsOf(filter)
    .filter((name) => name === field || name.startsWith(`${field}_`))
    .map((name) => name.slice(field.length));
}

const TEXT =
  " _not _gt _lt _gte _lte _in _not_in _contains _contains_nocase _not_contains _not_contains_nocase _starts_with _starts_with_nocase _not_starts_with _not_starts_with_nocase _ends_with _ends_with_nocase _not_ends_with _not_ends_with_nocase".split(
    " ",
  );
const ORDERED = " _not _gt _lt _gte _lte _in _not_in".split(" ");

describe("the API that graph-node generates", () => {
  it("is a valid schema", () => {
    expect(validateSchema(buildApiSchema(parseSchema(SOURCE)))).toEqual([]);
    expect(() => buildSchema(sdl)).not.toThrow();
  });

  it("has two root fields a type, object types first, then interfaces", () => {
    expect(fieldsOf("Query")).toEqual(
      "account accounts square squares stats stats_collection slot slots shape shapes _meta _logs".split(" "),
    );
  });

  it("gives root fields their arguments", () => {
    expect(bare.replaceAll(/\s+/g, " ")).toContain(
      "type Query { account( id: ID! block: Block_height subgraphError: _SubgraphErrorPolicy_! = deny ): Account " +
        "accounts( skip: Int = 0 first: Int = 100 orderBy: Account_orderBy orderDirection: OrderDirection where: Account_filter " +
        "block: Block_height subgraphError: _SubgraphErrorPolicy_! = deny ): [Account!]!",
    );
  });

  it("gives nested collections theirs, and nothing to other fields", () => {
    const args = (type: string) =>
      `(skip: Int = 0, first: Int = 100, orderBy: ${type}_orderBy, orderDirection: OrderDirection, where: ${type}_filter)`;
    expect(sdl).toContain(`  shapes${args("Shape")}: [Shape!]!`);
    expect(sdl).toContain(`  parts${args("Stats")}: [Stats!]!`);
    expect(sdl).toContain("  corners: [Int!]!");
    expect(sdl).toContain("  best: Square\n");
  });

  it("keeps descriptions and interfaces", () => {
    expect(sdl).toContain('"""Who owns shapes."""\ntype Account {');
    expect(sdl).toContain("type Square implements Shape {");
  });

  it.each([
    ["Account_filter", "id", [...ORDERED, "_contains", "_not_contains"]],
    ["Account_filter", "name", TEXT],
    ["Account_filter", "shapes", ["_"]],
    ["Account_filter", "best", [...TEXT, "_"]],
    ["Stats_filter", "id", ORDERED],
    ["Stats_filter", "at", ORDERED],
    ["Stats_filter", "day", ORDERED],
    ["Stats_filter", "count", ORDERED],
    ["Stats_filter", "account", ["_"]],
    ["Square_filter", "area", ORDERED],
    ["Square_filter", "color", ["", "_not", "_in", "_not_in"]],
    ["Square_filter", "paid", ["", "_not", "_in", "_not_in"]],
    ["Square_filter", "corners", ["", "_not", "_contains", "_not_contains"]],
    ["Square_filter", "tags", " _not _contains _contains_nocase _not_contains _not_contains_nocase".split(" ")],
    ["Square_filter", "parts", " _not _contains _contains_nocase _not_contains _not_contains_nocase _".split(" ")],
    ["Slot_filter", "next", [...ORDERED, "_"]],
    ["Slot_filter", "colors", ["", "_not", "_contains", "_not_contains"]],
  ])("%s.%s", (filter, field, expected) => {
    expect(suffixes(filter, field)).toEqual(expected);
  });

  it("types filters: ids of references as String or Int, lists for `in`", () => {
    for (const line of [
      "id_in: [Bytes!]",
      "best: String",
      "best_: Square_filter",
      "next: Int",
      "next_in: [Int!]",
      "corners: [Int!]",
      "color_in: [Color!]",
      "shapes_: Shape_filter",
      "parts_contains: [String!]",
    ]) {
      expect(sdl).toContain(`  ${line}\n`);
    }
  });

  it("ends every filter the same way", () => {
    expect(fieldsOf("Shape_filter").slice(-3)).toEqual(["_change_block", "and", "or"]);
    expect(sdl).toContain("  and: [Shape_filter]\n  or: [Shape_filter]\n");
  });

  it("orders by every field and by those of single references", () => {
    expect(valuesOf("Account_orderBy")).toEqual(
      "id name shapes best best__id best__area best__color best__paid stats stats__id stats__at stats__day stats__count".split(
        " ",
      ),
    );
    expect(valuesOf("Square_orderBy")).toEqual(
      "id area owner owner__id owner__name color corners tags paid parts".split(" "),
    );
  });

  it("describes blocks, failures and the subgraph itself", () => {
    expect(fieldsOf("Block_height")).toEqual(["hash", "number", "number_gte"]);
    expect(fieldsOf("_Meta_")).toEqual(["block", "deployment", "hasIndexingErrors"]);
    expect(fieldsOf("_Block_")).toEqual(["hash", "number", "timestamp", "parentHash"]);
    for (const scalar of ["BigInt", "BigDecimal", "Bytes", "Int8", "Timestamp"])
      expect(sdl).toContain(`scalar ${scalar}\n`);
    expect(sdl).toContain("directive @derivedFrom(field: String!) on FIELD_DEFINITION");
  });
});

describe("the API of aggregations, searches and input types", () => {
  const model = parseSchema(`
    type Token @entity { id: Bytes!, stats: [Stats!]! @derivedFrom(field: "token") }
    enum Kind { A B }
    type Data @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, token: Token!, kind: Kind!, note: String!, price: BigDecimal! }
    "Prices by hour." type Stats @aggregation(intervals: ["hour"], source: "Data") {
      id: Int8!, sum: BigDecimal! @aggregate(fn: "sum", arg: "price"), timestamp: Timestamp!, token: Token!, kind: Kind!, note: String!
    }
    type _Schema_ @fulltext(name: "find", language: de, algorithm: rank, include: [{ entity: "Data", fields: [{ name: "note" }] }])
    input Page { size: Int!, kinds: [Kind!], next: Page }
  `);
  const text = printApiSchema(model);
  const printed = buildSchema(text);
  const names = (typeName: string): string[] => {
    const type = printed.getType(typeName);
    if (isObjectType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
  const field = (typeName: string, name: string): string => {
    const type = printed.getType(typeName);
    const found = isObjectType(type) ? type.getFields()[name] : undefined;
    const args = found?.args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(", ");
    return `(${args}): ${String(found?.type)}`;
  };

  it("has one root field for an aggregation and one for a search", () => {
    expect(names("Query")).toEqual("token tokens data datas stats_collection find _meta _logs".split(" "));
    expect(field("Query", "stats_collection")).toBe(
      "(skip: Int, first: Int, interval: Aggregation_interval!, orderBy: Stats_orderBy, orderDirection: OrderDirection, " +
        "current: Aggregation_current, where: Stats_filter, block: Block_height, subgraphError: _SubgraphErrorPolicy_!): [Stats!]!",
    );
    expect(field("Query", "find")).toBe(
      "(text: String!, first: Int, skip: Int, block: Block_height, where: Data_filter, subgraphError: _SubgraphErrorPolicy_!): [Data!]!",
    );
    expect(field("Token", "stats")).toBe(
      "(skip: Int, first: Int, interval: Aggregation_interval!, orderBy: Stats_orderBy, orderDirection: OrderDirection, " +
        "current: Aggregation_current, where: Stats_filter): [Stats!]!",
    );
  });

  it("describes buckets, which are filtered by dimensions and ordered by everything", () => {
    expect(text).toContain('"""Prices by hour."""\ntype Stats {');
    expect(names("Stats")).toEqual("id sum timestamp token kind note".split(" "));
    expect(names("Stats_orderBy")).toEqual("id timestamp token token__id kind note sum".split(" "));
    const numbers = (name: string) => ["", "_gt", "_lt", "_gte", "_lte", "_in"].map((suffix) => `${name}${suffix}`);
    expect(names("Stats_filter")).toEqual([
      ...numbers("id"),
      ...numbers("timestamp"),
      "token",
      "token_",
      ...["kind", "kind_not", "kind_in", "kind_not_in"],
      "note",
      ...["_change_block", "and", "or"],
    ]);
  });

  it("passes input types on", () => {
    expect(text).toContain("input Page {\n  size: Int!\n  kinds: [Kind!]\n  next: Page\n}");
  });
});
