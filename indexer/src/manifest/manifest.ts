import type { Abi, AbiEvent, Hex } from "viem";

/** A mapping's host interface version, such as `{ major: 0, minor: 0, patch: 9 }`. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** An event handler of a manifest, with its event found in the ABI. */
export interface EventHandler {
  /** Signature as written in the manifest, such as `Transfer(indexed address,indexed address,uint256)`. */
  readonly signature: string;
  readonly handler: string;
  readonly event: AbiEvent;
  readonly topic0: Hex;
  /** Values allowed for topics 1 to 3, 32 bytes each; null allows every value. */
  readonly topicFilters: readonly (readonly Hex[] | null)[];
  /** Whether the handler wants the transaction's receipt. */
  readonly receipt: boolean;
}

/** When a block handler runs. */
export type BlockFilter =
  | { readonly kind: "every" }
  | { readonly kind: "polling"; readonly every: number }
  | { readonly kind: "once" };

/** A block handler of a manifest. */
export interface BlockHandler {
  readonly handler: string;
  readonly filter: BlockFilter;
}

/** A value of a manifest's `context`, as text; lists hold further values. */
export interface ContextEntry {
  readonly type: string;
  readonly data: string | readonly ContextEntry[];
}

/** What data sources and templates have in common: compiled handlers and what triggers them. */
export interface Mapping {
  readonly name: string;
  readonly network: string;
  readonly apiVersion: Version;
  /** Compiled handlers. Sources that share a file share the object. */
  readonly wasm: WasmFile;
  readonly abis: ReadonlyMap<string, Abi>;
  readonly eventHandlers: readonly EventHandler[];
  readonly blockHandlers: readonly BlockHandler[];
}

/** A compiled mapping. */
export interface WasmFile {
  /** Path inside the build. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A data source that the manifest itself declares. */
export interface StaticDataSource extends Mapping {
  /** Lower case; null listens to every address. */
  readonly address: Hex | null;
  /** First block, inclusive. */
  readonly startBlock: number;
  /** Last block, inclusive; null for no end. */
  readonly endBlock: number | null;
  readonly context: ReadonlyMap<string, ContextEntry>;
}

/** A built subgraph, read and checked. */
export interface Manifest {
  readonly specVersion: string;
  /** Content id of the build: `weft-` and the SHA-256 over its files. */
  readonly deploymentId: string;
  readonly network: string;
  /** Text of `schema.graphql`. */
  readonly schema: string;
  readonly dataSources: readonly StaticDataSource[];
  readonly templates: ReadonlyMap<string, Mapping>;
}
