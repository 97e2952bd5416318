import type { Hex } from "viem";
import { MappingError } from "../errors/mapping-error.ts";
import { parseFileId } from "../files/file-id.ts";
import { type CompiledMapping, compileMapping } from "../host/compile-mapping.ts";
import type { StoreEntity } from "../host/store-value.ts";
import type { Manifest, Mapping, StaticDataSource } from "../manifest/manifest.ts";
import { requireFeature } from "../manifest/read-features.ts";
import type { LogFilter } from "../source/chain.ts";
import type { DynamicDataSource } from "../store/store.ts";
import { contextFromManifest, unpackContext } from "./context.ts";

/** A file that a data source is about. */
export interface SourceFile {
  /** Content id or transaction id, as the mapping gave it. */
  readonly id: string;
  /** Number of its causality region, from 1. */
  readonly region: number;
}

/** A data source in operation: declared by the manifest, or made from a template. */
export interface DataSource {
  readonly mapping: Mapping;
  readonly compiled: CompiledMapping;
  /** Lower case; null listens to every address. */
  readonly address: Hex | null;
  readonly startBlock: number;
  /** Inclusive; null for no end. */
  readonly endBlock: number | null;
  readonly context: StoreEntity;
  /** Null for contracts. */
  readonly file: SourceFile | null;
}

/** Every template and data source of a manifest, compiled. */
export interface DataSourceFactory {
  readonly static: readonly DataSource[];
  /** Whether a template is one of files. */
  isFile(template: string): boolean;
  /** @throws MappingError when the parameters are not one address. */
  fromTemplate(source: DynamicDataSource): DataSource;
}

function templateAddress(template: string, parameters: readonly string[]): Hex {
  const [address] = parameters;
  if (address !== undefined && /^0x[0-9a-f]{40}$/.test(address)) return address as Hex;
  throw new MappingError(
    `Failed to create data source from template \`${template}\`: "${address ?? ""}" is no address of 20 bytes.`,
  );
}

/**
 * A template's parameters as they are stored: the address in lower case with 0x, or a file's id as it is.
 * Null for an id that names no file, which graph-node leaves alone.
 * @throws MappingError when the address or id is missing.
 */
export function normalizeParameters(template: Mapping, parameters: readonly string[]): readonly string[] | null {
  const [first, ...others] = parameters;
  if (template.kind === "ethereum/contract") {
    const digits = (first ?? "").replace(/^0x/, "").toLowerCase();
    return [templateAddress(template.name, [`0x${digits}`]), ...others];
  }
  if (first === undefined) {
    throw new MappingError(
      `Failed to create data source from template \`${template.name}\`: source parameter is missing`,
    );
  }
  return template.kind === "file/ipfs" && parseFileId(first) === null ? null : parameters;
}

/** Compiles a mapping. @throws ManifestError when it is broken, or reads IPFS without the manifest saying so. */
async function compileChecked(mapping: Mapping, features: ReadonlySet<string>): Promise<CompiledMapping> {
  const compiled = await compileMapping(mapping.wasm);
  if (compiled.imports.some(({ name }) => name === "ipfs.cat" || name === "ipfs.map")) {
    requireFeature(features, "ipfsOnEthereumContracts");
  }
  return compiled;
}

/** Compiles a manifest's mappings. @throws ManifestError when one is broken. */
export async function createDataSources(manifest: Manifest): Promise<DataSourceFactory> {
  const { features } = manifest;
  const compiledTemplates = new Map<string, { mapping: Mapping; compiled: CompiledMapping }>();
  for (const mapping of manifest.templates.values()) {
    compiledTemplates.set(mapping.name, { mapping, compiled: await compileChecked(mapping, features) });
  }
  const fromManifest = async (source: StaticDataSource): Promise<DataSource> => ({
    mapping: source,
    compiled: await compileChecked(source, features),
    address: source.address,
    startBlock: source.startBlock,
    endBlock: source.endBlock,
    context: contextFromManifest(source.name, source.context),
    file: null,
  });
  return {
    static: await Promise.all(manifest.dataSources.map(fromManifest)),
    isFile: (template) => (manifest.templates.get(template)?.kind ?? "ethereum/contract") !== "ethereum/contract",
    fromTemplate(source) {
      const template = compiledTemplates.get(source.template);
      if (template === undefined) throw new MappingError(`No template is named \`${source.template}\`.`);
      const isFile = template.mapping.kind !== "ethereum/contract";
      return {
        ...template,
        address: isFile ? null : templateAddress(source.template, source.params),
        file: isFile ? { id: source.params[0] ?? "", region: source.region ?? 0 } : null,
        startBlock: source.createdAt,
        endBlock: null,
        context: source.context === null ? new Map() : unpackContext(source.context),
      };
    },
  };
}

function inForce(source: DataSource, from: number, to: number): boolean {
  return source.startBlock <= to && (source.endBlock === null || source.endBlock >= from);
}

/** Whether a data source or template has handlers that only a chain's traces can trigger. */
export function needsTraces({ blockHandlers, callHandlers }: Mapping): boolean {
  return callHandlers.length > 0 || blockHandlers.some((handler) => handler.filter.kind === "call");
}

/** The contracts that data sources want the calls of between two blocks. */
export function calleesOf(sources: readonly DataSource[], from: number, to: number): readonly Hex[] {
  return sources
    .filter((source) => needsTraces(source.mapping) && inForce(source, from, to))
    .map((source) => source.address)
    .filter((address) => address !== null);
}

/** The logs that data sources want between two blocks. */
export function filtersOf(sources: readonly DataSource[], from: number, to: number): readonly LogFilter[] {
  return sources
    .filter((source) => source.mapping.eventHandlers.length > 0 && inForce(source, from, to))
    .map((source) => ({
      addresses: source.address === null ? null : [source.address],
      topics: [...new Set(source.mapping.eventHandlers.map((handler) => handler.topic0))],
    }));
}
