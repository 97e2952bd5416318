import { readFileSync, writeFileSync } from "node:fs";
import { type ManifestFacts, renderManifest } from "./render-manifest.ts";

/** Writes the manifest with those facts as `name` into the subgraph's folder, where its paths lead to the sources. */
export function writeManifest(name: string, facts: ManifestFacts): void {
  const here = (file: string) => new URL(`../${file}`, import.meta.url);
  writeFileSync(here(name), renderManifest(readFileSync(here("subgraph.template.yaml"), "utf8"), facts));
}
