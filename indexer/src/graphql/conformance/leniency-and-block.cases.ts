import { musicBlock } from "../music.fixture.ts";
import { type Case, ids } from "./case.ts";

/** What is forgiven. */
export function leniencyCases(): Case[] {
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
    { name: "56 first: unknown variable", query: "{ musicians(first: $first) { id } }", data: { musicians: five } },
    { name: "56 where: unknown variable", query: "{ musicians(where: $where) { id } }", data: { musicians: five } },
    {
      name: "merges fields of one key by their first, but for their types",
      query: "{ musicians(first: 1) { t: id t: name t: mainBand { id } } }",
      error: "invalid query: can not merge fields because type `Band` showed up unexpectedly",
    },
    {
      name: "merges fields of one key and type",
      query: '{ song(id: "0x", block: {number: 0}) { id } band(id: "b1") { t: name t: id } }',
      data: { song: null, band: { t: "The Musicians" } },
    },
    {
      name: "expands fragments at the root",
      query: 'fragment F on Query { musicians(where: {name: "Tom"}) { name } } query Q { ...F }',
      data: { musicians: [{ name: "Tom" }] },
    },
    {
      name: "takes a variable that was not given as null, inside filters too",
      query: "query($band: String) { musicians(where: {mainBand: $band}) { id } }",
      data: { musicians: ids("m4") },
    },
    {
      name: "wraps a variable's single value in a list",
      query: "query($ids: [ID!]!) { musicians(where: {id_in: $ids}) { id } }",
      variables: { ids: "m2" },
      data: { musicians: ids("m2") },
    },
    {
      name: "takes a whole filter as variable",
      query: "query($where: Musician_filter) { musicians(where: $where) { id } }",
      variables: { where: { or: [{ name: "Tom" }, { favoriteCount_gte: "100" }] } },
      data: { musicians: ids("m2", "m3") },
    },
    {
      name: "refuses a variable of another type than declared",
      query: "query($n: Int) { musicians(first: $n) { id } }",
      variables: { n: "x" },
      error: 'Invalid value provided for argument `n`: String("x")',
    },
    {
      name: "refuses a variable with a key that its type lacks",
      query: "query($where: Musician_filter) { bands { id } }",
      variables: { where: { shoeSize: 1, name: "x" } },
      error: 'Invalid value provided for argument `where`: Object({"name": String("x"), "shoeSize": Int(Number(1))})',
    },
    {
      name: "refuses null for a required variable",
      query: "query($id: ID!) { musician(id: $id) { id } }",
      variables: { id: null },
      error: "Invalid value provided for argument `id`: Null",
    },
    {
      name: "refuses a variable of an output type",
      query: "query($m: Musician) { bands { id } }",
      error: "Variable `m` must have an input type",
    },
    {
      name: "refuses null for a required argument",
      query: "{ musician(id: null) { id } }",
      error: "Invalid value provided for argument `id`: Null",
    },
    {
      name: "refuses a number that has lost digits",
      query: "query($n: BigInt) { bands { id } }",
      variables: { n: 2 ** 60 },
      error: "Invalid value provided for argument `n`: Float(1152921504606847000)",
    },
    {
      name: "skips without condition, and includes only for true",
      query: "{ bands(first: 1) { id name @skip reviews @include(if: 1) { id } members @skip(if: null) { id } } }",
      data: { bands: [{ id: "b1", members: ids("m1", "m2", "m3") }] },
    },
    {
      name: "needs an operation",
      query: "fragment F on Query { bands { id } }",
      error: "Operation name required",
    },
    {
      name: "nests variables",
      query: "query($band: String) { musicians(where: {or: [{mainBand: $band}, {and: [{mainBand: null}]}]}) { id } }",
      variables: { band: "b2" },
      data: { musicians: ids("m3", "m4", "m5") },
    },
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

/** Answers at a block. */
export function blockCases(): Case[] {
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
      query: `{ musicians(block: {hash: "${musicBlock(0).hash}"}) { id } }`,
      data: { musicians: ids("m1", "m2") },
    },
    {
      name: "prefers hash to number",
      query: `{ musicians(block: {hash: "${musicBlock(0).hash}", number: 2}) { id } }`,
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
            hash: musicBlock(2).hash,
            timestamp: musicBlock(2).timestamp,
            parentHash: musicBlock(2).parentHash,
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
