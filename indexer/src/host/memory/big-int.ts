import { readBytes, writeBytes } from "./bytes.ts";
import type { Memory, Pointer } from "./memory.ts";

/** Reads two's-complement little-endian bytes; no bytes are 0. */
export function bigIntFromBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const unsigned = BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
  return BigInt.asIntN(8 * bytes.length, unsigned);
}

/** The fewest two's-complement little-endian bytes that hold `value`. */
export function bigIntToBytes(value: bigint): Uint8Array {
  const magnitude = value < 0n ? -value - 1n : value;
  const bits = magnitude === 0n ? 0 : magnitude.toString(2).length;
  const length = Math.floor(bits / 8) + 1;
  const hex = BigInt.asUintN(8 * length, value).toString(16);
  return Uint8Array.from(Buffer.from(hex.padStart(2 * length, "0"), "hex").reverse());
}

/** Reads a `BigInt`. */
export function readBigInt(memory: Memory, pointer: Pointer): bigint {
  return bigIntFromBytes(readBytes(memory, pointer));
}

/** Writes a `BigInt`. */
export function writeBigInt(memory: Memory, value: bigint): Pointer {
  return writeBytes(memory, bigIntToBytes(value));
}
