import { readFile } from "node:fs/promises";
import type { Hex } from "viem";
import { parse } from "yaml";
import { ManifestError, UnsupportedFeatureError } from "../errors/manifest-error.ts";
import { buildFiles } from "./build-files.ts";
import type { Manifest, Mapping, StaticDataSource, Version } from "./manifest.ts";
import { parseContext } from "./parse-context.ts";
import { parsePrune } from "./parse-prune.ts";
import { parseSpecVersion } from "./parse-version.ts";
import { readFeatures } from "./read-features.ts";
import { type MappingScope, readMapping } from "./read-mapping.ts";
import { type YamlNode, type YamlValue, yamlNode } from "./yaml-node.ts";

const END_BLOCK_SINCE: Version = { major: 0, minor: 0, patch: 9 };
const PRUNE_SINCE: Version = { major: 1, minor: 0, patch: 0 };

function parseAddress(node: YamlNode): Hex | null {
  const text = node.optionalText();
  if (text === null) return null;
  if (!/^(0x)?[0-9a-fA-F]{40}$/.test(text)) throw new ManifestError(node.place, `"${text}" is no address.`);
  return `0x${text.replace(/^0x/, "").toLowerCase()}`;
}

async function readDataSource(node: YamlNode, scope: MappingScope): Promise<StaticDataSource> {
  const mapping = await readMapping(node, scope);
  if (mapping.kind !== "ethereum/contract") {
    throw new UnsupportedFeatureError(
      node.at("kind").place,
      `A data source of kind "${mapping.kind}" outside templates`,
      "Make it a template and create it from a handler.",
    );
  }
  const source = node.at("source");
  const address = parseAddress(source.at("address"));
  if (address === null && mapping.blockHandlers.length + mapping.callHandlers.length > 0) {
    throw new ManifestError(source.place, "subgraph source address is required for block and call handlers.");
  }
  const startBlock = source.at("startBlock").wholeNumber(0);
  const endBlock = source.at("endBlock").exists() ? source.at("endBlock").wholeNumber(0) : null;
  if (endBlock !== null) scope.specVersion.require(source.at("endBlock").place, "endBlock", END_BLOCK_SINCE);
  if (endBlock !== null && endBlock < startBlock) {
    throw new ManifestError(source.at("endBlock").place, `endBlock ${endBlock} is before startBlock ${startBlock}.`);
  }
  return { ...mapping, address, startBlock, endBlock, context: parseContext(node.at("context")) };
}

/** Refuses a second data source or template of the same name. */
function assertNewName(node: YamlNode, names: ReadonlySet<string>, name: string): void {
  if (names.has(name)) throw new ManifestError(node.at("name").place, `the name "${name}" is taken; choose another.`);
}

async function readDataSources(root: YamlNode, scope: MappingScope): Promise<readonly StaticDataSource[]> {
  const sources = new Map<string, StaticDataSource>();
  for (const node of root.at("dataSources").list()) {
    const source = await readDataSource(node, scope);
    assertNewName(node, new Set(sources.keys()), source.name);
    sources.set(source.name, source);
  }
  return [...sources.values()];
}

async function readTemplates(root: YamlNode, scope: MappingScope): Promise<ReadonlyMap<string, Mapping>> {
  const templates = new Map<string, Mapping>();
  for (const node of root.at("templates").list()) {
    const template = await readMapping(node, scope);
    assertNewName(node, new Set(templates.keys()), template.name);
    templates.set(template.name, template);
  }
  return templates;
}

function onlyNetwork(mappings: readonly Mapping[]): string {
  const [first] = mappings;
  if (first === undefined) throw new ManifestError("dataSources", "a subgraph needs at least one data source.");
  const other = mappings.find((mapping) => mapping.network !== first.network);
  if (other !== undefined) {
    throw new ManifestError("dataSources", `one network only, found "${first.network}" and "${other.network}".`);
  }
  return first.network;
}

function parseYaml(path: string, source: string): YamlNode {
  try {
    return yamlNode("", parse(source, { schema: "failsafe", logLevel: "error" }) as YamlValue);
  } catch (cause) {
    throw new ManifestError(path, "the manifest is no YAML.", { cause });
  }
}

/**
 * Reads a built subgraph: the `subgraph.yaml` that `graph build` wrote, and every file it names.
 * @throws ManifestError when something is missing or malformed.
 * @throws UnsupportedFeatureError when the subgraph needs what this indexer leaves out.
 */
export async function readManifest(path: string): Promise<Manifest> {
  let source: string;
  try {
    source = await readFile(path, "utf8");
  } catch (cause) {
    throw new ManifestError(path, "cannot read the manifest. Run graph build and point at its build/subgraph.yaml.", {
      cause,
    });
  }
  const root = parseYaml(path, source);
  const specVersion = parseSpecVersion(root.at("specVersion"));
  if (root.at("indexerHints").exists() && root.at("indexerHints").at("prune").exists()) {
    specVersion.require("indexerHints.prune", "Pruning", PRUNE_SINCE);
  }
  const files = buildFiles(path, source);
  const schemaFile = root.at("schema").at("file");
  const schema = await files.text(schemaFile.place, schemaFile.text());
  const features = readFeatures(root, schema);
  const scope: MappingScope = { files, specVersion, wasms: new Map() };
  const dataSources = await readDataSources(root, scope);
  const templates = await readTemplates(root, scope);
  const network = onlyNetwork([...dataSources, ...templates.values()].filter((mapping) => mapping.network !== ""));
  return {
    specVersion: specVersion.text,
    network,
    features,
    prune: parsePrune(root.at("indexerHints")),
    schema,
    dataSources,
    // Templates of files need not name the network; it is that of the contracts.
    templates: new Map([...templates].map(([name, template]) => [name, { ...template, network }])),
    deploymentId: files.deploymentId(),
  };
}
