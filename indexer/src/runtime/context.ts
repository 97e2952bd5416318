import { ManifestError } from "../errors/manifest-error.ts";
import type { StoreEntity, StoreValue } from "../host/store-value.ts";
import type { ContextEntry } from "../manifest/manifest.ts";
import { formatBigDecimal, parseBigDecimal } from "../values/big-decimal.ts";
import { parseBigInt } from "../values/big-int.ts";
import { bytesToHex, hexToBytes } from "../values/bytes.ts";
import type { EntityData, Value } from "../values/value.ts";

function parseInt32(text: string): number {
  const value = parseBigInt(text);
  if (BigInt.asIntN(32, value) !== value) throw new RangeError(`${text} is no 32-bit integer`);
  return Number(value);
}

/** A value from its kind and text, as manifests and the store write contexts. */
function fromText(kind: string, text: string): StoreValue {
  switch (kind) {
    case "Bool":
    case "Boolean":
      return { kind: "Boolean", value: text === "true" };
    case "String":
      return { kind, value: text };
    case "Int":
      return { kind, value: parseInt32(text) };
    case "Int8":
    case "Timestamp":
      return { kind, value: BigInt.asIntN(64, parseBigInt(text)) };
    case "BigInt":
      return { kind, value: parseBigInt(text) };
    case "BigDecimal":
      return { kind, value: parseBigDecimal(text) };
    case "Bytes":
      return { kind, value: hexToBytes(text) };
    default:
      return { kind: "Null", value: null };
  }
}

function fromEntry(entry: ContextEntry): StoreValue {
  if (typeof entry.data === "string") return fromText(entry.type, entry.data);
  return { kind: "Array", value: entry.data.map(fromEntry) };
}

/** A manifest's context as handlers see it. @throws ManifestError when a value is not of its type. */
export function contextFromManifest(source: string, context: ReadonlyMap<string, ContextEntry>): StoreEntity {
  const entity = new Map<string, StoreValue>();
  for (const [name, entry] of context) {
    try {
      entity.set(name, fromEntry(entry));
    } catch (cause) {
      throw new ManifestError(`context.${name} of ${source}`, `the value is no ${entry.type}.`, { cause });
    }
  }
  return entity;
}

function toText(value: Exclude<StoreValue, { readonly kind: "Array" }>): string {
  switch (value.kind) {
    case "BigDecimal":
      return formatBigDecimal(value.value);
    case "Bytes":
      return bytesToHex(value.value);
    default:
      return String(value.value);
  }
}

function pack(value: StoreValue): Value {
  return [value.kind, value.kind === "Array" ? value.value.map(pack) : toText(value)];
}

function unpack(packed: Value | undefined): StoreValue {
  const [kind, content] = packed as readonly [string, string | readonly Value[]];
  return typeof content === "string" ? fromText(kind, content) : { kind: "Array", value: content.map(unpack) };
}

/** A context as the store keeps it: each value as a pair of its kind and its text, since no schema tells its type. */
export function packContext(context: StoreEntity): EntityData {
  return new Map([...context].map(([name, value]) => [name, pack(value)]));
}

/** The context behind {@link packContext}. */
export function unpackContext(packed: EntityData): StoreEntity {
  return new Map([...packed].map(([name, value]) => [name, unpack(value)]));
}
