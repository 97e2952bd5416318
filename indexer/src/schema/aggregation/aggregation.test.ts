import { describe, expect, it } from "vitest";
import { parseSchema } from "../parse-schema.ts";
import { parseExpression } from "./parse-expression.ts";
import { fieldsIn, formatExpression } from "./sql-expression.ts";

const DATA = `
type Token @entity { id: Bytes! stats: [Stats!]! @derivedFrom(field: "token") }
type Data @entity(timeseries: true) { id: Int8! timestamp: Timestamp! token: Token! kind: Kind price: BigDecimal! amount: Int! total: BigInt! note: String tags: [Int!] }
type Plain @entity { id: Int8! timestamp: Timestamp! price: BigDecimal! }
enum Kind { A B }
`;

function stats(fields: string, directive = '@aggregation(intervals: ["day", "hour"], source: "Data")'): string {
  return `${DATA} type Stats ${directive} { id: Int8! timestamp: Timestamp! token: Token! ${fields} }`;
}

describe("aggregations", () => {
  it("reads intervals shortest first, dimensions and aggregates", () => {
    const model = parseSchema(
      stats(
        `kind: Kind sum: BigDecimal! @aggregate(fn: "sum", arg: "price * amount", cumulative: true) n: Int8! @aggregate(fn: "count") open: String @aggregate(fn: first, arg: "note") last: Token! @aggregate(fn: "last", arg: "token")`,
      ),
    );
    const type = model.aggregations.get("Stats");
    expect(type).toMatchObject({ intervals: ["hour", "day"], source: "Data", idType: "Int8" });
    expect(type?.dimensions.map((field) => field.name)).toEqual(["token", "kind"]);
    expect(type?.aggregates.map(({ field, fn, cumulative }) => [field.name, fn, cumulative])).toEqual([
      ["sum", "sum", true],
      ["n", "count", false],
      ["open", "first", false],
      ["last", "last", false],
    ]);
    expect(model.entities.get("Token")?.fields[1]?.base).toEqual({ kind: "reference", name: "Stats", idType: "Int8" });
  });

  const count = 'n: Int8! @aggregate(fn: "count")';
  it.each([
    ["no interval", stats(count, '@aggregation(source: "Data")'), "needs a list of `intervals`"],
    ["empty intervals", stats(count, '@aggregation(intervals: [], source: "Data")'), "needs a list of `intervals`"],
    [
      "intervals of numbers",
      stats(count, '@aggregation(intervals: [1], source: "Data")'),
      "needs a list of `intervals`",
    ],
    [
      "unknown interval",
      stats(count, '@aggregation(intervals: ["week"], source: "Data")'),
      "the interval `week` is not supported; use hour or day",
    ],
    ["no source", stats(count, '@aggregation(intervals: ["hour"])'), "needs the argument `source`"],
    [
      "unknown source",
      stats(count, '@aggregation(intervals: ["hour"], source: "X")'),
      "has the source `X`, which is not a timeseries",
    ],
    [
      "plain source",
      stats(count, '@aggregation(intervals: ["hour"], source: "Plain")'),
      "has the source `Plain`, which is not a timeseries",
    ],
    [
      "another directive",
      stats(count, '@entity @aggregation(intervals: ["hour"], source: "Data")'),
      "may only have the directive `@aggregation`",
    ],
    [
      "unknown argument",
      stats(count, '@aggregation(intervals: ["hour"], source: "Data", x: 1)'),
      "has no argument `x`",
    ],
    ["no aggregate", stats(""), "has no `@aggregate` field"],
    [
      "no id",
      stats(count)
        .replace("type Stats", "type Stats")
        .replace("{ id: Int8! timestamp: Timestamp! token: Token! n", "{ timestamp: Timestamp! n"),
      "needs the fields `id: Int8!` and `timestamp: Timestamp!`",
    ],
    ["unknown dimension", stats(`${count} x: Int`), "field `Stats.x` has no `@aggregate`, so it is a dimension"],
    [
      "dimension of another type",
      stats(`${count} price: Int`),
      "`Stats.price` is of type Int, but `Data.price` is of type BigDecimal",
    ],
    ["derived", stats(`${count} ds: [Data!]! @derivedFrom(field: "token")`), "field `Stats.ds` is derived"],
    ["no function", stats("x: Int8! @aggregate"), "`@aggregate` needs the argument `fn`"],
    [
      "unknown function",
      stats('x: Int8! @aggregate(fn: "avg", arg: "price")'),
      "does not know the function `avg`; use one of sum, min",
    ],
    ["no arg", stats('x: BigDecimal! @aggregate(fn: "sum")'), "`sum` needs the argument `arg`"],
    ["arg of another type", stats("x: BigDecimal! @aggregate(fn: sum, arg: 1)"), "`sum` needs the argument `arg`"],
    [
      "unknown arg",
      stats('x: BigDecimal! @aggregate(fn: "sum", arg: "pric")'),
      "`arg` uses `pric`, which the source `Data` does not store",
    ],
    [
      "narrower",
      stats('x: Int! @aggregate(fn: "sum", arg: "total")'),
      "is of type Int, but `arg` uses `total` of the wider type BigInt: use BigInt",
    ],
    ["not numeric", stats('x: BigInt! @aggregate(fn: "max", arg: "note")'), "uses `Data.note` of type String"],
    ["list", stats('x: BigInt! @aggregate(fn: "max", arg: "tags")'), "uses `Data.tags` of type [Int]"],
    ["text result", stats('x: String! @aggregate(fn: "max", arg: "note")'), "`max` gives a number"],
    [
      "enum result",
      stats('x: Kind! @aggregate(fn: "last", arg: "kind")'),
      "gives a number, Bytes, String or a reference",
    ],
    ["cumulative", stats('x: Int8! @aggregate(fn: "count", cumulative: "yes")'), "`cumulative` must be true or false"],
    [
      "syntax",
      stats('x: BigDecimal! @aggregate(fn: "max", arg: "greatest(price,")'),
      '`arg: "greatest(price,"` cannot be read: a field, a number or `(` is expected where it ends',
    ],
    ["random", stats('x: BigDecimal! @aggregate(fn: "max", arg: "random()")'), "Function random is not supported"],
    [
      "aggregate elsewhere",
      "type A @entity { id: ID! x: Int @aggregate }",
      "`@aggregate`, which stands in types with `@aggregation`",
    ],
    [
      "stored reference",
      `${stats(count)} type B @entity { id: ID! s: Stats }`,
      "field `B.s` refers to the aggregation `Stats`: derive it",
    ],
    ["table", `${stats(count)} type Stats_hour @entity { id: ID! }`, "have the same SQL name `stats_hour`"],
  ])("refuses: %s", (_, source, message) => {
    expect(() => parseSchema(source)).toThrow(message);
  });
});

