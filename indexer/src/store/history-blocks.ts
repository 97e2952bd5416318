import { IndexerError } from "../errors/indexer-error.ts";
import type { PruneHint } from "../manifest/parse-prune.ts";

/** With `auto`, history is kept for this many times the deepest reorganisation. */
const AUTO_FACTOR = 2;

/**
 * Blocks of history to keep, null for all: what the start options say, else what the manifest asks for.
 * Throws `IndexerError` when that is not more than `finality` blocks, which a reorganisation may undo.
 */
export function historyBlocks(
  hint: PruneHint | null,
  override: number | null | undefined,
  finality: number,
): number | null {
  const wanted = override === undefined ? hint : override;
  if (wanted === null || wanted === "never") return null;
  if (wanted === "auto") return AUTO_FACTOR * finality;
  if (Number.isSafeInteger(wanted) && wanted > finality) return wanted;
  const source = override === undefined ? "The manifest's indexerHints.prune" : "historyBlocks";
  throw new IndexerError(
    `${source} is ${wanted}, but must be more than the ${finality} blocks that a reorganisation may undo: raise it, or lower finality.`,
  );
}
