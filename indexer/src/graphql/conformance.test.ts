import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QueryableStore } from "../store/open-store.ts";
import { testBlock } from "../store/store.fixture.ts";
import { createQueryEngine, type QueryAnswer } from "./execute.ts";
import { openMusicStore, type SongIds, songId } from "./music.fixture.ts";

/** graph-node's own query tests (`store/test-store/tests/graphql/query.rs`), retold for the same data. */
interface Case {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data?: unknown;
  /** First error's message, or a part of it. */
  readonly error?: string;
  readonly location?: { line: number; column: number };
}

const ids = (...list: string[]): { id: string }[] => list.map((id) => ({ id }));
const names = (...list: string[]): { name: string }[] => list.map((name) => ({ name }));
const titles = (...list: string[]): { title: string }[] => list.map((title) => ({ title }));

function cases(songIds: SongIds): Case[] {
  const s = (n: number): string => songId(songIds, n);
  const songs = (...list: number[]): { id: string }[] => ids(...list.map(s));
  return [
    ...orderingCases(),
    ...filterCases(s, songs),
    ...leniencyCases(),
    ...blockCases(),
    ...shapeCases(s, songs),
    ...errorCases(s),
  ];
}

function orderingCases(): Case[] {
  return [
    {
      name: "orders by id by default",
      query: "{ musicians { id } }",
      data: { musicians: ids("m1", "m2", "m3", "m4", "m5") },
    },
    {
      name: "51 orders by a child's field, ascending, nulls last",
      query: "{ musicians(orderBy: mainBand__name, orderDirection: asc) { name } }",
      data: { musicians: names("Tom", "Paul", "John", "Lisa", "Valerie") },
    },
    {
      name: "51 orders by a child's field, descending, nulls first, ids descending too",
      query: "{ musicians(orderBy: mainBand__name, orderDirection: desc) { name } }",
      data: { musicians: names("Valerie", "Lisa", "John", "Paul", "Tom") },
    },
    {
      name: "ignores orderDirection without orderBy",
      query: "{ musicians(orderDirection: desc, first: 2) { id } }",
      data: { musicians: ids("m1", "m2") },
    },
    {
      name: "orders numbers as numbers",
      query: "{ musicians(orderBy: favoriteCount, orderDirection: desc) { favoriteCount } }",
      data: { musicians: ["100", "20", "10", "5", "2"].map((favoriteCount) => ({ favoriteCount })) },
    },
    {
      name: "takes a direction from a variable's default",
      query: "query($d: OrderDirection = desc) { bands(orderBy: name, orderDirection: $d) { id } }",
      data: { bands: ids("b1", "b2") },
    },
    {
      name: "takes an explicit null direction as ascending",
      query: "query($d: OrderDirection = desc) { bands(orderBy: id, orderDirection: $d) { id } }",
      variables: { d: null },
      data: { bands: ids("b1", "b2") },
    },
    {
      name: "defaults a direction variable",
      query: "query($d: OrderDirection = desc) { bands(orderBy: id, orderDirection: $d) { id } }",
      data: { bands: ids("b2", "b1") },
    },
    {
      name: "skips and limits",
      query: "{ musicians(first: 2, skip: 1) { id } }",
      data: { musicians: ids("m2", "m3") },
    },
    {
      name: "pages each parent's children for itself",
      query: "{ bands { id members(first: 1, orderBy: name, orderDirection: desc) { name } } }",
      data: {
        bands: [
          { id: "b1", members: names("Tom") },
          { id: "b2", members: names("Tom") },
        ],
      },
    },
    {
      name: "orders by a derived child's field",
      query: "{ reviews(orderBy: author__name) { id } }",
      data: { reviews: ids("r5", "r6", "r1", "r3", "r2", "r4") },
    },
    {
      name: "refuses to order by a list",
      query: "{ musicians(orderBy: bands) { id } }",
      error: "Ordering by `bands` is not supported for type `Musician`",
    },
    {
      name: "refuses to order by a reference",
      query: "{ musicians(orderBy: mainBand) { id } }",
      error: "Ordering by `mainBand` is not supported for type `Musician`",
    },
    {
      name: "refuses to order by what is no field",
      query: "{ musicians(orderBy: shoeSize) { id } }",
      error: 'Invalid value provided for argument `orderBy`: Enum("shoeSize")',
    },
  ];
}

