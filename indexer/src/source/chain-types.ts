import type { Hex } from "viem";

/** What identifies a block and links it to its parent. Hashes are lower case. */
export interface BlockHeader {
  readonly number: number;
  readonly hash: Hex;
  readonly parentHash: Hex;
  /** Unix seconds. */
  readonly timestamp: number;
  /** What may be in the block's logs; not every server says. */
  readonly logsBloom?: Hex;
}

/** A block with everything handlers can see of it. */
export interface Block extends BlockHeader {
  readonly unclesHash: Hex;
  readonly author: Hex;
  readonly stateRoot: Hex;
  readonly transactionsRoot: Hex;
  readonly receiptsRoot: Hex;
  readonly gasUsed: bigint;
  readonly gasLimit: bigint;
  readonly difficulty: bigint;
  readonly totalDifficulty: bigint;
  readonly size: bigint | null;
  /** Wei per gas. */
  readonly baseFeePerGas: bigint | null;
  readonly transactions: ReadonlyMap<Hex, Transaction>;
}

/** A transaction of a block. */
export interface Transaction {
  readonly hash: Hex;
  readonly index: bigint;
  readonly from: Hex;
  /** Null when the transaction creates a contract. */
  readonly to: Hex | null;
  /** Wei. */
  readonly value: bigint;
  readonly gasLimit: bigint;
  /** Wei per gas that was paid: with the block's base fee for EIP-1559 transactions. */
  readonly gasPrice: bigint;
  readonly input: Hex;
  readonly nonce: bigint;
}

/** A log of a block. */
export interface Log {
  readonly address: Hex;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly blockHash: Hex;
  readonly blockNumber: number;
  readonly transactionHash: Hex;
  readonly transactionIndex: number;
  readonly logIndex: number;
}

/** A transaction's receipt. */
export interface Receipt {
  readonly transactionHash: Hex;
  readonly transactionIndex: bigint;
  readonly blockHash: Hex;
  readonly blockNumber: bigint;
  readonly cumulativeGasUsed: bigint;
  readonly gasUsed: bigint;
  readonly contractAddress: Hex | null;
  readonly logs: readonly Log[];
  /** Null before Byzantium. */
  readonly status: bigint | null;
  readonly root: Hex | null;
  readonly logsBloom: Hex;
}
