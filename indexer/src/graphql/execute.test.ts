import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SchemaModel } from "../schema/model.ts";
import type { SqlSession } from "../store/driver.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, openTestStore, type PlainEntity, setEntity, testBlock } from "../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer } from "./execute.ts";
import { openMusicStore } from "./music.fixture.ts";
import type { QueryLimits } from "./query-budget.ts";

function ask(
  opened: { model: SchemaModel; store: QueryableStore; limits?: Partial<QueryLimits> },
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<QueryAnswer> {
  return createQueryEngine(opened).execute({ document: parse(query), variables, operationName: null });
}

const TOO_MANY_CONDITIONS =
  "filter has more than 2500 conditions, where one on children counts as 50: put values in lists, as `_in` takes";

/** graph-node's store tests (`relational.rs`), asked through the API. */
describe("filters on every kind of column", () => {
  let opened: { model: SchemaModel; store: QueryableStore };

  beforeAll(async () => {
    opened = await openTestStore(`
      enum Color { RED YELLOW }
      type User @entity {
        id: ID!, name: String!, age: Int!, weight: BigDecimal, coffee: Boolean!, favorite: Color, drinks: [String!], mail: Bytes
      }`);
    const user = (plain: PlainEntity) => setEntity(opened.model, "User", plain);
    const mail = `0x${"ab".repeat(100)}`;
    const changes = [
      user({ id: "1", name: "Jono", age: 67, weight: "184.4", coffee: false, favorite: "YELLOW", mail: `${mail}01` }),
      user({
        id: "2",
        name: "Cindini",
        age: 43,
        weight: "159.1",
        coffee: true,
        favorite: "RED",
        drinks: ["beer", "wine"],
        mail: `${mail}02`,
      }),
      user({
        id: "3",
        name: "Shaqueeena",
        age: 28,
        weight: "111.7",
        coffee: false,
        drinks: ["coffee", "tea"],
        mail: "0x",
      }),
      user({ id: "4", name: "x".repeat(5_000), age: 28, weight: "-0.5", coffee: false }),
    ];
    await opened.store.commit([changesAt(testBlock(0), changes)], testBlock(0));
  });
  afterAll(() => opened.store.close());

  it.each([
    ['drinks_contains: ["tea", "coffee"]', "3"],
    ['drinks_contains: ["beer", "tea"]', ""],
    ['drinks_not_contains: ["beer"]', "3"],
    ["drinks: null", "1 4"],
    ["favorite: null", "3 4"],
    ["favorite_not: null", "1 2"],
    ["favorite_not: RED", "1"],
    ["favorite_in: [RED, YELLOW]", "1 2"],
    ["favorite_not_in: [RED]", "1"],
    ["coffee: true", "2"],
    ["coffee_not: true", "1 3 4"],
    ["coffee_in: [true]", "2"],
    ["weight_in: [184.4, 111.7]", "1 3"],
    ['weight_gte: "159.1"', "1 2"],
    ["weight_lt: 0", "4"],
    ["age_not_in: [28, 43]", "1"],
    [`name: "${"x".repeat(5_000)}"`, "4"],
    [`name: "${"x".repeat(4_999)}"`, ""],
    [`mail: "0x${"ab".repeat(100)}02"`, "2"],
    ['mail_contains: "ab02"', "2"],
    ['mail_not_contains: "ab02"', "1 3"],
    ['mail_gt: "0x"', "1 2"],
    ['mail: "0x"', "3"],
    // The store drops U+0000, and so does the search.
    ['name_contains: "o\\u0000n"', "1"],
  ])("%s", async (where, found) => {
    expect(await ask(opened, `{ users(where: {${where}}) { id } }`)).toEqual({
      data: {
        users: found
          .split(" ")
          .filter(Boolean)
          .map((id) => ({ id })),
      },
    });
  });

  it("sorts numbers as numbers and text by bytes", async () => {
    const order = async (by: string) => {
      const answer = await ask(opened, `{ users(orderBy: ${by}) { id } }`);
      return (answer.data as unknown as { users: { id: string }[] }).users.map(({ id }) => id).join(" ");
    };
    expect(await order("weight")).toBe("4 3 2 1");
    expect(await order("name")).toBe("2 1 3 4");
    expect(await order("age")).toBe("3 4 2 1");
  });
});

describe("how queries are answered", () => {
  let opened: { model: SchemaModel; store: QueryableStore };
  beforeAll(async () => {
    opened = await openMusicStore("String");
  });
  afterAll(() => opened.store.close());

  it("asks the database once for each field of a level, however many entities there are", async () => {
    const labels: string[] = [];
    const counting: QueryableStore = {
      ...opened.store,
      // Nobody else waits, so that the state is read once.
      isExclusive: false,
      query: (work) =>
        opened.store.query((session) =>
          work({
            ...session,
            query: (label, text, parameters) => {
              labels.push(label);
              return session.query(label, text, parameters);
            },
          } satisfies SqlSession),
        ),
    };
    await ask(
      { ...opened, store: counting },
      "{ musicians { mainBand { name } writtenSongs { media { title } reviews { body } } } }",
    );
    expect(labels).toEqual([
      "reading the state",
      "querying Musician",
      "querying Band by id",
      "querying Song behind writtenSongs",
      "querying Media behind media",
      "querying SongReview behind reviews",
    ]);
  });

  it("asks once for one flat list and the state it is of", async () => {
    const labels: string[] = [];
    const counting: QueryableStore = {
      ...opened.store,
      query: () => Promise.reject(new Error("needs no transaction")),
      queryOnce: (again) => (label, text, parameters) => {
        labels.push(`${label}${again ? " again" : ""}`);
        return opened.store.queryOnce(again)(label, text, parameters);
      },
    };
    const engine = createQueryEngine({ ...opened, store: counting });
    const query = parse("query($n: Int) { bands(first: $n) { id } }");
    const run = (n: number) => engine.execute({ document: query, variables: { n }, operationName: null });
    expect(await run(1)).toEqual({ data: { bands: [{ id: "b1" }] } });
    expect(await run(2)).toEqual({ data: { bands: [{ id: "b1" }, { id: "b2" }] } });
    expect(await run(1)).toEqual({ data: { bands: [{ id: "b1" }] } });
    expect(labels).toEqual(["querying Band", "querying Band", "querying Band again"]);
  });

  it.each<[Partial<QueryLimits>, string, string]>([
    [{ maxFirst: 2 }, "{ musicians(first: 3) { id } }", "The `first` argument must be between 0 and 2, but is 3"],
    [{ maxSkip: 2 }, "{ musicians(skip: 3) { id } }", "The `skip` argument must be between 0 and 2, but is 3"],
    [
      {},
      "{ musicians(skip: 4294967296) { id } }",
      "Invalid value provided for argument `skip`: Int(Number(4294967296))",
    ],
    [{ maxDepth: 1 }, "{ bands { members { id } } }", "query has a depth that exceeds the limit of `1`"],
    [
      { maxDepth: 1 },
      "{ bands(where: {or: [{and: [{id: 1}]}]}) { id } }",
      "query has a depth that exceeds the limit of `1`",
    ],
    [{ maxCharacters: 20 }, "{ musicians { id } }", "is larger than the allowed limit of 20"],
    [{ maxMilliseconds: -1 }, "{ musicians { id } }", "Query timed out"],
    [{ maxMilliseconds: -1 }, "{ musicians { mainBand { id } } }", "Query timed out"],
  ])("keeps to the limit %j", async (limits, query, message) => {
    const answer = await ask({ ...opened, limits }, query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toContain(message);
  });

  it("refuses to load more than the limit", async () => {
    const answer = await ask({ ...opened, limits: { maxEntities: 3 } }, "{ musicians { id } }");
    expect(answer).toEqual({
      errors: [{ message: "query loads more than 3 entities: ask for fewer with `first`, or split the query" }],
    });
  });

  it("says what to do about more values than a statement takes", async () => {
    const some = Array.from({ length: 2_501 }, () => '{name: "x"}').join(" ");
    expect(await ask(opened, `{ musicians(where: {or: [${some}]}) { id } }`)).toEqual({
      errors: [{ message: TOO_MANY_CONDITIONS }],
    });
  });

  it("lets others have their turn between the statements of one query", async () => {
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    const many = Array.from({ length: 100 }, (_, n) => `a${n}: musician(id: "m${n}") { mainBand { id } }`).join(" ");
    await ask(opened, `{ ${many} }`);
    clearInterval(count);
    expect(turns).toBeGreaterThan(2);
  });

  it("refuses more look-ups, and larger answers, than the limits", async () => {
    const many = Array.from({ length: 4 }, (_, n) => `a${n}: musician(id: "m1") { name }`).join(" ");
    expect(await ask({ ...opened, limits: { maxStatements: 3 } }, `{ ${many} }`)).toEqual({
      errors: [{ message: "query needs more than 3 look-ups of the database: split the query" }],
    });
    // What is loaded once can be asked for under any number of keys.
    const keys = Array.from({ length: 100 }, (_, n) => `a${n}: name`).join(" ");
    const answer = await ask({ ...opened, limits: { maxCharacters: 1000 } }, `{ musicians { ${keys} } }`);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toMatch(/^the result size of 1\d{3} is larger than the allowed limit of 1000$/);
  });

  it("answers under every key", async () => {
    const answer = await ask(
      opened,
      '{ __proto__: musician(id: "m1") { __proto__: mainBand { id } constructor: id } }',
    );
    expect(JSON.stringify(answer)).toBe('{"data":{"__proto__":{"__proto__":{"id":"b1"},"constructor":"m1"}}}');
  });

  it("refuses conditions on children that the database would join for minutes", async () => {
    const some = Array.from({ length: 51 }, () => '{mainBand_: {name: "x"}}').join(" ");
    for (const operator of ["and", "or"]) {
      const answer = await ask(opened, `{ musicians(where: {${operator}: [${some}]}) { id } }`);
      expect(answer).toEqual({ errors: [{ message: TOO_MANY_CONDITIONS }] });
    }
  });

  it("refuses lists that every row's list would be compared with for minutes", async () => {
    const some = Array.from({ length: 1001 }, (_, n) => `"b${n}"`).join(" ");
    expect(await ask(opened, `{ musicians(where: {bands_contains_nocase: [${some}]}) { id } }`)).toEqual({
      errors: [{ message: "`bands_contains_nocase` takes at most 1000 values, not 1001" }],
    });
  });

  it("finds values among as many as a request holds", async () => {
    const others = Array.from({ length: 60_000 }, (_, n) => `x${n}`);
    const query =
      "query($in: [String!], $not: [String!]) { musicians(where: {name_in: $in, mainBand_not_in: $not}) { id } }";
    const variables = { in: [...others, "John", "Valerie", "Tom"], not: [...others, "b2"] };
    // Who has no main band is not found by `not_in`.
    expect(await ask(opened, query, variables)).toEqual({ data: { musicians: [{ id: "m1" }] } });
  });

  it("keeps the answer of one block when another cannot be answered", async () => {
    const query = '{ a: songs(where: {id: "s1"}) { band { id } } b: bands(block: {number: 0}) { id } }';
    const answer = await ask(opened, query);
    expect(answer.data).toEqual({ b: [{ id: "b1" }, { id: "b2" }] });
    expect(answer.errors?.map((error) => error.message)).toEqual([
      "Ambiguous result for derived field `band`: Multiple `Band` entities refer back via `originalSongs`",
    ]);
  });

  it("counts three lists of 100 inside one another as 1,010,100", async () => {
    const query = "{ bands { members { bands { id } } } }";
    const cost = (limit: number) => ask({ ...opened, limits: { maxCost: limit } }, query);
    expect((await cost(1_010_099)).errors?.[0]?.message).toContain(
      "query potentially returns `1010100` entities or more",
    );
    expect((await cost(1_010_100)).errors).toBeUndefined();
  });

  it("plans interfaces inside interfaces in no time, and fragments of fragments too", async () => {
    const depth = 40;
    const reviews = `${"reviews(first: 1) { author { ".repeat(depth)}id${" } }".repeat(depth)}`;
    expect((await ask(opened, `{ author(id: "nobody") { ${reviews} } }`)).data).toEqual({ author: null });
    const fragments = Array.from({ length: depth }, (_, n) => `fragment F${n} on Band { ...F${n + 1} ...F${n + 1} }`);
    const query = `{ band(id: "b1") { ...F0 } } ${fragments.join(" ")} fragment F${depth} on Band { id }`;
    expect(await ask(opened, query)).toEqual({ data: { band: { id: "b1" } } });
  });

  it("chooses the operation by name", async () => {
    const document = parse('query A { band(id: "b1") { id } } query B { band(id: "b2") { id } }');
    const answer = await createQueryEngine(opened).execute({ document, variables: {}, operationName: "B" });
    expect(answer).toEqual({ data: { band: { id: "b2" } } });
  });
});

describe("a store that changes", () => {
  it("has not started before the first block", async () => {
    const opened = await openTestStore("type A @entity { id: ID! }");
    expect(await ask(opened, "{ as { id } }")).toEqual({
      errors: [
        {
          message:
            "Store error: query execution failed: Subgraph `QmTest` has not started syncing yet. Wait for it to ingest a few blocks before querying it",
        },
      ],
    });
    expect(await ask(opened, "{ __schema { queryType { name } } }")).toEqual({
      data: { __schema: { queryType: { name: "Query" } } },
    });
    await opened.store.close();
  });

  it("fails on a dangling reference only where null is not allowed", async () => {
    const opened = await openTestStore("type A @entity { id: ID!, may: A, must: A! }");
    await opened.store.commit(
      [changesAt(testBlock(0), [setEntity(opened.model, "A", { id: "a", may: "gone", must: "gone" })])],
      testBlock(0),
    );
    expect(await ask(opened, "{ as { may { id } } }")).toEqual({ data: { as: [{ may: null }] } });
    expect((await ask(opened, "{ as { must { id } } }")).errors?.[0]?.message).toBe(
      "Null value resolved for non-null field `must`",
    );
    await opened.store.close();
  });

  it("answers at one block while blocks are committed and reverted", async () => {
    const { model, store } = await openTestStore(
      "type A @entity { id: ID!, block: Int! } type B @entity(immutable: true) { id: ID! }",
    );
    const commit = (number: number) =>
      store.commit(
        [
          changesAt(testBlock(number), [
            setEntity(model, "A", { id: "x", block: number }),
            setEntity(model, "A", { id: "y", block: number }),
            setEntity(model, "B", { id: String(number) }),
          ]),
        ],
        testBlock(number),
      );
    await commit(0);
    const writer = (async () => {
      for (let number = 1; number <= 30; number += 1) {
        await commit(number);
        if (number % 7 === 0) {
          await store.revertTo(testBlock(number - 1));
          await commit(number);
        }
      }
    })();
    let answers = 0;
    const reader = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) {
        const { data } = await ask(
          { model, store },
          "{ as { block } bs(first: 1000) { id } _meta { block { number hash } } }",
        );
        const { as, bs, _meta } = data as unknown as {
          as: { block: number }[];
          bs: unknown[];
          _meta: { block: { number: number; hash: string } };
        };
        const { number, hash } = _meta.block;
        expect(as).toEqual([{ block: number }, { block: number }]);
        expect([bs.length, hash]).toEqual([number + 1, testBlock(number).hash]);
        answers += 1;
      }
    };
    await Promise.all([writer, reader(), reader()]);
    expect(answers).toBe(40);
    await store.close();
  });
});