describe("expressions", () => {
  const sql = (source: string): string => formatExpression(parseExpression(source), (field) => `"${field}"`);

  it.each([
    ["a + b * c - 2", '(("a" + ("b" * "c")) - 2)'],
    ["-a ^ 2 / b", '(((- "a") ^ 2) / "b")'],
    ["Greatest(a, 0.5, .5e3)", 'greatest("a", 0.5, .5e3)'],
    [
      "case when a > b and not c <> d or a is not null then a else 0 end",
      '(case when ((("a" > "b") and (not ("c" <> "d"))) or ("a" is not null)) then "a" else 0 end)',
    ],
    ["case a when 1 then 2 when 3 then null end", '(case "a" when 1 then 2 when 3 then null end)'],
    ["(price0/7)::int4", '(("price0" / 7))::int4'],
    ["cast(a as NUMERIC) % 3", '(("a")::numeric % 3)'],
    ["\"case\" is distinct from 'it''s'", "(\"case\" is distinct from 'it''s')"],
  ])("%s", (source, expected) => {
    expect(sql(source)).toBe(expected);
  });

  it("tells the fields it reads", () => {
    expect(fieldsIn(parseExpression("a + abs(b) * a"))).toEqual(["a", "b"]);
  });

  it.each([
    "",
    "a b",
    "a +",
    "(a",
    "a; drop table x",
    "a -- b",
    "a /* b */",
    "f(a)",
    "now()",
    "abs(*)",
    "abs(distinct a)",
    "sum(a)",
    "a::regclass",
    "a::float8",
    "a.b",
    "(select 1)",
    "a in (1, 2)",
    "a between 1 and 2",
    "a like 'b'",
    "a || b",
    "a & b",
    "1x",
    "case end",
    "case when a then b",
    "$1",
    "a[1]",
    "E'\\\\'",
    "'a",
    '"',
    "abs()",
    "a is unknown",
    "exists(a)",
    "\0",
    "a\u00a0;b",
    "(".repeat(5_000),
    "-".repeat(5_000),
    "not ".repeat(20_000),
  ])("refuses %j", (source) => {
    expect(() => parseExpression(source)).toThrow(expect.objectContaining({ name: "SchemaError" }));
  });
});
