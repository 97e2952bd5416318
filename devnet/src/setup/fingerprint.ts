import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { fromRoot } from "../paths.ts";

/** Folders that no build reads as source. */
const SKIPPED = new Set(["node_modules", ".git"]);

/** A hash over the paths and contents of files and folders, given from the repository's root. A missing one counts as empty. */
export async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await filesIn(fromRoot(path))) {
      hash.update(relative(fromRoot(), file)).update("\0");
      hash.update(await readFile(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** Files at and under a path, sorted. */
async function filesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const files: string[] = [];
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!SKIPPED.has(entry.name)) files.push(...(await filesIn(join(path, entry.name))));
  }
  return files;
}
