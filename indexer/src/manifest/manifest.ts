import type { Abi, AbiEvent, AbiFunction, Hex } from "viem";
import type { PruneHint } from "./parse-prune.ts";

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
  /** Calls that the handler will make, so that they can be made before it runs. */
  readonly calls: readonly DeclaredCall[];
}

/** Where a declared call takes an address or argument from. */
export type CallArgument =
  | { readonly kind: "address" }
  /** Position of an event parameter. */
  | { readonly kind: "parameter"; readonly index: number }
  | { readonly kind: "literal"; readonly address: Hex };

/** An entry of an event handler's `calls`, such as `pool: Pool[event.address].slot0()`. */
export interface DeclaredCall {
  readonly label: string;
  /** Name of the ABI. */
  readonly contract: string;
  readonly function: AbiFunction;
  readonly address: CallArgument;
  readonly parameters: readonly CallArgument[];
}

/** A call handler of a manifest, with its function found in the ABI. */
export interface CallHandler {
  /** Signature as written in the manifest, such as `mint(address,uint256)`. */
  readonly signature: string;
  readonly handler: string;
  /** First four bytes of the input that it is for. */
  readonly selector: Hex;
  readonly function: AbiFunction;
}

/** When a block handler runs. */
export type BlockFilter =
  | { readonly kind: "every" }
  | { readonly kind: "polling"; readonly every: number }
  | { readonly kind: "once" }
  /** Blocks in which the data source's contract is called. */
  | { readonly kind: "call" };

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

/** What a data source listens to: a contract, or a file that is named by its content or transaction id. */
export type MappingKind = "ethereum/contract" | "file/ipfs" | "file/arweave";

/** What data sources and templates have in common: compiled handlers and what triggers them. */
export interface Mapping {
  readonly kind: MappingKind;
  readonly name: string;
  readonly network: string;
  readonly apiVersion: Version;
  /** Compiled handlers. Sources that share a file share the object. */
  readonly wasm: WasmFile;
  readonly abis: ReadonlyMap<string, Abi>;
  readonly eventHandlers: readonly EventHandler[];
  readonly callHandlers: readonly CallHandler[];
  readonly blockHandlers: readonly BlockHandler[];
  /** The handler of a file's content; null for contracts. */
  readonly fileHandler: string | null;
  /** Entity types it says it writes, which only binds those of files. */
  readonly entities: readonly string[];
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
  /** Names under `features`; with `nonFatalErrors`, a failing handler only loses its own changes. */
  readonly features: ReadonlySet<string>;
  /** How much history to keep; null when it does not say. */
  readonly prune: PruneHint | null;
  /** Text of `schema.graphql`. */
  readonly schema: string;
  readonly dataSources: readonly StaticDataSource[];
  readonly templates: ReadonlyMap<string, Mapping>;
}
