import { ManifestError } from "../errors/manifest-error.ts";
import type { YamlNode } from "./yaml-node.ts";

/** How much history a manifest asks for: two times the deepest reorganisation, everything, or a number of blocks. */
export type PruneHint = "auto" | "never" | number;

/** Largest number that graph-node takes. */
const MAX_BLOCKS = 2 ** 31 - 1;

/** Reads `indexerHints.prune`; null when the manifest says nothing. @throws ManifestError when it is no `auto`, `never` or number. */
export function parsePrune(hints: YamlNode): PruneHint | null {
  if (!hints.exists()) return null;
  const node = hints.at("prune");
  const text = node.optionalText();
  if (text === null || text === "auto" || text === "never") return text;
  const blocks = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (blocks > 0 && blocks <= MAX_BLOCKS) return blocks;
  throw new ManifestError(node.place, `"${text}" must be auto, never or a number of blocks from 1 to ${MAX_BLOCKS}.`);
}