function filterCases(s: (n: number) => string, songs: (...list: number[]) => { id: string }[]): Case[] {
  const musicians = (where: string, ...found: string[]): Case => ({
    name: `musicians where ${where}`,
    query: `{ musicians(where: ${where}) { id } }`,
    data: { musicians: ids(...found) },
  });
  const songsWhere = (where: string, ...found: number[]): Case => ({
    name: `songs where ${where}`,
    query: `{ songs(where: ${where}) { id } }`,
    data: { songs: songs(...found) },
  });
  return [
    musicians('{or: [{name: "John"}, {id: "m2"}]}', "m1", "m2"),
    musicians('{or: [{name: "John", id: "m2"}]}'),
    musicians('{or: [{and: [{name: "John", id: "m1"}]}, {mainBand: "b2"}]}', "m1", "m3", "m5"),
    musicians("{or: []}"),
    musicians("{and: []}", "m1", "m2", "m3", "m4", "m5"),
    musicians("{}", "m1", "m2", "m3", "m4", "m5"),
    musicians('{and: [{name: "John"}], or: [{id: "m2"}]}'),
    musicians('{name_starts_with: "V"}', "m4"),
    musicians('{name_ends_with: "n"}', "m1"),
    musicians('{name_not_ends_with: "n"}', "m2", "m3", "m4", "m5"),
    musicians('{name_contains: "oh"}', "m1"),
    musicians('{name_contains: "%o%n"}', "m1"),
    musicians('{name_contains_nocase: "LI"}', "m2"),
    musicians('{name_starts_with_nocase: "jo"}', "m1"),
    musicians('{name_not_contains_nocase: "A"}', "m1", "m3"),
    musicians('{name_gt: "Lisa", name_lt: "Tom"}', "m5"),
    musicians("{mainBand: null}", "m4"),
    musicians("{mainBand_not: null}", "m1", "m2", "m3", "m5"),
    musicians('{mainBand_not: "b1"}', "m3", "m5"),
    musicians('{mainBand_in: ["b1"]}', "m1", "m2"),
    musicians("{id_in: []}"),
    musicians("{id_not_in: []}"),
    musicians('{id_not_in: ["m1", "m2", "m3"]}', "m4", "m5"),
    musicians('{bands_: {name: "The Amateurs"}}', "m1", "m3", "m5"),
    musicians('{writtenSongs_: {title_contains: "Rock"}}', "m2"),
    musicians('{mainBand_: {name_contains: "Musicians"}}', "m1", "m2"),
    musicians('{bands: ["b1", "b2"]}', "m1", "m3"),
    musicians('{bands_not: ["b1", "b2"]}', "m2", "m4", "m5"),
    musicians('{bands_contains: ["b2", "b1"]}', "m1", "m3"),
    musicians('{bands_contains: "b2"}', "m1", "m3", "m5"),
    musicians('{bands_not_contains: ["b1"]}', "m4", "m5"),
    musicians('{bands_contains_nocase: ["B1", "B2"]}', "m1", "m2", "m3", "m5"),
    musicians('{bands_not_contains_nocase: ["B1"]}', "m4", "m5"),
    musicians('{favoriteCount_gt: "10"}', "m2", "m4"),
    musicians("{favoriteCount_lte: 5}", "m3", "m5"),
    musicians('{birthDate_gt: "1710837304040955"}', "m1", "m2", "m3", "m4", "m5"),
    musicians('{birthDate_lt: "1710837304040955"}'),
    musicians("{_change_block: {number_gte: 1}}", "m3", "m4", "m5"),
    musicians('{_change_block: {number_gte: 0}, name: "Lisa"}', "m2"),
    songsWhere(`{id_gt: "${s(2)}"}`, 3, 4),
    songsWhere(`{id_not: "${s(2)}"}`, 1, 3, 4),
    songsWhere(`{id_in: ["${s(4)}", "${s(1)}"]}`, 1, 4),
    songsWhere('{release_: {title_starts_with: "Pop"}}', 3, 4),
    songsWhere('{media_: {title_contains: "Folk"}}', 4),
    songsWhere('{publisher: "0xb1"}', 1, 2, 3, 4),
    songsWhere('{publisher_contains: "b1", title: "Pop Tune"}', 3),
    {
      name: "53 filters an interface by its interface-typed child",
      query: '{ reviews(where: {author_: {name_starts_with: "Good"}}) { id } }',
      data: { reviews: ids("r2", "r4") },
    },
    {
      name: "54 compares a whole list",
      query: `{ bands(where: {originalSongs: ["${s(1)}", "${s(3)}", "${s(4)}"]}) { id } }`,
      data: { bands: ids("b2") },
    },
    {
      name: "filters children of each parent",
      query: '{ bands { members(where: {name_contains: "o"}) { name } } }',
      data: { bands: [{ members: names("John", "Tom") }, { members: names("John", "Tom") }] },
    },
    {
      name: "54 refuses a key that is none",
      query: `{ musicians(where: {writtenSongs: ["s1"]}) { name } }`,
      error: 'Invalid value provided for argument `where`: Object({"writtenSongs": List([String("s1")])})',
    },
    {
      name: "refuses a column beside `or`",
      query: '{ musicians(where: {name: "John", or: [{id: "m2"}]}) { id } }',
      error:
        "Cannot mix column filters with 'or' operator at the same level. Found column filter(s) 'name' alongside 'or' operator.\n\n" +
        "Instead of:\nwhere: { 'name', or: [...] }\n\nUse:\nwhere: { or: [{ 'name', ... }, { 'name', ... }] }",
    },
    {
      name: "refuses a column beside `and`",
      query: '{ musicians(where: {name: "John", and: [{id: "m2"}]}) { id } }',
      error: "Filter must by an object",
    },
    {
      name: "refuses _change_block beside `or`",
      query: '{ musicians(where: {_change_block: {number_gte: 1}, or: [{id: "m2"}]}) { id } }',
      error: "Filter must by an object",
    },
    {
      name: "refuses a comparison with null",
      query: "{ musicians(where: {name_gt: null}) { id } }",
      error: "Store error: unsupported filter `>` for value `null`",
    },
    {
      name: "refuses a child filter inside a child filter",
      query: '{ musicians(where: {mainBand_: {reviews_: {body: "x"}}}) { id } }',
      error: "Child filter nesting not supported by value",
    },
  ];
}

