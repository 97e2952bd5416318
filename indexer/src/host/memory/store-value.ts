import { MappingError } from "../../errors/mapping-error.ts";
import type { StoreValue } from "../store-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { readPointers, writePointers } from "./array.ts";
import { readBigDecimal, writeBigDecimal } from "./big-decimal.ts";
import { readBigInt, writeBigInt } from "./big-int.ts";
import { readBytes, writeBytes } from "./bytes.ts";
import { deeper } from "./depth.ts";
import { assertNotNull, type Memory, type Pointer } from "./memory.ts";
import { readString, writeString } from "./string.ts";
import { writeTagged } from "./struct.ts";

/** Offset of a tagged value's payload. */
const PAYLOAD = 8;

/** `StoreValueKind` of graph-ts, by number. */
const KINDS = [
  "String",
  "Int",
  "BigDecimal",
  "Boolean",
  "Array",
  "Null",
  "Bytes",
  "BigInt",
  "Int8",
  "Timestamp",
] as const;

/** Reads a `store.Value`. */
export function readStoreValue(memory: Memory, pointer: Pointer, depth = 0): StoreValue {
  assertNotNull(pointer);
  const number = memory.readU32(pointer);
  const kind = KINDS[number];
  const payload = pointer + PAYLOAD;
  switch (kind) {
    case "String":
      return { kind, value: readString(memory, memory.readU32(payload)) };
    case "Int":
      return { kind, value: memory.readI32(payload) };
    case "BigDecimal":
      return { kind, value: readBigDecimal(memory, memory.readU32(payload)) };
    case "Boolean":
      return { kind, value: memory.readU32(payload) !== 0 };
    case "Array": {
      const level = deeper(depth);
      const elements = readPointers(memory, memory.readU32(payload));
      return { kind, value: elements.map((element) => readStoreValue(memory, element, level)) };
    }
    case "Null":
      return { kind, value: null };
    case "Bytes":
      return { kind, value: readBytes(memory, memory.readU32(payload)) };
    case "BigInt":
      return { kind, value: readBigInt(memory, memory.readU32(payload)) };
    case "Int8":
    case "Timestamp":
      return { kind, value: memory.readI64(payload) };
    default:
      throw new MappingError(`The mapping passed a store value of unknown kind ${number}.`);
  }
}

function payloadOf(memory: Memory, value: StoreValue): bigint {
  switch (value.kind) {
    case "String":
      return BigInt(writeString(memory, value.value));
    case "Int":
      return BigInt(value.value);
    case "BigDecimal":
      return BigInt(writeBigDecimal(memory, value.value));
    case "Boolean":
      return value.value ? 1n : 0n;
    case "Array": {
      const elements = value.value.map((element) => writeStoreValue(memory, element));
      return BigInt(writePointers(memory, TYPE_INDEX.arrayStoreValue, elements));
    }
    case "Null":
      return 0n;
    case "Bytes":
      return BigInt(writeBytes(memory, value.value));
    case "BigInt":
      return BigInt(writeBigInt(memory, value.value));
    case "Int8":
    case "Timestamp":
      return value.value;
  }
}

/** Writes a `store.Value`. */
export function writeStoreValue(memory: Memory, value: StoreValue): Pointer {
  return writeTagged(memory, TYPE_INDEX.storeValue, KINDS.indexOf(value.kind), payloadOf(memory, value));
}
