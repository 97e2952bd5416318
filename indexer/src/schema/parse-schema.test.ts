import { describe, expect, it } from "vitest";
import { parseSchema } from "./parse-schema.ts";

const SOURCE = `
"A colour."
enum Color { "Like blood." RED GREEN }
interface Node { id: Bytes! owner: Account! }
"Who holds."
type Account @entity(immutable: false) {
  id: Bytes!
  "What they hold."
  nodes: [Node!]! @derivedFrom(field: "owner")
  colors: [Color!]
}
type Leaf implements Node @entity { id: Bytes! owner: Account! weight: BigDecimal best: Color! }
type Event @entity(immutable: true) { id: ID! leaf: Leaf! tags: [String!]! }
type Point @entity(timeseries: true) { id: Int8! timestamp: Timestamp! price: BigDecimal! }
`;

describe("a valid schema", () => {
  const model = parseSchema(SOURCE);

  it("keeps types in order with their options", () => {
    expect([...model.entities.keys()]).toEqual(["Account", "Leaf", "Event", "Point"]);
    expect(model.entities.get("Event")).toMatchObject({ immutable: true, timeseries: false, idType: "String" });
    expect(model.entities.get("Point")).toMatchObject({ immutable: true, timeseries: true, idType: "Int8" });
    expect(model.interfaces.get("Node")).toMatchObject({ idType: "Bytes", implementations: ["Leaf"] });
  });

  it("keeps descriptions", () => {
    expect(model.entities.get("Account")?.description).toBe("Who holds.");
    expect(model.entities.get("Account")?.fields[1]?.description).toBe("What they hold.");
    expect(model.enums.get("Color")).toEqual({
      name: "Color",
      description: "A colour.",
      values: [
        { name: "RED", description: "Like blood." },
        { name: "GREEN", description: null },
      ],
    });
  });

  it("resolves references to the id type of their target", () => {
    const field = (type: string, name: string) => model.entities.get(type)?.fields.find((item) => item.name === name);
    expect(field("Event", "leaf")).toEqual({
      name: "leaf",
      description: null,
      base: { kind: "reference", name: "Leaf", idType: "Bytes" },
      list: false,
      nonNull: true,
      derivedFrom: null,
    });
    expect(field("Account", "nodes")).toMatchObject({ list: true, nonNull: true, derivedFrom: "owner" });
    expect(field("Account", "colors")).toMatchObject({ base: { kind: "enum", name: "Color" }, nonNull: false });
  });
});

it("ignores what graph-node ignores", () => {
  const model = parseSchema(`
    schema { query: Q } scalar Big union U = A input P { x: Int } directive @d on OBJECT extend type A { y: Int }
    interface Base { name: String } interface Named implements Base { name: String }
    type A implements Named & Base @entity { id: ID! name: String }`);
  expect([...model.entities.keys()]).toEqual(["A"]);
  expect(model.entities.get("A")?.fields.map((field) => field.name)).toEqual(["id", "name"]);
});

describe("mistakes are named with what to do", () => {
  it.each([
    ["unknown type", "type A @entity { id: ID! b: B! }", "field `A.b` has the unknown type `B`: use one of"],
    ["no id", "type A @entity { name: String! }", "type `A` has no `id` field: add"],
    ["nullable id", "type A @entity { id: ID }", "field `A.id` must be `ID!`"],
    ["id of another type", "type A @entity { id: BigInt! }", "field `A.id` must be `ID!`"],
    ["no directive", "type A { id: ID! }", "type `A` has no `@entity` directive"],
    ["twice", "type A @entity { id: ID! } type A @entity { id: ID! }", "type `A` is defined twice"],
    ["field twice", "type A @entity { id: ID! x: Int x: Int }", "field `A.x` is defined twice"],
    ["same SQL name", "type A @entity { id: ID! aB: Int a_b: Int }", "have the same SQL name `a_b`"],
    [
      "derived from nothing",
      'type A @entity { id: ID! bs: [B!]! @derivedFrom(field: "x") } type B @entity { id: ID! }',
      "field `A.bs` is derived from `B.x`, which does not exist",
    ],
    [
      "derived from another type",
      'type A @entity { id: ID! bs: [B!]! @derivedFrom(field: "n") } type B @entity { id: ID! n: Int! }',
      "field `A.bs` is derived from `B.n`, which is not of type `A`",
    ],
    [
      "derived from a derived field",
      'type A @entity { id: ID! b: B @derivedFrom(field: "a") } type B @entity { id: ID! a: A @derivedFrom(field: "b") }',
      "which is itself derived",
    ],
    [
      "derivedFrom without field",
      "type A @entity { id: ID! bs: [A!]! @derivedFrom }",
      "`@derivedFrom` needs the argument `field`",
    ],
    ["list of lists", "type A @entity { id: ID! x: [[Int!]!]! }", "field `A.x` is a list of lists"],
    [
      "unknown interface",
      "type A implements I @entity { id: ID! }",
      "type `A` implements `I`, which is not an interface",
    ],
    [
      "lacks a field of its interface",
      "interface I { id: ID! x: Int } type A implements I @entity { id: ID! }",
      "type `A` lacks the field `x` of its interface `I`",
    ],
    [
      "differs from its interface",
      "interface I { id: ID! x: Int } type A implements I @entity { id: ID! x: String }",
      "field `A.x` differs from that of its interface `I`",
    ],
    [
      "ids differ",
      "interface I { id: ID! } type A implements I @entity { id: ID! } type B implements I @entity { id: Bytes! }",
      "type `B` has ids of type Bytes, but others that implement `I` have String",
    ],
    ["unknown option", "type A @entity(mutable: true) { id: ID! }", "`@entity` has no option `mutable`"],
    [
      "timeseries without timestamp",
      "type A @entity(timeseries: true) { id: Int8! }",
      "timeseries `A` needs the fields",
    ],
    [
      "unknown field directive",
      "type A @entity { id: ID! x: Int @search }",
      "field `A.x` uses `@search`, which is not supported",
    ],
    ["reserved name", "type _A @entity { id: ID! }", "the type name `_A` is reserved"],
    ["nothing", "enum E { A A }", "enum `E` has the value `A` twice"],
    ["only an input type", "input A { x: Int }", "defines no type"],
    ["query", "{ a }", "contains a query"],
    ["input of an entity", "type A @entity { id: ID! } input I { a: A }", "field `I.a` has the type `A`: use a scalar"],
    ["input twice", "type A @entity { id: ID! } input A { x: Int }", "type `A` is defined twice"],
    ["syntax", "type A @entity {", "schema.graphql cannot be parsed at line 1, column 17"],
  ])("%s", (_, source, message) => {
    expect(() => parseSchema(source)).toThrow(message);
  });
});
