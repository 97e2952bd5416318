import { type Case, ids, names, titles } from "./case.ts";

/** What answers look like. */
export function shapeCases(s: (n: number) => string, songs: (...list: number[]) => { id: string }[]): Case[] {
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

/** What is refused, in which words. */
export function errorCases(s: (n: number) => string): Case[] {
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
      error: "The `skip` argument must be between 0 and 4294967295, but is -1",
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
