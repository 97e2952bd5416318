import { IndexerError } from "./indexer-error.ts";

/** The RPC server now serves another chain: its first block is not the one everything stored was read from. */
export class ChainRestartedError extends IndexerError {
  override name = "ChainRestartedError";
}
