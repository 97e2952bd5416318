import type { JsonDocument } from "../json/json-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { writePointers } from "./array.ts";
import type { Memory, Pointer } from "./memory.ts";
import { writeString } from "./string.ts";
import { writeStruct, writeTagged } from "./struct.ts";

/** `JSONValueKind` of graph-ts, by number. */
const KINDS = ["Null", "Bool", "Number", "String", "Array", "Object"] as const;

function payloadOf(memory: Memory, value: JsonDocument): Pointer {
  switch (value.kind) {
    case "Null":
      return 0;
    case "Bool":
      return value.value ? 1 : 0;
    case "Number":
    case "String":
      return writeString(memory, value.value);
    case "Array": {
      const elements = value.value.map((element) => writeJsonValue(memory, element));
      return writePointers(memory, TYPE_INDEX.arrayJsonValue, elements);
    }
    case "Object": {
      const entries = value.value.map(([key, member]) =>
        writeStruct(memory, TYPE_INDEX.jsonMapEntry, [writeString(memory, key), writeJsonValue(memory, member)]),
      );
      const list = writePointers(memory, TYPE_INDEX.arrayJsonMapEntry, entries);
      return writeStruct(memory, TYPE_INDEX.jsonMap, [list]);
    }
  }
}

/** Writes a `JSONValue`. */
export function writeJsonValue(memory: Memory, value: JsonDocument): Pointer {
  return writeTagged(memory, TYPE_INDEX.jsonValue, KINDS.indexOf(value.kind), BigInt(payloadOf(memory, value)));
}
