import { type CompiledMapping, compileMapping } from "../host/compile-mapping.ts";
import { isHostFunction } from "../host/link-imports.ts";
import type { Mapping } from "../manifest/manifest.ts";
import { type Build, readBuild, startBlockOf } from "./build.ts";

/** What a build is, as names and texts, and what of it would fail. */
export interface BuildReport {
  readonly facts: readonly (readonly [name: string, text: string])[];
  readonly problems: readonly string[];
}

function handlersOf({ blockHandlers, callHandlers, eventHandlers, fileHandler }: Mapping): readonly string[] {
  const named = [...eventHandlers, ...callHandlers, ...blockHandlers].map(({ handler }) => handler);
  return fileHandler === null ? named : [...named, fileHandler];
}

function problemsOf(mapping: Mapping, { imports, module }: CompiledMapping): readonly string[] {
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const missing = handlersOf(mapping).filter((handler) => !exported.has(handler));
  const unknown = imports.map(({ name }) => name).filter((name) => !isHostFunction(name));
  return [
    ...missing.map((handler) => `${mapping.name}: ${mapping.wasm.path} has no handler \`${handler}\`.`),
    ...unknown.map((name) => `${mapping.name}: \`${name}\` is not there; a handler that calls it fails.`),
  ];
}

function factsOf({ manifest, model }: Build): BuildReport["facts"] {
  const { dataSources, templates } = manifest;
  const describe = (mapping: Mapping) => `${mapping.name} (${handlersOf(mapping).length} handlers)`;
  return [
    ["deployment", manifest.deploymentId],
    ["specVersion", manifest.specVersion],
    ["network", manifest.network],
    ["features", [...manifest.features].join(", ") || "none"],
    ["start block", String(startBlockOf(manifest))],
    ["data sources", dataSources.map(describe).join(", ")],
    ["templates", [...templates.values()].map(describe).join(", ") || "none"],
    ["entities", [...model.entities.keys()].join(", ")],
  ];
}

/** Reads and compiles the build around the manifest at `path`. @throws ManifestError or SchemaError when that cannot be. */
export async function checkBuild(path: string): Promise<BuildReport> {
  const build = await readBuild(path);
  const { dataSources, templates } = build.manifest;
  const problems: string[] = [];
  for (const mapping of [...dataSources, ...templates.values()]) {
    problems.push(...problemsOf(mapping, await compileMapping(mapping.wasm)));
  }
  return { facts: factsOf(build), problems };
}
