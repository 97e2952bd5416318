import { type Case, ids } from "./case.ts";

/** Aggregations of what was played. */
export function aggregationCases(s: (n: number) => string): Case[] {
  return [
    {
      name: "59 counts by song, latest id first",
      query: "{ songPlays_collection(interval: hour) { id song { id } played } }",
      data: {
        songPlays_collection: [
          { id: "5", song: { id: s(1) }, played: 4 },
          { id: "3", song: { id: s(2) }, played: 1 },
        ],
      },
    },
    {
      name: "59 counts by user",
      query: "{ userPlays_collection(interval: hour) { id __typename user { name } played } }",
      data: {
        userPlays_collection: [
          { id: "5", __typename: "UserPlays", user: { name: "Baden" }, played: 4 },
          { id: "2", __typename: "UserPlays", user: { name: "Goodwill" }, played: 1 },
        ],
      },
    },
    {
      name: "has no bucket before it ends",
      query: "{ songPlays_collection(interval: hour, block: {number: 1}) { id } }",
      data: { songPlays_collection: [] },
    },
    {
      name: "has the running bucket on request",
      query: "{ songPlays_collection(interval: hour, current: include, block: {number: 1}) { id played } }",
      data: {
        songPlays_collection: [
          { id: "5", played: 4 },
          { id: "3", played: 1 },
        ],
      },
    },
    {
      name: "takes interval and current as text",
      query: '{ songPlays_collection(interval: "hour", current: "exclude", orderBy: played) { id } }',
      data: { songPlays_collection: ids("3", "5") },
    },
    {
      name: "filters buckets",
      query: `{ songPlays_collection(interval: hour, where: {song: "${s(2)}", id_gt: 1}) { id } }`,
      data: { songPlays_collection: ids("3") },
    },
    {
      name: "filters buckets by their dimension's fields",
      query: '{ songPlays_collection(interval: hour, where: {song_: {title: "Rock Tune"}}) { id } }',
      data: { songPlays_collection: ids("3") },
    },
    {
      name: "cannot filter by an aggregate",
      query: "{ songPlays_collection(interval: hour, where: {played: 4}) { id } }",
      error: 'Invalid value provided for argument `where`: Object({"played": Int(Number(4))})',
    },
    {
      name: "needs an interval",
      query: "{ songPlays_collection { id } }",
      error: "No value provided for required argument: `interval`",
    },
    {
      name: "refuses an interval that is none",
      query: "{ songPlays_collection(interval: week) { id } }",
      error: 'Invalid value provided for argument `interval`: Enum("week")',
    },
    {
      name: "refuses an interval that the aggregation lacks",
      query: "{ songPlays_collection(interval: day) { id } }",
      error: "Aggregation `SongPlays` has no interval `day`",
    },
    {
      name: "has no root field for one bucket",
      query: '{ songPlays(id: "5") { id } }',
      error: "Type `Query` has no field `songPlays`",
    },
  ];
}

/** Full-text searches in reviews. */
export function searchCases(): Case[] {
  const search = (args: string, ...found: string[]): Case => ({
    name: `search ${args}`,
    query: `{ bandReviewSearch(${args}) { id } }`,
    data: { bandReviewSearch: ids(...found) },
  });
  return [
    search('text: "musicians"', "r1", "r5"),
    search('text: "musician"', "r1", "r5"),
    search('text: "musicians & good"'),
    search('text: "amateurs | musicians"', "r1", "r2", "r5"),
    search('text: "bad <-> musicians"', "r1", "r5"),
    search('text: "musicians <-> bad"'),
    search('text: "music:*"', "r1", "r5"),
    search("text: \"'bad musicians'\"", "r1", "r5"),
    search('text: "!good"', "r1", "r5"),
    search('text: ""'),
    search('text: "musicians", first: 1', "r1"),
    search('text: "musicians", skip: 1', "r5"),
    search('text: "musicians", where: {author: "u3"}', "r5"),
    search('text: "musicians", where: {or: [{author: "u3"}, {id: "r2"}]}', "r5"),
    search('text: "musicians", block: {number: 0}', "r1", "r5"),
    {
      name: "search without text",
      query: "{ bandReviewSearch { id } }",
      error: "No value provided for required argument: `text`",
    },
    {
      name: "search for words without operator",
      query: '{ bandReviewSearch(text: "bad musicians") { id } }',
      error:
        'Invalid fulltext search query syntax. Error: syntax error in tsquery: "bad musicians". ' +
        "Hint: Search terms with spaces need to be enclosed in single quotes",
    },
    {
      name: "logs are not kept",
      query: "{ _logs(first: 1) { text } }",
      error: "Not supported: the `_logs` query is not enabled on this indexer",
    },
    {
      name: "logs beside entities",
      query: "{ _logs { text } bands { id } }",
      error: "The _logs query cannot be combined with other entity queries in the same request",
    },
  ];
}
