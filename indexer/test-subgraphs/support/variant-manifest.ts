import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { builtManifest } from "./build-subgraphs.ts";

/** A built manifest with changes, beside the build it is of. */
export interface VariantManifest {
  readonly path: string;
  remove(): Promise<void>;
}

/** Writes a test subgraph's manifest with texts replaced; each must be there. */
export async function variantManifest(
  name: string,
  changes: readonly (readonly [before: string, after: string])[],
): Promise<VariantManifest> {
  const built = builtManifest(name);
  let source = await readFile(built, "utf8");
  for (const [before, after] of changes) {
    if (!source.includes(before)) throw new Error(`the manifest of ${name} has no "${before}"`);
    source = source.replace(before, after);
  }
  const path = join(dirname(built), `subgraph.${randomUUID()}.yaml`);
  await writeFile(path, source);
  return { path, remove: () => rm(path) };
}
