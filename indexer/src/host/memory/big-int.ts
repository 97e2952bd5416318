import { limited } from "../numbers/big-int.ts";
import { readBytes, writeBytes } from "./bytes.ts";
import type { Memory, Pointer } from "./memory.ts";

/** Most bytes that one machine word holds. */
const WORD = 8;

/** Bytes that hold every number within graph-node's limit of 435,412 bits. */
const MAX_BYTES = 54_427;

const scratch = new DataView(new ArrayBuffer(WORD));
const scratchBytes = new Uint8Array(scratch.buffer);

/** Reads two's-complement little-endian bytes; no bytes are 0. */
export function bigIntFromBytes(bytes: Uint8Array): bigint {
  const { length } = bytes;
  if (length === 0) return 0n;
  if (length > WORD) {
    const unsigned = BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
    return BigInt.asIntN(8 * length, unsigned);
  }
  scratch.setBigInt64(0, (bytes[length - 1] ?? 0) >= 0x80 ? -1n : 0n, true);
  for (let index = 0; index < length; index++) scratchBytes[index] = bytes[index] ?? 0;
  return scratch.getBigInt64(0, true);
}

/** The fewest two's-complement little-endian bytes that hold `value`. */
export function bigIntToBytes(value: bigint): Uint8Array {
  if (BigInt.asIntN(8 * WORD, value) === value) return wordToBytes(value);
  const magnitude = value < 0n ? -value - 1n : value;
  const length = Math.floor(magnitude.toString(2).length / 8) + 1;
  const hex = BigInt.asUintN(8 * length, value).toString(16);
  return Uint8Array.from(Buffer.from(hex.padStart(2 * length, "0"), "hex").reverse());
}

/** Leaves out leading bytes that only repeat the sign. */
function wordToBytes(value: bigint): Uint8Array {
  scratch.setBigInt64(0, value, true);
  const sign = value < 0n ? 0xff : 0;
  let length = WORD;
  while (length > 1 && scratchBytes[length - 1] === sign && ((scratchBytes[length - 2] ?? 0) ^ sign) < 0x80) length--;
  return scratchBytes.slice(0, length);
}

/** Without the bytes at the end that only repeat the sign. */
function withoutSignExtension(bytes: Uint8Array): Uint8Array {
  const sign = (bytes.at(-1) ?? 0) >= 0x80 ? 0xff : 0;
  let { length } = bytes;
  while (length > 1 && bytes[length - 1] === sign && ((bytes[length - 2] ?? 0) ^ sign) < 0x80) length--;
  return bytes.subarray(0, length);
}

/** Reads a `BigInt`. @throws MappingError when it has more bits than graph-node takes. */
export function readBigInt(memory: Memory, pointer: Pointer): bigint {
  const bytes = readBytes(memory, pointer);
  // Far longer ones would take hours to compute with.
  return bytes.length <= MAX_BYTES ? bigIntFromBytes(bytes) : limited(bigIntFromBytes(withoutSignExtension(bytes)));
}

/** Writes a `BigInt`. */
export function writeBigInt(memory: Memory, value: bigint): Pointer {
  return writeBytes(memory, bigIntToBytes(value));
}
