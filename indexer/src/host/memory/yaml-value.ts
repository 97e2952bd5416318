import { TYPE_INDEX } from "../type-index.ts";
import type { YamlDocument } from "../yaml/yaml-value.ts";
import { writePointers } from "./array.ts";
import type { Memory, Pointer } from "./memory.ts";
import { writeString } from "./string.ts";
import { writeStruct, writeTagged } from "./struct.ts";

/** `YAMLValueKind` of graph-ts, by number. */
const KINDS = ["Null", "Bool", "Number", "String", "Array", "Object", "Tagged"] as const;

function payloadOf(memory: Memory, value: YamlDocument): Pointer {
  switch (value.kind) {
    case "Null":
      return 0;
    case "Bool":
      return value.value ? 1 : 0;
    case "Number":
    case "String":
      return writeString(memory, value.value);
    case "Array": {
      const elements = value.value.map((element) => writeYamlValue(memory, element));
      return writePointers(memory, TYPE_INDEX.arrayYamlValue, elements);
    }
    case "Object": {
      const entries = value.value.map(([key, member]) =>
        writeStruct(memory, TYPE_INDEX.yamlMapEntry, [writeYamlValue(memory, key), writeYamlValue(memory, member)]),
      );
      return writeStruct(memory, TYPE_INDEX.yamlMap, [writePointers(memory, TYPE_INDEX.arrayYamlMapEntry, entries)]);
    }
    case "Tagged":
      return writeStruct(memory, TYPE_INDEX.yamlTaggedValue, [
        writeString(memory, value.tag),
        writeYamlValue(memory, value.value),
      ]);
  }
}

/** Writes a `YAMLValue`. */
export function writeYamlValue(memory: Memory, value: YamlDocument): Pointer {
  return writeTagged(memory, TYPE_INDEX.yamlValue, KINDS.indexOf(value.kind), BigInt(payloadOf(memory, value)));
}
