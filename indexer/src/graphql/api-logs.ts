import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from "graphql";

const TEXT = new GraphQLNonNull(GraphQLString);
const NUMBER = new GraphQLNonNull(GraphQLInt);

/** The root field `_logs`, which graph-node describes on every node and answers only on those that keep logs. */
export function createLogsField(orderDirection: GraphQLEnumType): GraphQLFieldConfig<unknown, unknown> {
  const level = createLevel();
  return {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(createLog(level)))),
    description:
      "Query execution logs emitted by the subgraph during indexing. Results are sorted by timestamp in descending order (newest first).",
    args: {
      level: { type: level, description: "Filter logs by severity level. Only logs at this level will be returned." },
      from: {
        type: GraphQLString,
        description:
          "Filter logs from this timestamp onwards (inclusive). Must be in RFC3339 format (e.g., '2024-01-15T10:30:00Z').",
      },
      to: {
        type: GraphQLString,
        description:
          "Filter logs until this timestamp (inclusive). Must be in RFC3339 format (e.g., '2024-01-15T23:59:59Z').",
      },
      search: { type: GraphQLString, description: "Search for logs containing this text." },
      first: { type: GraphQLInt, defaultValue: 100, description: "Maximum number of logs to return." },
      skip: { type: GraphQLInt, defaultValue: 0, description: "Number of logs to skip." },
      orderDirection: { type: orderDirection, defaultValue: "desc", description: "Sort direction for results." },
    },
  };
}

function createLevel(): GraphQLEnumType {
  return new GraphQLEnumType({
    name: "LogLevel",
    description: "The severity level of a log entry, from most to least severe.",
    values: { CRITICAL: {}, ERROR: {}, WARNING: {}, INFO: {}, DEBUG: {} },
  });
}

function createLog(level: GraphQLEnumType): GraphQLObjectType {
  const argument = new GraphQLObjectType({
    name: "_LogArgument_",
    description: "A named value that belongs to a log entry.",
    fields: { key: { type: TEXT }, value: { type: TEXT } },
  });
  const meta = new GraphQLObjectType({
    name: "_LogMeta_",
    description: "The place in the subgraph's code that a log entry comes from.",
    fields: { module: { type: TEXT }, line: { type: NUMBER }, column: { type: NUMBER } },
  });
  return new GraphQLObjectType({
    name: "_Log_",
    description: "A log entry that a subgraph wrote during indexing.",
    fields: {
      id: { type: TEXT },
      subgraphId: { type: TEXT },
      timestamp: { type: TEXT },
      level: { type: new GraphQLNonNull(level) },
      text: { type: TEXT },
      arguments: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(argument))) },
      meta: { type: new GraphQLNonNull(meta) },
    },
  });
}
