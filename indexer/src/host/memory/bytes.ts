import { TYPE_INDEX } from "../type-index.ts";
import { assertNotNull, type Memory, type Pointer } from "./memory.ts";

/** Offsets of a typed array: buffer, start of the data (an address), length in bytes. */
const DATA = 4;
const LENGTH = 8;

/** Reads a `Uint8Array` or a class made of one: Bytes, ByteArray, Address. */
export function readBytes(memory: Memory, pointer: Pointer): Uint8Array {
  assertNotNull(pointer);
  return memory.readBytes(memory.readU32(pointer + DATA), memory.readU32(pointer + LENGTH));
}

/** Writes a `Uint8Array`. */
export function writeBytes(memory: Memory, bytes: Uint8Array): Pointer {
  const buffer = memory.allocate(bytes.length, TYPE_INDEX.arrayBuffer);
  memory.writeBytes(buffer, bytes);
  const pointer = memory.allocate(12, TYPE_INDEX.uint8Array);
  memory.writeU32(pointer, buffer);
  memory.writeU32(pointer + DATA, buffer);
  memory.writeU32(pointer + LENGTH, bytes.length);
  return pointer;
}
