import { IndexerError, type IndexerErrorOptions } from "./indexer-error.ts";

/** A JSON-RPC request that got no usable answer. Whether another try may help is decided where the error is made. */
export class RpcError extends IndexerError {
  override name = "RpcError";
  readonly method: string;
  readonly retryable: boolean;
  /** JSON-RPC error code, null when the server never answered in JSON-RPC. */
  readonly code: number | null;
  /** Whether the server found the request or its answer too large. */
  readonly tooLarge: boolean;
  /** The `data` member of the JSON-RPC error. */
  readonly data: unknown;

  constructor(
    method: string,
    problem: string,
    options: IndexerErrorOptions & {
      readonly retryable: boolean;
      readonly tooLarge?: boolean;
      readonly code?: number;
      readonly data?: unknown;
    },
  ) {
    super(`RPC request ${method} failed: ${problem}`, options);
    this.method = method;
    this.retryable = options.retryable;
    this.tooLarge = options.tooLarge ?? false;
    this.code = options.code ?? null;
    this.data = options.data;
  }
}

/** The chain changed while it was being read; the caller starts again from the store's head. */
export class ChainChangedError extends IndexerError {
  override name = "ChainChangedError";
}

/** The chain has ended below what was read of it for so long that no lagging server explains it. */
export class ChainShortenedError extends ChainChangedError {
  override name = "ChainShortenedError";
}
