import type { TypeIndex } from "../type-index.ts";
import type { Memory, Pointer } from "./memory.ts";

/** Writes an object whose fields are all pointers, in layout order. */
export function writeStruct(memory: Memory, type: TypeIndex, fields: readonly Pointer[]): Pointer {
  const pointer = memory.allocate(4 * fields.length, type);
  fields.forEach((field, index) => {
    memory.writeU32(pointer + 4 * index, field);
  });
  return pointer;
}

/** Writes a tagged value: kind, padding, and a payload of 64 bits that holds a pointer or the scalar itself. */
export function writeTagged(memory: Memory, type: TypeIndex, kind: number, payload: bigint): Pointer {
  const pointer = memory.allocate(16, type);
  memory.writeU32(pointer, kind);
  memory.writeU32(pointer + 4, 0);
  memory.writeI64(pointer + 8, payload);
  return pointer;
}

/** Writes a `Wrapped<bool>`. */
export function writeWrappedBool(memory: Memory, type: TypeIndex, value: boolean): Pointer {
  const pointer = memory.allocate(1, type);
  memory.writeU8(pointer, value ? 1 : 0);
  return pointer;
}