function leniencyCases(): Case[] {
  const five = ids("m1", "m2", "m3", "m4", "m5");
  return [
    { name: "56 ignores unknown arguments", query: '{ musicians(id: "m1") { id } }', data: { musicians: five } },
    {
      name: "56 ignores a selection on a scalar",
      query: '{ musician(id: "m1") { id name { wat } } }',
      data: { musician: { id: "m1", name: "John" } },
    },
    {
      name: "56 drops an object without selection",
      query: '{ musician(id: "m1") { id name mainBand } }',
      data: { musician: { id: "m1", name: "John" } },
    },
    {
      name: "56 first: undefined variable",
      query: "query($f: Int) { musicians(first: $f) { id } }",
      data: { musicians: five },
    },
    { name: "56 first: null", query: "{ musicians(first: null) { id } }", data: { musicians: five } },
    { name: "56 skip: null", query: "{ musicians(skip: null) { id } }", data: { musicians: five } },
    { name: "skips by directive", query: "{ bands { id name @skip(if: true) } }", data: { bands: ids("b1", "b2") } },
    {
      name: "includes by variable",
      query: "query($yes: Boolean!) { bands { id @include(if: $yes) name @skip(if: $yes) } }",
      variables: { yes: true },
      data: { bands: ids("b1", "b2") },
    },
    {
      name: "merges selections of one key",
      query: "{ bands { id } bands { name } }",
      data: {
        bands: [
          { id: "b1", name: "The Musicians" },
          { id: "b2", name: "The Amateurs" },
        ],
      },
    },
    {
      name: "fails when required variable is missing",
      query: "query($id: ID!) { musician(id: $id) { id } }",
      error: "No value provided for required variable `id`",
    },
    {
      name: "fails when required argument is missing",
      query: "{ musician { id } }",
      error: "No value provided for required argument: `id`",
    },
  ];
}

