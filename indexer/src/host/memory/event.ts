import type { Hex } from "viem";
import type { Block, Log, Receipt, Transaction } from "../../source/chain-types.ts";
import { hexToBytes } from "../../values/bytes.ts";
import type { EventParameter } from "../evm/decode-event.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { writePointers } from "./array.ts";
import { writeBigInt } from "./big-int.ts";
import { writeBytes } from "./bytes.ts";
import { writeEthereumValue } from "./ethereum-value.ts";
import type { Memory, Pointer } from "./memory.ts";
import { writeString } from "./string.ts";
import { writeStruct, writeWrappedBool } from "./struct.ts";

/** A log together with everything its handler sees. */
export interface EthereumEvent {
  readonly log: Log;
  readonly block: Block;
  readonly transaction: Transaction;
  readonly parameters: readonly EventParameter[];
  /** Null unless the handler asks for receipts. */
  readonly receipt: Receipt | null;
}

/** A call of a contract together with everything its handler sees. */
export interface EthereumCall {
  readonly from: Hex;
  readonly to: Hex;
  readonly block: Block;
  readonly transaction: Transaction;
  readonly inputs: readonly EventParameter[];
  readonly outputs: readonly EventParameter[];
}

function writeHex(memory: Memory, hex: Hex): Pointer {
  return writeBytes(memory, hexToBytes(hex));
}

/** Writes null for null, otherwise what `write` writes. */
function orNull<T>(value: T | null, write: (value: T) => Pointer): Pointer {
  return value === null ? 0 : write(value);
}

/** Writes an `ethereum.Block`. */
export function writeBlock(memory: Memory, block: Block): Pointer {
  const hex = (value: Hex) => writeHex(memory, value);
  const int = (value: bigint) => writeBigInt(memory, value);
  return writeStruct(memory, TYPE_INDEX.block, [
    hex(block.hash),
    hex(block.parentHash),
    hex(block.unclesHash),
    hex(block.author),
    hex(block.stateRoot),
    hex(block.transactionsRoot),
    hex(block.receiptsRoot),
    int(BigInt(block.number)),
    int(block.gasUsed),
    int(block.gasLimit),
    int(BigInt(block.timestamp)),
    int(block.difficulty),
    int(block.totalDifficulty),
    orNull(block.size, int),
    orNull(block.baseFeePerGas, int),
  ]);
}

function writeTransaction(memory: Memory, transaction: Transaction): Pointer {
  const hex = (value: Hex) => writeHex(memory, value);
  const int = (value: bigint) => writeBigInt(memory, value);
  return writeStruct(memory, TYPE_INDEX.transaction, [
    hex(transaction.hash),
    int(transaction.index),
    hex(transaction.from),
    orNull(transaction.to, hex),
    int(transaction.value),
    int(transaction.gasLimit),
    int(transaction.gasPrice),
    hex(transaction.input),
    int(transaction.nonce),
  ]);
}

function writeLog(memory: Memory, log: Log): Pointer {
  const hex = (value: Hex) => writeHex(memory, value);
  const int = (value: number) => writeBigInt(memory, BigInt(value));
  return writeStruct(memory, TYPE_INDEX.log, [
    hex(log.address),
    writePointers(memory, TYPE_INDEX.arrayBytes, log.topics.map(hex)),
    hex(log.data),
    hex(log.blockHash),
    int(log.blockNumber),
    hex(log.transactionHash),
    int(log.transactionIndex),
    int(log.logIndex),
    0,
    0,
    writeWrappedBool(memory, TYPE_INDEX.wrappedBool, false),
  ]);
}

function writeReceipt(memory: Memory, receipt: Receipt): Pointer {
  const hex = (value: Hex) => writeHex(memory, value);
  const int = (value: bigint) => writeBigInt(memory, value);
  const logs = receipt.logs.map((log) => writeLog(memory, log));
  return writeStruct(memory, TYPE_INDEX.transactionReceipt, [
    hex(receipt.transactionHash),
    int(receipt.transactionIndex),
    hex(receipt.blockHash),
    int(receipt.blockNumber),
    int(receipt.cumulativeGasUsed),
    int(receipt.gasUsed),
    orNull(receipt.contractAddress, hex),
    writePointers(memory, TYPE_INDEX.arrayLog, logs),
    orNull(receipt.status, int),
    orNull(receipt.root, hex),
    hex(receipt.logsBloom),
  ]);
}

function writeParameter(memory: Memory, parameter: EventParameter): Pointer {
  return writeStruct(memory, TYPE_INDEX.eventParam, [
    writeString(memory, parameter.name),
    writeEthereumValue(memory, parameter.value),
  ]);
}

function writeParameters(memory: Memory, parameters: readonly EventParameter[]): Pointer {
  const pointers = parameters.map((parameter) => writeParameter(memory, parameter));
  return writePointers(memory, TYPE_INDEX.arrayEventParam, pointers);
}

/** Writes an `ethereum.Call`. */
export function writeCall(memory: Memory, call: EthereumCall, block: Pointer): Pointer {
  return writeStruct(memory, TYPE_INDEX.call, [
    writeHex(memory, call.to),
    writeHex(memory, call.from),
    block,
    writeTransaction(memory, call.transaction),
    writeParameters(memory, call.inputs),
    writeParameters(memory, call.outputs),
  ]);
}

/** Writes an `ethereum.Event` whose block is written already. As in graph-node, `transactionLogIndex` repeats `logIndex`, and `logType` is null. */
export function writeEvent(memory: Memory, event: EthereumEvent, block: Pointer): Pointer {
  const logIndex = BigInt(event.log.logIndex);
  return writeStruct(memory, TYPE_INDEX.event, [
    writeHex(memory, event.log.address),
    writeBigInt(memory, logIndex),
    writeBigInt(memory, logIndex),
    0,
    block,
    writeTransaction(memory, event.transaction),
    writeParameters(memory, event.parameters),
    orNull(event.receipt, (receipt) => writeReceipt(memory, receipt)),
  ]);
}
