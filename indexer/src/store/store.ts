import type { EntityData, EntityKey, Value } from "../values/value.ts";

/** A block by number and hash (`0x…`, lower case). */
export interface BlockPointer {
  readonly number: number;
  readonly hash: string;
}

/** A block that the store records beside what it changed. */
export interface StoredBlock extends BlockPointer {
  readonly parentHash: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

/** The last state of one entity after a block: whole data, or removed. Partial changes are merged before they get here. */
export type EntityChange =
  | {
      readonly kind: "set";
      readonly type: string;
      readonly key: EntityKey;
      readonly data: EntityData;
      /** Number of the save among those of its block, from 0: makes the version's `vid`; absent for the change's own place. */
      readonly saved?: number;
      /** Causality region of the file whose handler wrote it; absent for what comes from the chain. */
      readonly region?: number;
    }
  | { readonly kind: "remove"; readonly type: string; readonly key: EntityKey };

/** A data source that a template created, from the block on in which that happened. */
export interface DynamicDataSource {
  readonly template: string;
  /** Parameters as given by the mapping: for EVM templates, the address as `0x…`, lower case; for files, their content id. */
  readonly params: readonly string[];
  readonly context: EntityData | null;
  readonly createdAt: number;
  /** Number, from 1, of a file's causality region: what its handler writes, no other handler sees. Absent for contracts. */
  readonly region?: number;
  /** Block with which a file's handler ran; null while its content is awaited. */
  readonly doneAt?: number | null;
}

/** Everything that one block changed. */
export interface BlockChanges {
  readonly block: StoredBlock;
  /** In the order in which entities were first written in the block. */
  readonly changes: readonly EntityChange[];
  readonly dataSources: readonly DynamicDataSource[];
  /** Causality regions of the files whose handlers ran with this block. */
  readonly filesDone?: readonly number[];
  /** Failures of handlers that the subgraph tolerates. */
  readonly errors?: readonly FatalError[];
}

/** A deterministic failure, as `_meta.hasIndexingErrors` and the indexing status report it. */
export interface FatalError {
  readonly message: string;
  readonly block: BlockPointer | null;
  readonly handler: string | null;
}

/** The writing side of one deployment: entity versions by block range, with their history. */
export interface Store {
  /**
   * Gets ready to write after the store was opened or anything went wrong, and tells the last committed block: whoever writes
   * goes on from there. Everything else that writes throws `DatabaseUnavailableError` from a lost connection on until then.
   */
  resume(): Promise<StoredBlock | null>;
  /** Last block whose changes are committed; null before the first. */
  head(): Promise<StoredBlock | null>;
  /** A recorded block by number, null when that number has none (blocks without changes may be left out of a batch). */
  blockAt(number: number): Promise<StoredBlock | null>;
  /** Recorded blocks with a number from `from` (incl.) upward, newest first, at most `limit`: for finding a common ancestor. */
  recentBlocks(limit: number): Promise<readonly StoredBlock[]>;
  /** Current version of an entity, or null. */
  get(type: string, key: EntityKey): Promise<EntityData | null>;
  /** Current versions of several entities of one type; absent ones are missing from the map. */
  getMany(type: string, keys: readonly EntityKey[]): Promise<ReadonlyMap<EntityKey, EntityData>>;
  /** Current entities of `type` whose stored field equals `value` (or, for a list field, contains it), ordered by id. */
  findBy(
    type: string,
    field: string,
    value: Value,
  ): Promise<readonly { readonly key: EntityKey; readonly data: EntityData }[]>;
  /** Commits blocks in order in one transaction and moves the head to `head` (the last scanned block, which may have changed nothing). */
  commit(blocks: readonly BlockChanges[], head: StoredBlock): Promise<void>;
  /** Undoes everything after block `number`; the head becomes `to`. Clears a fatal error of a later block. */
  revertTo(to: StoredBlock | null): Promise<void>;
  /** Dynamic data sources in creation order. */
  dataSources(): Promise<readonly DynamicDataSource[]>;
  /** Records a deterministic failure (null clears it). */
  setFatalError(error: FatalError | null): Promise<void>;
  fatalError(): Promise<FatalError | null>;
  /** Failures that the subgraph tolerated, oldest first, at most `limit`. */
  nonFatalErrors(limit: number): Promise<readonly FatalError[]>;
  /** Runs when a commit or revert became visible to queries; returns the unsubscribe function. */
  onCommit(listener: (head: StoredBlock | null) => void): () => void;
  /** Earliest block that can be queried, and to which a revert can go: history before it was pruned or never was. */
  earliestBlock(): Promise<number>;
  /**
   * Creates the indexes that only queries need, unless they are there, and has the planner know what the tables hold; until then, queries
   * are slow and history is fast.
   */
  createQueryIndexes(): Promise<void>;
  close(): Promise<void>;
}

/** What identifies a deployment's data; a store opened with another identity starts empty under its own schema. */
export interface DeploymentIdentity {
  /** Content id of the build: hash over manifest, schema, ABIs and WASM, such as `Qm…` or `weft-<sha256>`. */
  readonly deploymentId: string;
  readonly chainId: number;
  /** Hash of the chain's first block: a restarted local chain is another chain. */
  readonly genesisHash: string;
}