function blockCases(): Case[] {
  const tooHigh =
    "subgraph QmTest has only indexed up to block number 2 and data for block number 7000 is therefore not yet available`";
  return [
    { name: "55 at block 0", query: "{ musicians(block: {number: 0}) { id } }", data: { musicians: ids("m1", "m2") } },
    {
      name: "55 at block 1",
      query: "{ musicians(block: {number: 1}) { id } }",
      data: { musicians: ids("m1", "m2", "m3", "m4", "m5") },
    },
    {
      name: "55 above the head",
      query: "{ musicians(block: {number: 7000}) { id } }",
      error: `Failed to decode \`block.number\` value: \`${tooHigh}`,
    },
    {
      name: "55 number_gte above the head",
      query: "{ musicians(block: {number_gte: 7000}) { id } }",
      error: `Failed to decode \`block.number_gte\` value: \`${tooHigh}`,
    },
    {
      name: "55 unknown hash",
      query: '{ musicians(block: {hash: "0x1234"}) { id } }',
      error: "Failed to decode `block.hash` value: `no block with that hash found`",
    },
    {
      name: "at a hash",
      query: `{ musicians(block: {hash: "${testBlock(0).hash}"}) { id } }`,
      data: { musicians: ids("m1", "m2") },
    },
    {
      name: "prefers hash to number",
      query: `{ musicians(block: {hash: "${testBlock(0).hash}", number: 2}) { id } }`,
      data: { musicians: ids("m1", "m2") },
    },
    {
      name: "children are at the block of the root",
      query: '{ band(id: "b2", block: {number: 0}) { members { id } } }',
      data: { band: { members: ids("m1") } },
    },
    {
      name: "refuses an empty block",
      query: "{ musicians(block: {}) { id } }",
      error: "Invalid value provided for argument `block`: Object({})",
    },
    {
      name: "_meta by number has no hash",
      query: "{ _meta(block: {number: 0}) { block { number hash } deployment hasIndexingErrors } }",
      data: { _meta: { block: { number: 0, hash: null }, deployment: "QmTest", hasIndexingErrors: false } },
    },
    {
      name: "_meta by number_gte is at the head",
      query: "{ _meta(block: {number_gte: 1}) { block { number hash timestamp parentHash __typename } } }",
      data: {
        _meta: {
          block: {
            number: 2,
            hash: testBlock(2).hash,
            timestamp: testBlock(2).timestamp,
            parentHash: testBlock(2).parentHash,
            __typename: "_Block_",
          },
        },
      },
    },
    {
      name: "answers root fields at blocks of their own",
      query: "{ early: musicians(block: {number: 0}) { id } late: musicians(first: 3) { id } }",
      data: { early: ids("m1", "m2"), late: ids("m1", "m2", "m3") },
    },
  ];
}

