import { MappingError } from "../../errors/mapping-error.ts";
import type { TypeIndex } from "../type-index.ts";

/** Address of an object's content in a module's memory; 0 is null. */
export type Pointer = number;

/** Offset of `rtSize`, the content's length, from an object's pointer. */
const SIZE_OFFSET = -4;

/** What AssemblyScript's exported runtime offers a host. */
export interface RuntimeExports {
  readonly memory: { readonly buffer: ArrayBufferLike };
  /** `__new(size, classId)`: a fresh object with its header written. */
  readonly newObject: (size: number, classId: number) => Pointer;
  readonly idOfType: (index: number) => number;
}

/** Bounds-checked little-endian access to the memory of one instance. */
export interface Memory {
  allocate(size: number, type: TypeIndex): Pointer;
  /** Length in bytes of a string or array buffer. */
  sizeOf(pointer: Pointer): number;
  readU8(address: number): number;
  readU32(address: number): number;
  readI32(address: number): number;
  readI64(address: number): bigint;
  /** A copy. */
  readBytes(address: number, length: number): Uint8Array;
  writeU8(address: number, value: number): void;
  writeU32(address: number, value: number): void;
  writeI64(address: number, value: bigint): void;
  writeBytes(address: number, bytes: Uint8Array): void;
}

/** Refuses null where a mapping must pass an object, in graph-node's words. */
export function assertNotNull(pointer: Pointer): void {
  if (pointer !== 0) return;
  throw new MappingError(
    "Tried to read AssemblyScript value that is 'null'. Suggestion: look into the function that the error happened and " +
      "add 'log' calls till you find where a 'null' value is being used as non-nullable. It's likely that you're calling " +
      "a 'graph-ts' function (or operator) with a 'null' value when it doesn't support it.",
  );
}

/**
 * Opens an instance's memory. Class ids are looked up once per module through `classIds`.
 * Reads outside the memory throw {@link MappingError}.
 */
export function openMemory(runtime: RuntimeExports, classIds: Map<number, number>): Memory {
  let view = new DataView(runtime.memory.buffer);

  /** Growing detaches the buffer, so the view is renewed when it changed. */
  function viewOf(address: number, size: number): DataView {
    if (view.buffer !== runtime.memory.buffer) view = new DataView(runtime.memory.buffer);
    if (address < 0 || address + size > view.byteLength) {
      throw new MappingError(`Heap access out of bounds. Offset: ${address} Size: ${size}`);
    }
    return view;
  }

  function classIdOf(type: TypeIndex): number {
    const known = classIds.get(type);
    if (known !== undefined) return known;
    const id = runtime.idOfType(type);
    classIds.set(type, id);
    return id;
  }

  return {
    allocate: (size, type) => runtime.newObject(size, classIdOf(type)) >>> 0,
    sizeOf(pointer) {
      assertNotNull(pointer);
      return viewOf(pointer + SIZE_OFFSET, 4).getUint32(pointer + SIZE_OFFSET, true);
    },
    readU8: (address) => viewOf(address, 1).getUint8(address),
    readU32: (address) => viewOf(address, 4).getUint32(address, true),
    readI32: (address) => viewOf(address, 4).getInt32(address, true),
    readI64: (address) => viewOf(address, 8).getBigInt64(address, true),
    readBytes: (address, length) => new Uint8Array(viewOf(address, length).buffer, address, length).slice(),
    writeU8: (address, value) => viewOf(address, 1).setUint8(address, value),
    writeU32: (address, value) => viewOf(address, 4).setUint32(address, value, true),
    writeI64: (address, value) => viewOf(address, 8).setBigInt64(address, value, true),
    writeBytes: (address, bytes) => new Uint8Array(viewOf(address, bytes.length).buffer).set(bytes, address),
  };
}
