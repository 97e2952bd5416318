export { IndexerError } from "./errors/indexer-error.ts";
export { ManifestError, UnsupportedFeatureError } from "./errors/manifest-error.ts";
export { RpcError } from "./errors/rpc-error.ts";
export { printApiSchema } from "./graphql/api-schema.ts";
export type { QueryAnswer } from "./graphql/execute.ts";
export type { Progress as IndexerStatus } from "./runtime/progress.ts";
export { type Indexer, type StartIndexerOptions, startIndexer } from "./start-indexer.ts";
export { WaitError } from "./wait-for-block.ts";