function shapeCases(s: (n: number) => string, songs: (...list: number[]) => { id: string }[]): Case[] {
  return [
    { name: "__typename of the root", query: "{ __typename }", data: { __typename: "Query" } },
    { name: "a missing entity is null", query: '{ musician(id: "m9") { id } }', data: { musician: null } },
    {
      name: "follows references, derived fields and lists",
      query: '{ musician(id: "m1") { name mainBand { name } bands { id } writtenSongs { title } } }',
      data: {
        musician: {
          name: "John",
          mainBand: { name: "The Musicians" },
          bands: ids("b1", "b2"),
          writtenSongs: titles("Cheesy Tune", "Pop Tune"),
        },
      },
    },
    {
      name: "a null reference is null",
      query: '{ musician(id: "m4") { mainBand { name } bands { id } } }',
      data: { musician: { mainBand: null, bands: [] } },
    },
    {
      name: "interfaces tell their types",
      query: "{ reviews(first: 3) { __typename id author { __typename name } } }",
      data: {
        reviews: [
          { __typename: "BandReview", id: "r1", author: { __typename: "User", name: "Baden" } },
          { __typename: "BandReview", id: "r2", author: { __typename: "User", name: "Goodwill" } },
          { __typename: "SongReview", id: "r3", author: { __typename: "User", name: "Baden" } },
        ],
      },
    },
    {
      name: "fragments ask more of one type",
      query: `{ reviews(where: {id_in: ["r1", "r3"]}) { ...Body ... on BandReview { band { name } } ... on SongReview { song { id } } } }
        fragment Body on Review { body }`,
      data: {
        reviews: [
          { body: "Bad musicians", band: { name: "The Musicians" } },
          { body: "Bad", song: { id: s(2) } },
        ],
      },
    },
    {
      name: "derived fields reach all types of an interface",
      query: '{ user(id: "u1") { reviews { id } bandReviews { id } songReviews { id } } }',
      data: { user: { reviews: ids("r1", "r3"), bandReviews: ids("r1"), songReviews: ids("r3") } },
    },
    {
      name: "an interface by id",
      query: '{ author(id: "u3") { __typename name } }',
      data: { author: { __typename: "AnonymousUser", name: "Anonymous 3" } },
    },
    {
      name: "lists of an interface and back",
      query: `{ song(id: "${s(1)}") { media { __typename title song { sid } author { name } } } }`,
      data: {
        song: {
          media: [
            { __typename: "Photo", title: "Cheesy Tune Single Cover", song: { sid: "s1" }, author: { name: "Baden" } },
            {
              __typename: "Video",
              title: "Cheesy Tune Music Video",
              song: { sid: "s1" },
              author: { name: "Goodwill" },
            },
          ],
        },
      },
    },
    {
      name: "a single derived field of an interface type",
      query: "{ songs { id release { __typename title } } }",
      data: {
        songs: [
          { id: s(1), release: { __typename: "Single", title: "Cheesy" } },
          { id: s(2), release: { __typename: "Single", title: "Rock" } },
          { id: s(3), release: { __typename: "Album", title: "Pop and Folk" } },
          { id: s(4), release: { __typename: "Album", title: "Pop and Folk" } },
        ],
      },
    },
    {
      name: "an empty list of references",
      query: '{ single(id: "rl4") { songs { id } } }',
      data: { single: { songs: [] } },
    },
    {
      name: "a list of references is a set sorted by id",
      query: '{ album(id: "rl1") { songs { id } } }',
      data: { album: { songs: songs(3, 4) } },
    },
    {
      name: "deriving from an id",
      query: `{ songs(first: 3) { stats { played song { title } } } }`,
      data: {
        songs: [
          { stats: { played: 10, song: { title: "Cheesy Tune" } } },
          { stats: { played: 15, song: { title: "Rock Tune" } } },
          { stats: null },
        ],
      },
    },
    {
      name: "49 shows big numbers and timestamps as text",
      query: '{ musician(id: "m2") { favoriteCount birthDate } }',
      data: { musician: { favoriteCount: "100", birthDate: "1710837304040956" } },
    },
    {
      name: "one key, two pages of one field",
      query: '{ band(id: "b1") { a: members(first: 1) { id } b: members(first: 1, skip: 1) { name } } }',
      data: { band: { a: ids("m1"), b: names("Lisa") } },
    },
    {
      name: "asks the schema beside data",
      query: '{ bands { id } __type(name: "Band") { name kind } }',
      data: { bands: ids("b1", "b2"), __type: { name: "Band", kind: "OBJECT" } },
    },
  ];
}

