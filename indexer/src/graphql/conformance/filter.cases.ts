import { type Case, ids, names, titles } from "./case.ts";

/** What `where` means. */
export function filterCases(s: (n: number) => string, songs: (...list: number[]) => { id: string }[]): Case[] {
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
      name: "54 compares a whole list of each parent's children",
      query: `{ musicians { bands(where: {originalSongs: ["${s(1)}", "${s(3)}", "${s(4)}"]}) { id } } }`,
      data: { musicians: [ids("b2"), [], ids("b2"), [], ids("b2")].map((bands) => ({ bands })) },
    },
    {
      name: "filters children of each parent",
      query: '{ bands { members(where: {name_contains: "o"}) { name } } }',
      data: { bands: [{ members: names("John", "Tom") }, { members: names("John", "Tom") }] },
    },
    ...childFilters(),
    ...refusals(),
  ];
}

/** Filters by children of every kind. */
function childFilters(): Case[] {
  return [
    {
      name: "53 by a derived entity",
      query: '{ songs(where: {band_: {name_contains: "The Musicians"}}) { title } }',
      data: { songs: titles("Cheesy Tune", "Rock Tune") },
    },
    {
      name: "53 by derived entities of an interface",
      query: '{ users(where: {reviews_: {body_starts_with: "Good"}}) { name reviews { body } } }',
      data: { users: [{ name: "Goodwill", reviews: [{ body: "Good amateurs" }, { body: "Good" }] }] },
    },
    {
      name: "53 by an entity of an interface",
      query: '{ users(where: {latestReview_: {body_starts_with: "Good"}}) { name latestReview { body } } }',
      data: { users: [{ name: "Goodwill", latestReview: { body: "Good amateurs" } }] },
    },
    {
      name: "53 an interface by a derived entity",
      query: '{ medias(where: {song_: {title_starts_with: "Folk"}}) { title song { title } } }',
      data: { medias: [{ title: "Folk Tune Music Video", song: { title: "Folk Tune" } }] },
    },
    {
      name: "53 by a list of an interface",
      query: '{ songs(where: {media_: {title_starts_with: "Cheesy Tune"}}) { title media { title } } }',
      data: { songs: [{ title: "Cheesy Tune", media: titles("Cheesy Tune Single Cover", "Cheesy Tune Music Video") }] },
    },
    {
      name: "53 by derived entities",
      query: '{ songs(where: {reviews_: {body_starts_with: "Good"}}) { title reviews { body } } }',
      data: { songs: [{ title: "Pop Tune", reviews: [{ body: "Good" }] }] },
    },
    {
      name: "53 a child's `or`, beside a column",
      query: '{ musicians(where: {name_not: "Tom", mainBand_: {or: [{name: "x"}, {id: "b2"}]}}) { name } }',
      data: { musicians: names("Paul") },
    },
    {
      name: "a backslash at the end means itself",
      query: String.raw`{ musicians(where: {or: [{name_ends_with: "\\"}, {name_contains: "\\"}, {bands_contains_nocase: ["\\"]}]}) { id } }`,
      data: { musicians: [] },
    },
  ];
}

function refusals(): Case[] {
  return [
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
    ...(
      [
        ["favoriteCount", '"x"', "Int8", "x"],
        ["favoriteCount", '"9223372036854775808"', "Int8", "9223372036854775808"],
      ] as const
    ).map(([key, value, type, text]) => ({
      name: `refuses ${key}: ${value}`,
      query: `{ musicians(where: {${key}: ${value}}) { id } }`,
      error: `Failed to decode \`${type}\` value: \`${text}\``,
    })),
    {
      name: "refuses a child filter inside a child filter",
      query: '{ musicians(where: {mainBand_: {reviews_: {body: "x"}}}) { id } }',
      error: "Child filter nesting not supported by value",
    },
  ];
}
