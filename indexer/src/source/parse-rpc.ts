import type { Hex } from "viem";
import { ChainChangedError, RpcError } from "../errors/rpc-error.ts";
import type { Block, BlockHeader, Log, Receipt, Transaction } from "./chain-types.ts";

/** One object of a JSON-RPC answer, read field by field; every reader throws {@link RpcError} on a missing or malformed field. */
export interface RpcObject {
  /** Whether a field is there and not null. */
  has(key: string): boolean;
  value(key: string): unknown;
  text(key: string): string;
  object(key: string): RpcObject;
  /** A whole number, as a quantity or as JSON has it. */
  count(key: string): number;
  hex(key: string): Hex;
  optionalHex(key: string): Hex | null;
  quantity(key: string): bigint;
  optionalQuantity(key: string): bigint | null;
  number(key: string): number;
  list(key: string): readonly unknown[];
}

/** Opens an object of the answer to `method`. @throws RpcError when it is none. */
export function rpcObject(method: string, value: unknown): RpcObject {
  if (typeof value !== "object" || value === null) {
    throw new RpcError(method, `expected an object, found ${JSON.stringify(value)}`, { retryable: false });
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const fail = (key: string): never => {
    throw new RpcError(method, `the field ${key} is ${JSON.stringify(fields[key])}`, { retryable: false });
  };
  const object: RpcObject = {
    has: (key) => (fields[key] ?? null) !== null,
    value: (key) => fields[key],
    text(key) {
      const field = fields[key];
      return typeof field === "string" ? field : fail(key);
    },
    object: (key) => rpcObject(method, fields[key]),
    count(key) {
      const field = fields[key];
      return typeof field === "number" && Number.isSafeInteger(field) ? field : object.number(key);
    },
    hex: (key) => object.optionalHex(key) ?? fail(key),
    optionalHex(key) {
      const field = fields[key] ?? null;
      if (field === null) return null;
      return typeof field === "string" && field.startsWith("0x") ? (field.toLowerCase() as Hex) : fail(key);
    },
    quantity: (key) => object.optionalQuantity(key) ?? fail(key),
    optionalQuantity(key) {
      const hex = object.optionalHex(key);
      if (hex === null) return null;
      return /^0x[0-9a-f]+$/.test(hex) ? BigInt(hex) : fail(key);
    },
    number: (key) => Number(object.quantity(key)),
    list(key) {
      const field = fields[key];
      return Array.isArray(field) ? field : fail(key);
    },
  };
  return object;
}

/** Reads a log of `eth_getLogs` or of a receipt. */
export function parseLog(value: unknown): Log {
  const raw = rpcObject("eth_getLogs", value);
  if (raw.value("removed") === true) {
    throw new ChainChangedError(`A log of block ${raw.number("blockNumber")} was removed from the chain.`);
  }
  return {
    address: raw.hex("address"),
    topics: raw.list("topics").map((topic) => String(topic).toLowerCase() as Hex),
    data: raw.hex("data"),
    blockHash: raw.hex("blockHash"),
    blockNumber: raw.number("blockNumber"),
    transactionHash: raw.hex("transactionHash"),
    transactionIndex: raw.number("transactionIndex"),
    logIndex: raw.number("logIndex"),
  };
}

/** The price paid: for EIP-1559 transactions from the block's base fee, since not every server says it. */
function effectiveGasPrice(raw: RpcObject, baseFee: bigint | null): bigint {
  const maxFee = raw.optionalQuantity("maxFeePerGas");
  const tip = raw.optionalQuantity("maxPriorityFeePerGas");
  if (maxFee === null || tip === null || baseFee === null) return raw.optionalQuantity("gasPrice") ?? 0n;
  const wanted = baseFee + tip;
  if (wanted > maxFee) return maxFee;
  return wanted;
}

function parseTransaction(value: unknown, baseFee: bigint | null): Transaction {
  const raw = rpcObject("eth_getBlockByNumber", value);
  return {
    hash: raw.hex("hash"),
    index: raw.quantity("transactionIndex"),
    from: raw.hex("from"),
    to: raw.optionalHex("to"),
    value: raw.quantity("value"),
    gasLimit: raw.quantity("gas"),
    gasPrice: effectiveGasPrice(raw, baseFee),
    input: raw.hex("input"),
    nonce: raw.quantity("nonce"),
  };
}

/** Reads number, hashes and time of a block. */
export function parseHeader(value: unknown): BlockHeader {
  const raw = rpcObject("eth_getBlockByNumber", value);
  const logsBloom = raw.optionalHex("logsBloom");
  return {
    number: raw.number("number"),
    hash: raw.hex("hash"),
    parentHash: raw.hex("parentHash"),
    timestamp: raw.number("timestamp"),
    ...(logsBloom === null ? {} : { logsBloom }),
  };
}

/** Reads a block with its transactions. */
export function parseBlock(value: unknown): Block {
  const raw = rpcObject("eth_getBlockByNumber", value);
  const baseFeePerGas = raw.optionalQuantity("baseFeePerGas");
  const transactions = raw.list("transactions").map((item) => parseTransaction(item, baseFeePerGas));
  return {
    ...parseHeader(value),
    unclesHash: raw.hex("sha3Uncles"),
    author: raw.hex("miner"),
    stateRoot: raw.hex("stateRoot"),
    transactionsRoot: raw.hex("transactionsRoot"),
    receiptsRoot: raw.hex("receiptsRoot"),
    gasUsed: raw.quantity("gasUsed"),
    gasLimit: raw.quantity("gasLimit"),
    difficulty: raw.optionalQuantity("difficulty") ?? 0n,
    totalDifficulty: raw.optionalQuantity("totalDifficulty") ?? 0n,
    size: raw.optionalQuantity("size"),
    baseFeePerGas,
    transactions: new Map(transactions.map((transaction) => [transaction.hash, transaction])),
  };
}

/** Reads a transaction's receipt. */
export function parseReceipt(value: unknown): Receipt {
  const raw = rpcObject("eth_getTransactionReceipt", value);
  return {
    transactionHash: raw.hex("transactionHash"),
    transactionIndex: raw.quantity("transactionIndex"),
    blockHash: raw.hex("blockHash"),
    blockNumber: raw.quantity("blockNumber"),
    cumulativeGasUsed: raw.quantity("cumulativeGasUsed"),
    gasUsed: raw.quantity("gasUsed"),
    contractAddress: raw.optionalHex("contractAddress"),
    logs: raw.list("logs").map(parseLog),
    status: raw.optionalQuantity("status"),
    root: raw.optionalHex("root"),
    logsBloom: raw.hex("logsBloom"),
  };
}
