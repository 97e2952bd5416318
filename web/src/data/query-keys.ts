/** First part of the key of everything that is read from the index: one transaction makes all of it old. */
export const INDEX_KEY = "index";

/** First part of the key of everything that is read from the chain itself. */
export const CHAIN_KEY = "chain";

/** Keys of shared queries; pages add their own under `index` or `chain`. */
export const queryKeys = {
  index: (...parts: readonly unknown[]) => [INDEX_KEY, ...parts] as const,
  chain: (...parts: readonly unknown[]) => [CHAIN_KEY, ...parts] as const,
  /** The past is under a key of its own: no transaction makes it old. */
  ownership: (block?: number) =>
    block === undefined ? ([INDEX_KEY, "ownership"] as const) : (["past", "ownership", block] as const),
  status: () => ["status"] as const,
};
