import { MappingError } from "../../errors/mapping-error.ts";
import { parseBigInt } from "../../values/big-int.ts";
import type { JsonDocument } from "../json/json-value.ts";
import { parseJson } from "../json/parse-json.ts";
import { writeBigInt } from "../memory/big-int.ts";
import { readBytes } from "../memory/bytes.ts";
import { writeJsonValue } from "../memory/json-value.ts";
import { readString } from "../memory/string.ts";
import { writeStruct, writeWrappedBool } from "../memory/struct.ts";
import { TYPE_INDEX } from "../type-index.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";

/** Largest document that is parsed, as in graph-node. */
const MAX_BYTES = 10_000_000;
/** How much of a broken document the error shows. */
const SHOWN_CHARS = 1024;

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parseBytes(bytes: Uint8Array): JsonDocument | null {
  try {
    return parseJson(UTF8.decode(bytes));
  } catch {
    return null;
  }
}

function toInteger(text: string, bits: "i64" | "u64"): bigint {
  const range = bits === "i64" ? [-(2n ** 63n), 2n ** 63n - 1n] : [0n, 2n ** 64n - 1n];
  const value = /^-?\d+$/.test(text) ? BigInt(text) : null;
  if (value === null || value < (range[0] ?? 0n) || value > (range[1] ?? 0n)) {
    throw new MappingError(`JSON \`${text}\` cannot be parsed as ${bits}`);
  }
  return value;
}

/** `json.*`: documents, and numbers out of them. */
export function jsonFunctions(env: HostEnvironment): HostFunctions {
  function parse(pointer: number): { bytes: Uint8Array; value: JsonDocument | null } {
    const bytes = readBytes(env.memory, pointer);
    if (bytes.length > MAX_BYTES) {
      throw new MappingError(`The JSON document has ${bytes.length} bytes, more than the limit of ${MAX_BYTES}.`);
    }
    return { bytes, value: parseBytes(bytes) };
  }
  return {
    "json.fromBytes": (data = 0) => {
      const { bytes, value } = parse(data);
      if (value !== null) return writeJsonValue(env.memory, value);
      const shown = Buffer.from(bytes).toString("utf8").slice(0, SHOWN_CHARS);
      throw new MappingError(
        `Failed to parse JSON from byte array. Bytes (truncated to ${SHOWN_CHARS} chars): \`${shown}\``,
      );
    },
    "json.try_fromBytes": (data = 0) => {
      const { value } = parse(data);
      const fields =
        value === null
          ? [0, writeWrappedBool(env.memory, TYPE_INDEX.wrappedBool, true)]
          : [writeStruct(env.memory, TYPE_INDEX.wrappedJsonValue, [writeJsonValue(env.memory, value)]), 0];
      return writeStruct(env.memory, TYPE_INDEX.resultJsonValue, fields);
    },
    "json.toI64": (text = 0) => toInteger(readString(env.memory, text), "i64"),
    "json.toU64": (text = 0) => toInteger(readString(env.memory, text), "u64"),
    "json.toF64": (pointer = 0) => {
      const text = readString(env.memory, pointer);
      const value = text.trim() === "" ? Number.NaN : Number(text);
      if (Number.isNaN(value)) throw new MappingError(`JSON \`${text}\` cannot be parsed as f64`);
      return value;
    },
    "json.toBigInt": (text = 0) => writeBigInt(env.memory, parseBigInt(readString(env.memory, text))),
  };
}
