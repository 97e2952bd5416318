import fc from "fast-check";
import { buildSchema } from "graphql";
import { expect, it } from "vitest";
import type { SchemaModel } from "../../schema/model.ts";
import { parseSchema } from "../../schema/parse-schema.ts";
import { SchemaError } from "../../schema/schema-error.ts";
import { schemaDdl } from "../../store/create-schema.ts";
import { buildLayout } from "../../store/layout.ts";
import { printApiSchema } from "../api-schema.ts";

const SEED = Number(process.env.FUZZ_SEED ?? 20_260_701);

/** Everything that schemas can have. */
const SOURCE = `
enum Color { RED GREEN }
"A node." interface Node { id: Bytes! owner: Account! }
interface Base implements Node { id: Bytes! owner: Account! }
type Account @entity { id: Bytes! nodes: [Node!]! @derivedFrom(field: "owner") colors: [Color!] stats: [Stats!]! @derivedFrom(field: "owner") }
type Leaf implements Node & Base @entity { id: Bytes! owner: Account! weight: BigDecimal best: Color! note: String! }
type Event @entity(immutable: true, skipDuplicates: true) { id: ID! leaf: Leaf! tags: [String!]! at: Timestamp n: Int8 ok: Boolean }
type Point @entity(timeseries: true) { id: Int8! timestamp: Timestamp! owner: Account! price: BigDecimal! amount: Int! }
type Stats @aggregation(intervals: ["hour", "day"], source: "Point") {
  id: Int8! timestamp: Timestamp! owner: Account!
  sum: BigDecimal! @aggregate(fn: "sum", arg: "case when price > 1 then price * amount else abs(-amount) end", cumulative: true)
  n: Int8! @aggregate(fn: "count") last: BigDecimal @aggregate(fn: "last", arg: "price")
}
type _Schema_ @fulltext(name: "search", language: en, algorithm: rank, include: [{ entity: "Leaf", fields: [{ name: "note" }] }])
input Choice { x: Int }
`;

const WORDS = [...new Set(SOURCE.match(/\w+|[^\s\w]/g))];

/** What a word is replaced by. */
const REPLACEMENTS = [
  ...WORDS,
  "",
  "null",
  "9",
  '"',
  "é",
  "\u0000",
  "Query",
  "Int",
  "Leaf_filter",
  "_x",
  "[",
  "# x\n",
  "$a",
];

/** The source with some of its words replaced, dropped or doubled. */
const mutated = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...REPLACEMENTS), fc.constantFrom("replace", "insert", "drop", "swap")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    const words: string[] = [...(SOURCE.match(/\w+|[^\w]/g) ?? [])];
    for (const [at, word, how] of changes) {
      const index = at % words.length;
      if (how === "drop") words.splice(index, 1);
      else if (how === "swap") words.push(...words.splice(index, 1));
      else words.splice(index, how === "replace" ? 1 : 0, word);
    }
    return words.join("");
  });

function tryParse(source: string): SchemaModel | SchemaError {
  try {
    return parseSchema(source);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
}

it("accepts the schema that is spoiled below", () => {
  expect(tryParse(SOURCE)).not.toBeInstanceOf(SchemaError);
});

it("refuses spoiled schemas with a SchemaError, and lays out and describes all others", () => {
  let accepted = 0;
  fc.assert(
    fc.property(mutated, (source) => {
      const model = tryParse(source);
      if (model instanceof SchemaError) return;
      accepted += 1;
      expect(schemaDdl(model, buildLayout(model, "sgd1"))).not.toContain("undefined");
      buildSchema(printApiSchema(model));
    }),
    { numRuns: 3_000, seed: SEED },
  );
  expect(accepted).toBeGreaterThan(100);
});

it("refuses any other text with a SchemaError", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (source) => {
      expect(tryParse(source)).toBeInstanceOf(SchemaError);
    }),
    { numRuns: 500, seed: SEED },
  );
  for (const open of ["{", "[", "(", "type A @a(x: [", "type A @entity { a: ["]) {
    expect(tryParse(open.repeat(50_000))).toBeInstanceOf(SchemaError);
  }
  expect(tryParse(`type A @entity { a: ${"[".repeat(50_000)}Int${"]".repeat(50_000)} }`)).toBeInstanceOf(SchemaError);
});
