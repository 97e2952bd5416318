import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type Scalar } from "yaml";
import { formatFloat } from "./format-float.ts";
import type { YamlDocument } from "./yaml-value.ts";

/** Deepest nesting that is read, as in graph-node's YAML library. */
const MAX_DEPTH = 128;
/** Values that a document may have once its aliases are written out; a few lines of them could stand for billions. */
const MAX_VALUES = 1_000_000;

const OPTIONS = {
  schema: "core",
  intAsBigInt: true,
  logLevel: "error",
  prettyErrors: false,
  // Its check compares every key with every other.
  uniqueKeys: false,
} as const;

/** What a document has that is not read. */
class Refused extends Error {}

const INTEGER = /^[+-]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|\d+)$/;

function numberText(source: string, value: number | bigint): string {
  if (!INTEGER.test(source)) return formatFloat(Number(value));
  const digits = source.replace(/^[+-]/, "");
  return `${source.startsWith("-") ? "-" : ""}${BigInt(digits)}`;
}

function readScalar({ source, value }: Scalar): YamlDocument {
  if (value === null || value === undefined) return { kind: "Null" };
  if (typeof value === "boolean") return { kind: "Bool", value };
  if (typeof value === "number" || typeof value === "bigint") {
    return { kind: "Number", value: numberText(source ?? String(value), value) };
  }
  if (typeof value === "string") return { kind: "String", value };
  throw new Refused();
}

/** Turns the nodes of a document into values; aliases become what they stand for. */
function createReader() {
  const anchors = new Map<string, ParsedNode>();
  let values = 0;

  function read(node: ParsedNode | null, depth: number): YamlDocument {
    values++;
    if (depth > MAX_DEPTH || values > MAX_VALUES) throw new Refused();
    if (node === null) return { kind: "Null" };
    if (isAlias(node)) return read(anchors.get(node.source) ?? refuse(), depth + 1);
    // The library's own look-up walks the whole document for every alias.
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    const value = readUntagged(node, depth);
    const { tag } = node;
    // Tags that are not a document's own only name the types that values have anyway.
    return tag?.startsWith("!") === true && tag.length > 1 ? { kind: "Tagged", tag, value } : value;
  }

  function readUntagged(node: ParsedNode, depth: number): YamlDocument {
    if (isScalar(node)) return readScalar(node);
    if (isSeq(node)) {
      return { kind: "Array", value: node.items.map((item) => read(item as ParsedNode | null, depth + 1)) };
    }
    if (!isMap(node)) return refuse();
    const entries = node.items.map(
      ({ key, value }) =>
        [read(key as ParsedNode | null, depth + 1), read(value as ParsedNode | null, depth + 1)] as const,
    );
    // Of a key that is there twice graph-node refuses the document.
    if (new Set(entries.map(([key]) => JSON.stringify(key))).size < entries.length) refuse();
    return { kind: "Object", value: entries };
  }

  return read;
}

function refuse(): never {
  throw new Refused();
}

/**
 * Parses a YAML document with the types of YAML's core schema; null when the text is none, is nested more than 128 levels
 * deep, or stands for more than a million values.
 */
export function parseYaml(source: string): YamlDocument | null {
  try {
    const document = parseDocument(source, OPTIONS);
    if (document.errors.length > 0) return null;
    return createReader()(document.contents, 0);
  } catch (error) {
    // The parser recurses without bounds of its own.
    if (error instanceof Refused || error instanceof RangeError) return null;
    throw error;
  }
}
