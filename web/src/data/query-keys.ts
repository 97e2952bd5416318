/** First part of the key of everything that is read from the index: one transaction makes all of it old. */
export const INDEX_KEY = "index";

/** First part of the key of everything that is read from the chain itself. */
export const CHAIN_KEY = "chain";

/** Keys of shared queries; pages add their own under `index` or `chain`. */
export const queryKeys = {
  index: (...parts: readonly unknown[]) => [INDEX_KEY, ...parts] as const,
  chain: (...parts: readonly unknown[]) => [CHAIN_KEY, ...parts] as const,
  ownership: (block?: number) => [INDEX_KEY, "ownership", block ?? "latest"] as const,
  status: () => ["status"] as const,
};
