import type { StoreEntity, StoreValue } from "../store-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { readPointers, writePointers } from "./array.ts";
import { assertNotNull, type Memory, type Pointer } from "./memory.ts";
import { readStoreValue, writeStoreValue } from "./store-value.ts";
import { readString, writeString } from "./string.ts";
import { writeStruct } from "./struct.ts";

/** Reads an `Entity` (a `TypedMap<string, Value>`); of entries with the same key the last counts. */
export function readEntity(memory: Memory, pointer: Pointer): StoreEntity {
  assertNotNull(pointer);
  const entity = new Map<string, StoreValue>();
  for (const entry of readPointers(memory, memory.readU32(pointer))) {
    assertNotNull(entry);
    entity.set(readString(memory, memory.readU32(entry)), readStoreValue(memory, memory.readU32(entry + 4)));
  }
  return entity;
}

/** Writes an `Entity`: entries sorted by key, nulls left out, as graph-node hands them to mappings. */
export function writeEntity(memory: Memory, entity: StoreEntity): Pointer {
  const entries = [...entity]
    .filter(([, value]) => value.kind !== "Null")
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) =>
      writeStruct(memory, TYPE_INDEX.mapEntry, [writeString(memory, key), writeStoreValue(memory, value)]),
    );
  return writeStruct(memory, TYPE_INDEX.entity, [writePointers(memory, TYPE_INDEX.arrayMapEntry, entries)]);
}
