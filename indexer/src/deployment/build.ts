import type { Manifest } from "../manifest/manifest.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import { createDataSources, type DataSourceFactory } from "../runtime/data-source.ts";
import type { SchemaModel } from "../schema/model.ts";
import { parseSchema } from "../schema/parse-schema.ts";
import { markFileTypes } from "./open-files.ts";

/** A built subgraph, read, checked and compiled. */
export interface Build {
  readonly manifest: Manifest;
  readonly model: SchemaModel;
  readonly factory: DataSourceFactory;
}

/**
 * Reads everything of the build around the manifest at `path`.
 * @throws ManifestError or SchemaError when it is incomplete or wrong.
 */
export async function readBuild(path: string): Promise<Build> {
  const manifest = await readManifest(path);
  const model = markFileTypes(parseSchema(manifest.schema), manifest);
  return { manifest, model, factory: await createDataSources(manifest) };
}

/** First block that any data source wants. */
export function startBlockOf({ dataSources }: Manifest): number {
  return Math.min(...dataSources.map((source) => source.startBlock));
}
