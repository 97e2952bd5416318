import type { ContractCall } from "./evm/contract-call.ts";
import type { EthereumValue } from "./evm/ethereum-value.ts";
import type { StoreEntity, StoreValue } from "./store-value.ts";

/** Levels of graph-ts's `log`, except critical, which fails the handler. */
export type LogLevel = "error" | "warn" | "info" | "debug";

/** What a running handler can ask and change. Methods throw to stop the handler. */
export interface Host {
  getEntity(type: string, id: string): StoreEntity | null;
  getEntityInBlock(type: string, id: string): StoreEntity | null;
  loadRelated(type: string, id: string, field: string): readonly StoreEntity[];
  setEntity(type: string, id: string, data: StoreEntity): void;
  removeEntity(type: string, id: string): void;
  /** Decoded outputs, or null when the call reverted. */
  call(call: ContractCall): readonly EthereumValue[] | null;
  /** Wei at the handler's block. */
  balanceOf(address: Uint8Array): bigint;
  hasCode(address: Uint8Array): boolean;
  createDataSource(template: string, parameters: readonly string[], context: StoreEntity | null): void;
  /**
   * A file's content, or null when it cannot be had.
   * @throws MappingError unless mappings may read IPFS.
   */
  ipfsCat(id: string): Uint8Array | null;
  /** A block, likewise. */
  ipfsBlock(id: string): Uint8Array | null;
  /** Calls the mapping's function `callback` with every JSON value of a file, one a line, and `userData`. */
  ipfsMap(id: string, callback: string, userData: StoreValue): void;
  /** Of the data source whose handler runs; 20 zero bytes when it listens to every address. */
  address(): Uint8Array;
  network(): string;
  context(): StoreEntity;
  log(level: LogLevel, message: string): void;
}
