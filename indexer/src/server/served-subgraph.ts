import type { QueryEngine } from "../graphql/execute.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { Progress } from "../runtime/progress.ts";
import type { FatalError } from "../store/store.ts";

/** A deployment as servers see it. */
export interface ServedDeployment {
  readonly manifest: Manifest;
  readonly engine: QueryEngine;
  readonly status: () => Progress;
  /** The same number as before only when what queries see has not changed; null while it may be changing. */
  readonly changeCount: () => number | null;
  /** Whether it has ever caught up with the chain. */
  readonly hasSynced: () => boolean;
  /** Entities of its last block. */
  readonly countEntities: () => Promise<bigint>;
  /** First block that can be queried; later ones are when history is pruned. */
  readonly earliestBlock: () => Promise<number>;
  /** Blocks of history that are kept; null for all. */
  readonly historyBlocks: number | null;
  /** Failures that the subgraph tolerated, oldest first, at most `limit`. */
  readonly nonFatalErrors: (limit: number) => Promise<readonly FatalError[]>;
}

/** A subgraph under its name: one deployment answers, another may be on its way to take over. */
export interface ServedSubgraph {
  readonly name: string;
  /** Null while it is being opened again, such as after the chain was restarted. */
  current(): ServedDeployment | null;
  /** A new build that still catches up; its queries are answered under its id. */
  pending(): ServedDeployment | null;
}
