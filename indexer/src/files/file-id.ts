import { CID } from "multiformats/cid";

/** A file on IPFS: a content id, and the path below it. */
export interface FileId {
  readonly cid: CID;
  /** Names below the content id; none for the file that it names itself. */
  readonly path: readonly string[];
  /** Content id and path, joined by `/`. */
  readonly text: string;
}

/** Longest id that is looked at; real ones have about 60 characters, paths some more. */
const MAX_LENGTH = 2048;

/** Reads `<cid>` or `<cid>/<path>`, with or without a leading `/ipfs/`; null when there is no content id. */
export function parseFileId(source: string): FileId | null {
  if (source.length > MAX_LENGTH) return null;
  const text = source
    .trim()
    .replace(/^\/?ipfs\//, "")
    .replace(/\/+$/, "");
  const [root = "", ...path] = text.split("/");
  if (path.some((name) => name === "" || name === "." || name === "..")) return null;
  try {
    return { cid: CID.parse(root), path, text };
  } catch {
    return null;
  }
}
