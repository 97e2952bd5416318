import { MappingError } from "../../errors/mapping-error.ts";
import { parseBigInt } from "../../values/big-int.ts";
import { ValueError } from "../../values/value-error.ts";
import type { JsonDocument } from "../json/json-value.ts";
import { parseJson } from "../json/parse-json.ts";
import { writeBigInt } from "../memory/big-int.ts";
import { writeJsonValue } from "../memory/json-value.ts";
import { readString } from "../memory/string.ts";
import { assertTextFits, limited } from "../numbers/big-int.ts";
import { TYPE_INDEX } from "../type-index.ts";
import type { HostEnvironment, HostFunctions } from "./host-functions.ts";
import { type DocumentFormat, parseOrFail, parseOrResult } from "./parse-document.ts";

const JSON_FORMAT: DocumentFormat<JsonDocument> = {
  name: "JSON",
  // As in graph-node.
  maxBytes: 10_000_000,
  parse: parseJson,
  write: writeJsonValue,
  wrapped: TYPE_INDEX.wrappedJsonValue,
  result: TYPE_INDEX.resultJsonValue,
};

/** Texts that graph-node (Rust) takes for a number: no spaces, no other base. */
const FLOAT = /^[+-]?(?:inf(?:inity)?|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;

function fail(text: string, type: string): never {
  throw new MappingError(`JSON \`${text}\` cannot be parsed as ${type}`);
}

function toInteger(text: string, type: "i64" | "u64"): bigint {
  const value = (type === "i64" ? /^[+-]?\d{1,40}$/ : /^\+?\d{1,40}$/).test(text)
    ? BigInt(text.replace("+", ""))
    : null;
  const least = type === "i64" ? -(2n ** 63n) : 0n;
  const most = type === "i64" ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  return value !== null && value >= least && value <= most ? value : fail(text, type);
}

function toFloat(text: string): number {
  if (!FLOAT.test(text)) return fail(text, "f64");
  const sign = text.startsWith("-") ? -1 : 1;
  const magnitude = text.replace(/^[+-]/, "").toLowerCase();
  if (magnitude.startsWith("inf")) return sign * Number.POSITIVE_INFINITY;
  return magnitude === "nan" ? Number.NaN : sign * Number(magnitude);
}

function toBigInt(text: string): bigint {
  assertTextFits(text);
  try {
    return limited(parseBigInt(text));
  } catch (error) {
    if (error instanceof ValueError) return fail(text, "BigInt");
    throw error;
  }
}

/** `json.*`: documents, and numbers out of them. */
export function jsonFunctions(env: HostEnvironment): HostFunctions {
  const text = (pointer: number) => readString(env.memory, pointer);
  return {
    "json.fromBytes": (data = 0) => parseOrFail(JSON_FORMAT, env.memory, data),
    "json.try_fromBytes": (data = 0) => parseOrResult(JSON_FORMAT, env.memory, data),
    "json.toI64": (number = 0) => toInteger(text(number), "i64"),
    "json.toU64": (number = 0) => toInteger(text(number), "u64"),
    "json.toF64": (number = 0) => toFloat(text(number)),
    "json.toBigInt": (number = 0) => writeBigInt(env.memory, toBigInt(text(number))),
  };
}
