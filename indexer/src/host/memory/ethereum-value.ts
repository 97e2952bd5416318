import { MappingError } from "../../errors/mapping-error.ts";
import type { EthereumValue } from "../evm/ethereum-value.ts";
import { TYPE_INDEX } from "../type-index.ts";
import { readPointers, writePointers } from "./array.ts";
import { readBigInt, writeBigInt } from "./big-int.ts";
import { readBytes, writeBytes } from "./bytes.ts";
import { deeper } from "./depth.ts";
import { assertNotNull, type Memory, type Pointer } from "./memory.ts";
import { readString, writeString } from "./string.ts";
import { writeTagged } from "./struct.ts";

/** `ethereum.ValueKind` of graph-ts, by number. */
const KINDS = [
  "Address",
  "FixedBytes",
  "Bytes",
  "Int",
  "Uint",
  "Bool",
  "String",
  "FixedArray",
  "Array",
  "Tuple",
] as const;

/** Offset of a tagged value's payload. */
const PAYLOAD = 8;

/** Reads an `ethereum.Value`. */
export function readEthereumValue(memory: Memory, pointer: Pointer, depth = 0): EthereumValue {
  assertNotNull(pointer);
  const number = memory.readU32(pointer);
  const kind = KINDS[number];
  const payload = memory.readU32(pointer + PAYLOAD);
  switch (kind) {
    case "Address":
    case "FixedBytes":
    case "Bytes":
      return { kind, value: readBytes(memory, payload) };
    case "Int":
    case "Uint":
      return { kind, value: readBigInt(memory, payload) };
    case "Bool":
      return { kind, value: payload !== 0 };
    case "String":
      return { kind, value: readString(memory, payload) };
    case "FixedArray":
    case "Array":
    case "Tuple": {
      const level = deeper(depth);
      return {
        kind,
        value: readPointers(memory, payload).map((element) => readEthereumValue(memory, element, level)),
      };
    }
    default:
      throw new MappingError(`The mapping passed an Ethereum value of unknown kind ${number}.`);
  }
}

function payloadOf(memory: Memory, value: EthereumValue): Pointer {
  switch (value.kind) {
    case "Address":
    case "FixedBytes":
    case "Bytes":
      return writeBytes(memory, value.value);
    case "Int":
    case "Uint":
      return writeBigInt(memory, value.value);
    case "Bool":
      return value.value ? 1 : 0;
    case "String":
      return writeString(memory, value.value);
    case "FixedArray":
    case "Array":
    case "Tuple":
      return writeEthereumValues(memory, value.value);
  }
}

/** Writes an `ethereum.Value`. */
export function writeEthereumValue(memory: Memory, value: EthereumValue): Pointer {
  const payload = BigInt(payloadOf(memory, value));
  return writeTagged(memory, TYPE_INDEX.ethereumValue, KINDS.indexOf(value.kind), payload);
}

/** Writes an `Array<ethereum.Value>`. */
export function writeEthereumValues(memory: Memory, values: readonly EthereumValue[]): Pointer {
  const elements = values.map((value) => writeEthereumValue(memory, value));
  return writePointers(memory, TYPE_INDEX.arrayEthereumValue, elements);
}
