import { ManifestError } from "../errors/manifest-error.ts";
import type { ContextEntry } from "./manifest.ts";
import type { YamlNode } from "./yaml-node.ts";

const TYPES = new Set(["Bool", "String", "Int", "Int8", "BigDecimal", "Bytes", "List", "BigInt", "Timestamp"]);

function parseEntry(node: YamlNode): ContextEntry {
  const type = node.at("type").text();
  if (!TYPES.has(type)) {
    throw new ManifestError(node.at("type").place, `unknown type "${type}"; use one of ${[...TYPES].join(", ")}.`);
  }
  const data = node.at("data");
  if (type === "List") return { type, data: data.list().map(parseEntry) };
  const value = data.value();
  if (typeof value !== "string") throw new ManifestError(data.place, "expected a value.");
  return { type, data: value };
}

/** Reads a data source's `context`: typed values that handlers see through `dataSource.context()`. */
export function parseContext(node: YamlNode): ReadonlyMap<string, ContextEntry> {
  return new Map(node.keys().map((key) => [key, parseEntry(node.at(key))]));
}