function errorCases(s: (n: number) => string): Case[] {
  return [
    {
      name: "unknown root field",
      query: "{ foo { id } }",
      error: "Type `Query` has no field `foo`",
      location: { line: 1, column: 3 },
    },
    {
      name: "unknown field",
      query: "{ bands { foo } }",
      error: "Type `Band` has no field `foo`",
      location: { line: 1, column: 11 },
    },
    {
      name: "a type's own field asked of its interface",
      query: "{ reviews { band { id } } }",
      error: "Type `Review` has no field `band`",
    },
    { name: "undefined fragment", query: "{ bands { ...F } }", error: "fragment `F` is not defined" },
    {
      name: "fragment cycle",
      query: "{ bands { ...F } } fragment F on Band { members { ...G } } fragment G on Musician { bands { ...F } }",
      error: "query has fragment cycle including `F`",
    },
    {
      name: "too many",
      query: "{ bands(first: 1001) { id } }",
      error: "The `first` argument must be between 0 and 1000, but is 1001",
    },
    {
      name: "none",
      query: "{ bands(first: 0) { id } }",
      error: "The `first` argument must be between 0 and 1000, but is 0",
    },
    {
      name: "negative skip",
      query: "{ bands(skip: -1) { id } }",
      error: "The `skip` argument must be between 0 and 5000, but is -1",
    },
    {
      name: "first of the wrong type",
      query: '{ bands(first: "x") { id } }',
      error: 'Invalid value provided for argument `first`: String("x")',
    },
    {
      name: "two operations",
      query: "query A { bands { id } } query B { bands { id } }",
      error: "Operation name required",
    },
    { name: "mutation", query: "mutation { bands { id } }", error: "Not supported: Mutations are not supported" },
    {
      name: "bytes that are not hex",
      query: '{ publishers(where: {id: "0xzz"}) { id } }',
      error: "Failed to decode `Bytes` value: `0xzz`",
    },
    {
      name: "57 ambiguous derived field",
      query: `{ songs(first: 1, where: {id: "${s(1)}"}) { band { id } } }`,
      error: "Ambiguous result for derived field `band`: Multiple `Band` entities refer back via `originalSongs`",
    },
    {
      name: "too costly",
      query: "{ bands(first: 1000) { members(first: 1000) { bands(first: 1000) { members(first: 1000) { id } } } } }",
      error:
        "query potentially returns `1001001001000` entities or more and thereby exceeds the limit of `10000000` entities.",
    },
    {
      name: "too deep",
      query: `{ bands ${"{ members { bands ".repeat(130)} { id } ${"} }".repeat(130)} }`,
      error: "query has a depth that exceeds the limit of `255`",
    },
  ];
}

describe.each<SongIds>(["String", "Bytes"])("graph-node's query tests with %s song ids", (songIds) => {
  let store: QueryableStore;
  let run: (query: string, variables?: Record<string, unknown>) => Promise<QueryAnswer>;

  beforeAll(async () => {
    const opened = await openMusicStore(songIds);
    store = opened.store;
    const engine = createQueryEngine(opened);
    run = (query, variables = {}) => engine.execute({ document: parse(query), variables, operationName: null });
  });

  afterAll(() => store.close());

  it.each(cases(songIds))("$name", async ({ query, variables, data, error, location }) => {
    const answer = await run(query, variables);
    if (error === undefined) {
      expect(answer).toEqual({ data });
      return;
    }
    expect(answer.errors?.[0]?.message).toContain(error);
    expect(answer.data).toBeUndefined();
    if (location !== undefined) expect(answer.errors?.[0]?.locations).toEqual([location]);
  });

  it("57 tells where the ambiguous field is", async () => {
    const answer = await run(`{ songs(where: { id: "${songId(songIds, 1)}" }) { band { id } } }`);
    const column = `{ songs(where: { id: "${songId(songIds, 1)}" }) { `.length + 1;
    expect(answer.errors?.[0]?.locations).toEqual([{ line: 1, column }]);
  });
});

describe("a deterministic failure at the head", () => {
  it("58 denies data by default, allows it on request, and is gone after a revert", async () => {
    const { model, store } = await openMusicStore("String");
    const engine = createQueryEngine({ model, store });
    const run = (query: string): Promise<QueryAnswer> =>
      engine.execute({ document: parse(query), variables: {}, operationName: null });
    const block = testBlock(3);
    await store.commit([], block);
    await store.setFatalError({ message: "boom", block, handler: "handleX" });
    const errors = [{ message: "indexing_error" }];

    expect(await run('{ musician(id: "m1") { id } }')).toEqual({ errors });
    expect(await run('{ musician(id: "m1") { id } _meta { hasIndexingErrors } }')).toEqual({
      data: { _meta: { hasIndexingErrors: true } },
      errors,
    });
    expect(await run('{ musician(id: "m1", subgraphError: allow) { id } }')).toEqual({
      data: { musician: { id: "m1" } },
      errors,
    });
    expect(await run("{ _meta { hasIndexingErrors } }")).toEqual({ data: { _meta: { hasIndexingErrors: true } } });
    expect(await run('{ musician(id: "m1", block: {number: 2}) { id } }')).toEqual({
      data: { musician: { id: "m1" } },
    });

    await store.revertTo(testBlock(1));
    expect(await run('{ musician(id: "m1") { id } _meta { hasIndexingErrors } }')).toEqual({
      data: { musician: { id: "m1" }, _meta: { hasIndexingErrors: false } },
    });
    await store.close();
  });
});
