import { executeSync, type GraphQLObjectType, getIntrospectionQuery, graphqlSync, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SchemaModel } from "../schema/model.ts";
import type { SqlSession } from "../store/driver.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, setEntity } from "../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer, type QueryEngine } from "./execute.ts";
import { musicBlock, openMusicStore } from "./music.fixture.ts";
import type { QueryLimits } from "./query-budget.ts";

let opened: { model: SchemaModel; store: QueryableStore };
let engine: QueryEngine;
beforeAll(async () => {
  opened = await openMusicStore("String");
  engine = createQueryEngine(opened);
});
afterAll(() => opened.store.close());

function ask(
  query: string,
  { variables = {}, on = engine }: { variables?: Record<string, unknown>; on?: QueryEngine } = {},
): Promise<QueryAnswer> {
  return on.execute({ document: parse(query), variables, operationName: null });
}

function limitedTo(limits: Partial<QueryLimits>): QueryEngine {
  return createQueryEngine({ ...opened, limits });
}

function repeat(count: number, part: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => part(n)).join(" ");
}

function messageOf({ errors }: QueryAnswer): string | undefined {
  return errors?.[0]?.message;
}

/** The store, with a note of every statement that a query runs. */
function noting(labels: string[]): QueryableStore {
  const note =
    (query: SqlSession["query"]): SqlSession["query"] =>
    (label, text, parameters) => {
      labels.push(label);
      return query(label, text, parameters);
    };
  return {
    ...opened.store,
    query: (work) => opened.store.query((session) => work({ ...session, query: note(session.query) })),
    queryOnce: (again) => note(opened.store.queryOnce(again)),
  };
}

it.each([
  ["root fields", repeat(1_001, (n) => `a${n}: musician(id: "m1") { name }`)],
  ["blocks by their hash", repeat(1_001, (n) => `a${n}: _meta(block: {hash: "0x${n % 2}0"}) { deployment }`)],
])("asks the database nothing for too many %s", async (_, fields) => {
  const labels: string[] = [];
  const answer = await ask(`{ ${fields} }`, { on: createQueryEngine({ ...opened, store: noting(labels) }) });
  expect(answer).toEqual({
    errors: [{ message: "query needs more than 1000 look-ups of the database: split the query" }],
  });
  expect(labels).toEqual([]);
});

/** Enough look-ups for several turns of others. */
const MANY = `{ ${repeat(1_000, (n) => `a${n}: musician(id: "m1") { name }`)} }`;

describe("a query of many statements", () => {
  it("lets commits through, and answers of the block in which it began", async () => {
    const { model, store } = await openMusicStore("String");
    const order: string[] = [];
    const answer = createQueryEngine({ model, store })
      .execute({ document: parse(MANY), variables: {}, operationName: null })
      .finally(() => order.push("query"));
    const renamed = setEntity(model, "Musician", {
      id: "m1",
      name: "Renamed",
      bands: [],
      favoriteCount: 0,
      birthDate: "0",
    });
    await store.commit([changesAt(musicBlock(3), [renamed])], musicBlock(3)).finally(() => order.push("commit"));
    const names = new Set(Object.values((await answer).data ?? {}).map((musician) => JSON.stringify(musician)));
    expect([...names]).toEqual(['{"name":"John"}']);
    expect(order).toEqual(["commit", "query"]);
    await store.close();
  });

  it("ends when its block is replaced", async () => {
    const { model, store } = await openMusicStore("String");
    const answer = createQueryEngine({ model, store }).execute({
      document: parse(MANY),
      variables: {},
      operationName: null,
    });
    await store.revertTo(musicBlock(1));
    expect(await answer).toEqual({
      errors: [{ message: "block 2, of which the query read, was replaced meanwhile: ask again" }],
    });
    await store.close();
  });
});

it.each([
  ["once for each field", "{ bands { id } musician(id: 1) { id } }", 4],
  [
    "fragments as often as they are spread",
    "{ a: bands { ...F } b: bands { ...F } } fragment F on Band { id name }",
    8,
  ],
  ["for each type of an interface", '{ author(id: "u1") { name } }', 3],
  ["a selection that the types of an interface share once", '{ author(id: "u1") { reviews { id } } }', 5],
  ["the values of filters", "{ bands(where: {id_in: [1, 2, 3]}) { id } }", 7],
  ["long texts once more", `{ bands(where: {name: "${"x".repeat(200)}"}) { id } }`, 6],
  ["the fields of _meta, and names of types", "{ _meta { block { number } } __typename }", 4],
])("counts what a query mentions: %s", async (_, query, count) => {
  expect((await ask(query, { on: limitedTo({ maxFields: count }) })).errors).toBeUndefined();
  expect(messageOf(await ask(query, { on: limitedTo({ maxFields: count - 1 }) }))).toBe(
    `query mentions more than ${count - 1} fields and values, each counted as often as fragments and variables repeat it: split the query`,
  );
});

