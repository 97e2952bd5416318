import { TYPE_INDEX, type TypeIndex } from "../type-index.ts";
import { assertNotNull, type Memory, type Pointer } from "./memory.ts";

/** Offsets of an array: buffer, start of the data (an address), capacity in bytes, number of elements. */
const DATA = 4;
const CAPACITY = 8;
const LENGTH = 12;

/** Bytes that an element takes at least once it is read. */
const ELEMENT_SIZE = 128;

/** Reads the pointers of an array of objects. */
export function readPointers(memory: Memory, pointer: Pointer): Pointer[] {
  assertNotNull(pointer);
  const data = memory.readU32(pointer + DATA);
  const length = memory.readI32(pointer + LENGTH);
  memory.spend(ELEMENT_SIZE * Math.max(length, 0));
  const pointers: Pointer[] = [];
  for (let index = 0; index < length; index++) {
    pointers.push(memory.readU32(data + 4 * index));
  }
  return pointers;
}

/** Writes an array of objects that are written already. */
export function writePointers(memory: Memory, type: TypeIndex, pointers: readonly Pointer[]): Pointer {
  const size = 4 * pointers.length;
  const buffer = memory.allocate(size, TYPE_INDEX.arrayBuffer);
  pointers.forEach((element, index) => {
    memory.writeU32(buffer + 4 * index, element);
  });
  const pointer = memory.allocate(16, type);
  memory.writeU32(pointer, buffer);
  memory.writeU32(pointer + DATA, buffer);
  memory.writeU32(pointer + CAPACITY, size);
  memory.writeU32(pointer + LENGTH, pointers.length);
  return pointer;
}
