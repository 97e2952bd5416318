import { readFile } from "node:fs/promises";
import type { Abi, Hex } from "viem";
import { parse } from "yaml";
import { ManifestError, UnsupportedFeatureError } from "../errors/manifest-error.ts";
import { type BuildFiles, buildFiles } from "./build-files.ts";
import type { Manifest, Mapping, StaticDataSource, Version, WasmFile } from "./manifest.ts";
import { parseAbi } from "./parse-abi.ts";
import { parseContext } from "./parse-context.ts";
import { parseBlockHandlers, parseEventHandler } from "./parse-handlers.ts";
import { type YamlNode, type YamlValue, yamlNode } from "./yaml-node.ts";

const MAX_SPEC_VERSION: Version = { major: 1, minor: 3, patch: 0 };
const MIN_API_PATCH = 6;
const MAX_API_PATCH = 9;
const KINDS = new Set(["ethereum", "ethereum/contract"]);
/** Features of a manifest that change nothing here: the capability needs no switch. */
const HARMLESS_FEATURES = new Set(["ipfsOnEthereumContracts"]);

function parseVersion(node: YamlNode): Version {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(node.text());
  if (match === null) throw new ManifestError(node.place, `"${node.text()}" is no version like 1.3.0.`);
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

function parseSpecVersion(node: YamlNode): string {
  const { major, minor, patch } = parseVersion(node);
  const rank = major * 1_000_000 + minor * 1000 + patch;
  const limit = MAX_SPEC_VERSION.major * 1_000_000 + MAX_SPEC_VERSION.minor * 1000 + MAX_SPEC_VERSION.patch;
  if (rank > limit) throw new UnsupportedFeatureError(node.place, `specVersion ${node.text()} (above 1.3.0)`);
  return node.text();
}

function parseApiVersion(node: YamlNode): Version {
  const version = parseVersion(node);
  const inRange = version.major === 0 && version.minor === 0;
  if (!inRange || version.patch < MIN_API_PATCH || version.patch > MAX_API_PATCH) {
    throw new UnsupportedFeatureError(
      node.place,
      `apiVersion ${node.text()} (supported: 0.0.6 to 0.0.9)`,
      "Set apiVersion to 0.0.9 and build again.",
    );
  }
  return version;
}

async function readAbis(node: YamlNode, files: BuildFiles): Promise<ReadonlyMap<string, Abi>> {
  const abis = new Map<string, Abi>();
  for (const item of node.list()) {
    const file = item.at("file");
    abis.set(item.at("name").text(), parseAbi(file.place, await files.text(file.place, file.text())));
  }
  return abis;
}

function refuse(node: YamlNode, key: string, feature: string): void {
  const member = node.at(key);
  if (member.exists() && member.list().length > 0) throw new UnsupportedFeatureError(member.place, feature);
}

async function readWasm(node: YamlNode, files: BuildFiles, known: Map<string, WasmFile>): Promise<WasmFile> {
  const path = node.text();
  if (!path.endsWith(".wasm")) {
    throw new ManifestError(
      node.place,
      `"${path}" is not compiled. Run graph build and point at its build/subgraph.yaml.`,
    );
  }
  const file = known.get(path) ?? { path, bytes: await files.read(node.place, path) };
  known.set(path, file);
  return file;
}

async function readMapping(node: YamlNode, files: BuildFiles, wasms: Map<string, WasmFile>): Promise<Mapping> {
  const kind = node.at("kind");
  if (!KINDS.has(kind.text())) {
    throw new UnsupportedFeatureError(kind.place, `A data source of kind "${kind.text()}"`);
  }
  const mapping = node.at("mapping");
  refuse(mapping, "callHandlers", "A call handler");
  refuse(mapping, "transactionHandlers", "A transaction handler");
  const apiVersion = parseApiVersion(mapping.at("apiVersion"));
  const abis = await readAbis(mapping.at("abis"), files);
  const abiName = node.at("source").at("abi");
  const abi = abis.get(abiName.text());
  if (abi === undefined) {
    throw new ManifestError(abiName.place, `no ABI named "${abiName.text()}" among mapping.abis.`);
  }
  return {
    name: node.at("name").text(),
    network: node.at("network").text(),
    apiVersion,
    wasm: await readWasm(mapping.at("file"), files, wasms),
    abis,
    eventHandlers: mapping
      .at("eventHandlers")
      .list()
      .map((item) => parseEventHandler(item, abi, apiVersion)),
    blockHandlers: parseBlockHandlers(mapping.at("blockHandlers")),
  };
}

function parseAddress(node: YamlNode): Hex | null {
  const text = node.optionalText();
  if (text === null) return null;
  if (!/^(0x)?[0-9a-fA-F]{40}$/.test(text)) throw new ManifestError(node.place, `"${text}" is no address.`);
  return `0x${text.replace(/^0x/, "").toLowerCase()}`;
}

async function readDataSource(
  node: YamlNode,
  files: BuildFiles,
  wasms: Map<string, WasmFile>,
): Promise<StaticDataSource> {
  const mapping = await readMapping(node, files, wasms);
  const source = node.at("source");
  const address = parseAddress(source.at("address"));
  if (address === null && mapping.blockHandlers.length > 0) {
    throw new ManifestError(source.place, "subgraph source address is required for block handlers.");
  }
  const startBlock = source.at("startBlock").wholeNumber(0);
  const endBlock = source.at("endBlock").exists() ? source.at("endBlock").wholeNumber(0) : null;
  if (endBlock !== null && endBlock < startBlock) {
    throw new ManifestError(source.at("endBlock").place, `endBlock ${endBlock} is before startBlock ${startBlock}.`);
  }
  return { ...mapping, address, startBlock, endBlock, context: parseContext(node.at("context")) };
}

function checkFeatures(root: YamlNode): void {
  if (root.at("graft").exists()) throw new UnsupportedFeatureError("graft", "Grafting");
  for (const feature of root.at("features").list()) {
    if (!HARMLESS_FEATURES.has(feature.text())) {
      throw new UnsupportedFeatureError(feature.place, `The feature ${feature.text()}`);
    }
  }
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
    return yamlNode("", parse(source, { schema: "failsafe" }) as YamlValue);
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
  checkFeatures(root);
  const files = buildFiles(path, source);
  const wasms = new Map<string, WasmFile>();
  const schemaFile = root.at("schema").at("file");
  const schema = await files.text(schemaFile.place, schemaFile.text());
  const dataSources: StaticDataSource[] = [];
  for (const node of root.at("dataSources").list()) dataSources.push(await readDataSource(node, files, wasms));
  const templates = new Map<string, Mapping>();
  for (const node of root.at("templates").list()) {
    const template = await readMapping(node, files, wasms);
    templates.set(template.name, template);
  }
  return {
    specVersion,
    network: onlyNetwork([...dataSources, ...templates.values()]),
    schema,
    dataSources,
    templates,
    deploymentId: files.deploymentId(),
  };
}
