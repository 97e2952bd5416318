import type { Abi } from "viem";
import { ManifestError, UnsupportedFeatureError } from "../errors/manifest-error.ts";
import type { BuildFiles } from "./build-files.ts";
import type { Mapping, MappingKind, Version, WasmFile } from "./manifest.ts";
import { parseAbi } from "./parse-abi.ts";
import { parseCallHandlers } from "./parse-call-handlers.ts";
import { parseBlockHandlers, parseEventHandler } from "./parse-handlers.ts";
import { parseApiVersion, type SpecVersion } from "./parse-version.ts";
import type { YamlNode } from "./yaml-node.ts";

const KINDS: ReadonlyMap<string, MappingKind> = new Map([
  ["ethereum", "ethereum/contract"],
  ["ethereum/contract", "ethereum/contract"],
  ["file/ipfs", "file/ipfs"],
  ["file/arweave", "file/arweave"],
]);
const FILES_SINCE: Version = { major: 0, minor: 0, patch: 7 };

/** What data sources and templates are read with. */
export interface MappingScope {
  readonly files: BuildFiles;
  readonly specVersion: SpecVersion;
  /** Compiled handlers read so far, by path. */
  readonly wasms: Map<string, WasmFile>;
}

async function readAbis(node: YamlNode, files: BuildFiles): Promise<ReadonlyMap<string, Abi>> {
  const abis = new Map<string, Abi>();
  for (const item of node.list()) {
    const file = item.at("file");
    const abi = parseAbi(file.place, await files.text(file.place, file.text()));
    const name = item.at("name").text();
    // Of two with the same name graph-node takes the first.
    if (!abis.has(name)) abis.set(name, abi);
  }
  return abis;
}

function refuse(node: YamlNode, key: string, feature: string): void {
  const member = node.at(key);
  if (member.exists() && member.list().length > 0) throw new UnsupportedFeatureError(member.place, feature);
}

async function readWasm(node: YamlNode, { files, wasms }: MappingScope): Promise<WasmFile> {
  const path = node.text();
  if (!path.endsWith(".wasm")) {
    throw new ManifestError(
      node.place,
      `"${path}" is not compiled. Run graph build and point at its build/subgraph.yaml.`,
    );
  }
  const file = wasms.get(path) ?? { path, bytes: await files.read(node.place, path) };
  wasms.set(path, file);
  return file;
}

function readKind(node: YamlNode, specVersion: SpecVersion): MappingKind {
  const kind = KINDS.get(node.text());
  if (kind === undefined) throw new UnsupportedFeatureError(node.place, `A data source of kind "${node.text()}"`);
  if (kind !== "ethereum/contract") specVersion.require(node.place, `A data source of kind "${kind}"`, FILES_SINCE);
  return kind;
}

function readEntities(node: YamlNode): readonly string[] {
  if (!node.exists()) throw new ManifestError(node.place, "the list of entity types is missing; name those it writes.");
  return node.list().map((item) => item.text());
}

/** Handlers of a contract. */
function readContract(node: YamlNode, abis: ReadonlyMap<string, Abi>, apiVersion: Version, specVersion: SpecVersion) {
  const mapping = node.at("mapping");
  const abiName = node.at("source").at("abi");
  const abi = abis.get(abiName.text());
  if (abi === undefined) {
    throw new ManifestError(abiName.place, `no ABI named "${abiName.text()}" among mapping.abis.`);
  }
  const scope = { abi, abis, apiVersion, specVersion };
  return {
    network: node.at("network").text(),
    eventHandlers: mapping
      .at("eventHandlers")
      .list()
      .map((item) => parseEventHandler(item, scope)),
    callHandlers: parseCallHandlers(mapping.at("callHandlers"), abi),
    blockHandlers: parseBlockHandlers(mapping.at("blockHandlers"), specVersion),
    fileHandler: null,
  };
}

/** The handler of a file's content. */
function readFile(node: YamlNode) {
  return {
    network: node.at("network").optionalText() ?? "",
    eventHandlers: [],
    callHandlers: [],
    blockHandlers: [],
    fileHandler: node.at("mapping").at("handler").text(),
  };
}

/** Reads what a data source or template of the manifest says of its mapping. @throws ManifestError */
export async function readMapping(node: YamlNode, scope: MappingScope): Promise<Mapping> {
  const { files, specVersion } = scope;
  const kind = readKind(node.at("kind"), specVersion);
  const mapping = node.at("mapping");
  refuse(mapping, "transactionHandlers", "A transaction handler");
  const apiVersion = parseApiVersion(mapping.at("apiVersion"));
  const abis = await readAbis(mapping.at("abis"), files);
  const handlers = kind === "ethereum/contract" ? readContract(node, abis, apiVersion, specVersion) : readFile(node);
  return {
    kind,
    name: node.at("name").text(),
    apiVersion,
    wasm: await readWasm(mapping.at("file"), scope),
    abis,
    ...handlers,
    entities: readEntities(mapping.at("entities")),
  };
}
