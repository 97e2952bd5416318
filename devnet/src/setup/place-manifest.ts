import { readFile, rename, writeFile } from "node:fs/promises";
import type { Deployment } from "@weft/abis";
import { parseDocument } from "yaml";
import { MissingBuildError } from "../errors.ts";
import { fromRoot } from "../paths.ts";

/**
 * Writes the built manifest with the contracts' places in one deployment, beside the build, and returns its path. The
 * code that `graph build` made stays as it is.
 *
 * @throws MissingBuildError when the subgraph was not built.
 */
export async function placeManifest({ chainId, registry, settlement, block }: Deployment): Promise<string> {
  const built = fromRoot("subgraph", "build", "subgraph.yaml");
  const text = await readFile(built, "utf8").catch(() => undefined);
  if (text === undefined) throw new MissingBuildError("The subgraph's build", built, "Run `npm run setup`.");
  const manifest = parseDocument(text);
  // In the order of the template's data sources.
  for (const [index, address] of [registry, settlement].entries()) {
    manifest.setIn(["dataSources", index, "source", "address"], address);
    manifest.setIn(["dataSources", index, "source", "startBlock"], block);
  }
  const path = fromRoot("subgraph", "build", `subgraph.${chainId}.${registry.toLowerCase()}.${block}.yaml`);
  // In one move: whoever starts at the same time never reads half of it.
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, manifest.toString());
  await rename(draft, path);
  return path;
}
