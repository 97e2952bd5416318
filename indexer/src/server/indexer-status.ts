import type { BlockPointer, FatalError, StoredBlock } from "../store/store.ts";

/** How indexing goes, as `/health` shows it. */
export interface IndexerStatus {
  /** `failed` after a deterministic error: indexing has stopped. */
  readonly status: "starting" | "syncing" | "synced" | "failed";
  /** Last block whose changes can be queried. */
  readonly head: StoredBlock | null;
  /** Latest block of the chain, null while unknown. */
  readonly chainHead: BlockPointer | null;
  readonly fatalError: FatalError | null;
}

/** One number for `/metrics`. */
export interface Metric {
  /** In Prometheus' form, such as `weft_indexer_events_total`. */
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge";
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}