it("counts the values of a variable wherever it is used", async () => {
  const query = `query($in: [ID!]) { ${repeat(20, (n) => `a${n}: bands(where: {id_in: $in}) { id }`)} }`;
  const variables = { in: Array.from({ length: 10_000 }, (_, n) => `x${n}`) };
  expect(messageOf(await ask(query, { variables }))).toMatch(/^query mentions more than 150000 fields and values/);
});

it("plans no wide fragment in each of many places", async () => {
  const fragment = `fragment F on Band { ${repeat(6_000, (n) => `b${n}: id`)} }`;
  const answer = await ask(`{ ${repeat(6_000, (n) => `a${n}: bands { ...F }`)} } ${fragment}`);
  expect(messageOf(answer)).toMatch(/^query mentions more than 150000 fields and values/);
});

it("refuses fragments of fragments beyond the depth of queries", async () => {
  const chain = (length: number) =>
    `{ ...F1 } ${repeat(length - 1, (n) => `fragment F${n + 1} on Query { ...F${n + 2} }`)} fragment F${length} on Query { __typename }`;
  expect(await ask(chain(255))).toEqual({ data: { __typename: "Query" } });
  expect(messageOf(await ask(chain(256)))).toBe("query has a depth that exceeds the limit of `255`");
});

it("reads no number of more digits than numbers have", async () => {
  const answer = await ask("query($n: Int8) { musicians(where: {favoriteCount: $n}) { id } }", {
    variables: { n: "9".repeat(10_001) },
  });
  expect(messageOf(answer)).toMatch(/^Failed to decode `Int8` value/);
});

it("ends when the answer gets too large, however little was loaded", async () => {
  const keys = repeat(2_000, (n) => `a${n}: id`);
  const nested = `{ musicians { bands { members { ${keys} } } } }`;
  expect(messageOf(await ask(nested, { on: limitedTo({ maxCharacters: 500_000 }) }))).toMatch(
    /^the result size of 5[0-4]\d{4} is larger than the allowed limit of 500000$/,
  );
});

it("answers about the schema as graphql-js does", async () => {
  const queries = [
    getIntrospectionQuery({ directiveIsRepeatable: true, specifiedByUrl: true, schemaDescription: true, oneOf: true }),
    `query($name: String!, $all: Boolean) {
      ...Root  band: __type(name: $name) { __typename ...Type fields(includeDeprecated: $all) { name } }
      none: __type(name: "Nobody") { name }
    }
    fragment Root on Query { __schema { __typename queryType { __typename ...Type } } }
    fragment Type on __Type { kind name interfaces { name } possibleTypes { name } }`,
  ];
  const variables = { name: "Band", all: true, unused: 1 };
  for (const source of queries) {
    const expected = graphqlSync({ schema: engine.apiSchema, source, variableValues: variables });
    expect(expected.errors).toBeUndefined();
    expect(JSON.stringify(await ask(source, { variables }))).toBe(JSON.stringify(expected));
  }
});

it("asks for the fields of a type about as often as its answer can hold them", async () => {
  const band = engine.apiSchema.getType("Band") as GraphQLObjectType;
  const asked = vi.spyOn(band, "getFields");
  const fields = repeat(5_000, (n) => `a${n}: fields { args { type { inputFields { name } } } }`);
  const answer = await ask(`{ __schema { types { ${fields} } } }`);
  expect(messageOf(answer)).toMatch(
    /^query asks for more than 3\d{6} characters about the schema: ask for each part of it once$/,
  );
  expect(asked.mock.calls.length).toBeLessThan(5_000);
  asked.mockRestore();
});

it.each([
  ["the same field", `{ __schema { types { ${repeat(20_000, (n) => `a${n}: name`)} } } }`],
  ["names of types", `{ __schema { types { fields { ${repeat(20_000, (n) => `a${n}: __typename`)} } } } }`],
  ["long descriptions", `{ __schema { types { ${repeat(20_000, (n) => `a${n}: description`)} } } }`],
  [
    "many roots",
    `{ ${repeat(300, (n) => `a${n}: __schema { types { fields { name args { name type { name } } } } }`)} }`,
  ],
])("ends asking about the schema: %s", async (_, query) => {
  expect(messageOf(await ask(query))).toMatch(/^query asks for more than 3\d{6} characters about the schema/);
});

it("answers what is asked of fields of types of fields", async () => {
  const query = "{ __schema { types { fields { args { type { inputFields { type { inputFields { name } } } } } } } } }";
  const expected = executeSync({ schema: engine.apiSchema, document: parse(query) });
  expect(JSON.stringify(await ask(query)) === JSON.stringify(expected)).toBe(true);
});

it("follows no fragment about the schema twice as often with each level", async () => {
  const levels = repeat(60, (n) => `fragment F${n} on __Schema { ...F${n + 1} ...F${n + 1} }`);
  const query = `{ __schema { ...F0 } } ${levels} fragment F60 on __Schema { queryType { name } }`;
  expect(await ask(query)).toEqual({ data: { __schema: { queryType: { name: "Query" } } } });
});
