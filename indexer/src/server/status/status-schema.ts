import { buildSchema } from "graphql";

/** The part of graph-node's indexing status API that dashboards, deploy scripts and CI ask for. */
export const statusSchema = buildSchema(`
scalar BigInt
scalar Bytes
scalar JSONObject

type Query {
  "The deployment that answers under the name"
  indexingStatusForCurrentVersion(subgraphName: String!): SubgraphIndexingStatus
  "The deployment that will take over once it has caught up"
  indexingStatusForPendingVersion(subgraphName: String!): SubgraphIndexingStatus
  indexingStatusesForSubgraphName(subgraphName: String!): [SubgraphIndexingStatus!]!
  "Without ids: every deployment"
  indexingStatuses(subgraphs: [String!]): [SubgraphIndexingStatus!]!
  subgraphFeatures(subgraphId: String!): SubgraphFeatures!
  "Null when the chain has no such block"
  blockHashFromNumber(network: String!, blockNumber: Int!): Bytes
  "The block as the chain's JSON-RPC server gives it, with its transactions"
  blockData(network: String!, blockHash: Bytes!): JSONObject
  version: Version!
  "Versions of the query API"
  apiVersions(subgraphId: String!): [ApiVersion!]!
}

type Version { version: String!, commit: String! }

type ApiVersion { version: String! }

enum Health {
  "Indexing goes on without errors"
  healthy
  "Indexing goes on, but handlers failed"
  unhealthy
  "Indexing has stopped because of an error"
  failed
}

type SubgraphIndexingStatus {
  "The deployment's id"
  subgraph: String!
  "Whether it has ever caught up with the chain"
  synced: Boolean!
  health: Health!
  fatalError: SubgraphError
  "First to last, at most 1000"
  nonFatalErrors: [SubgraphError!]!
  chains: [ChainIndexingStatus!]!
  entityCount: BigInt!
  node: String
  paused: Boolean
  "Blocks back to which queries can ask"
  historyBlocks: Int!
}

interface ChainIndexingStatus {
  network: String!
  chainHeadBlock: Block
  earliestBlock: EarliestBlock
  latestBlock: Block
  lastHealthyBlock: Block
}

type EthereumIndexingStatus implements ChainIndexingStatus {
  network: String!
  chainHeadBlock: Block
  earliestBlock: EarliestBlock
  latestBlock: Block
  lastHealthyBlock: Block
}

type Block { hash: Bytes!, number: BigInt! }

type EarliestBlock { "Always 0x0" hash: Bytes!, number: BigInt! }

type SubgraphError {
  message: String!
  block: Block
  handler: String
  "Whether the same happens every time"
  deterministic: Boolean!
}

type SubgraphFeatures {
  apiVersion: String
  specVersion: String!
  features: [String!]!
  dataSources: [String!]!
  handlers: [String!]!
  network: String
}
`);
