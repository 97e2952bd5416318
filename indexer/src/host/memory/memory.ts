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
  /** UTF-16 units as they are, whether they are text or not. */
  readUnits(address: number, length: number): string;
  writeUnits(address: number, text: string): void;
  /**
   * Counts `size` bytes as read; copies of bytes and text count by themselves. What is shared in memory is copied as often
   * as it is found, so a few bytes could stand for any amount.
   * @throws MappingError beyond half a gigabyte.
   */
  spend(size: number): void;
  /** Lets the next handler read as much again. */
  renew(): void;
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

/** Bytes that one handler may pass to its host. */
const MAX_READ = 2 ** 29;

/** Up to this length, copying byte by byte beats making a view. */
const SHORT = 64;

/**
 * Opens an instance's memory. Class ids are looked up once per module through `classIds`.
 * Reads outside the memory throw {@link MappingError}.
 */
export function openMemory(runtime: RuntimeExports, classIds: Map<number, number>): Memory {
  let bytes = Buffer.from(runtime.memory.buffer);
  let view = new DataView(runtime.memory.buffer);
  let left = MAX_READ;

  function spend(size: number): void {
    left -= size;
    if (left < 0) throw new MappingError(`The handler passed more than ${MAX_READ} bytes to its host.`);
  }

  /** Growing detaches the buffer, which leaves views without length: they are renewed then. */
  function assertInside(address: number, size: number): void {
    if (bytes.length === 0) {
      bytes = Buffer.from(runtime.memory.buffer);
      view = new DataView(runtime.memory.buffer);
    }
    if (address < 0 || address + size > bytes.length) {
      throw new MappingError(`Heap access out of bounds. Offset: ${address} Size: ${size}`);
    }
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
      assertInside(pointer + SIZE_OFFSET, 4);
      return view.getUint32(pointer + SIZE_OFFSET, true);
    },
    readU8(address) {
      assertInside(address, 1);
      return view.getUint8(address);
    },
    readU32(address) {
      assertInside(address, 4);
      return view.getUint32(address, true);
    },
    readI32(address) {
      assertInside(address, 4);
      return view.getInt32(address, true);
    },
    readI64(address) {
      assertInside(address, 8);
      return view.getBigInt64(address, true);
    },
    spend,
    renew() {
      left = MAX_READ;
    },
    readBytes(address, length) {
      assertInside(address, length);
      spend(length);
      if (length > SHORT) return Uint8Array.prototype.slice.call(bytes, address, address + length);
      const copy = new Uint8Array(length);
      for (let index = 0; index < length; index++) copy[index] = bytes[address + index] ?? 0;
      return copy;
    },
    writeU8(address, value) {
      assertInside(address, 1);
      view.setUint8(address, value);
    },
    writeU32(address, value) {
      assertInside(address, 4);
      view.setUint32(address, value, true);
    },
    writeI64(address, value) {
      assertInside(address, 8);
      view.setBigInt64(address, value, true);
    },
    writeBytes(address, source) {
      assertInside(address, source.length);
      if (source.length > SHORT) bytes.set(source, address);
      else for (let index = 0; index < source.length; index++) bytes[address + index] = source[index] ?? 0;
    },
    readUnits(address, length) {
      assertInside(address, 2 * length);
      spend(2 * length);
      return bytes.toString("utf16le", address, address + 2 * length);
    },
    writeUnits(address, text) {
      assertInside(address, 2 * text.length);
      bytes.write(text, address, "utf16le");
    },
  };
}
