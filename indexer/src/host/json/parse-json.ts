import type { JsonDocument } from "./json-value.ts";

/** Deepest nesting that is parsed, as in graph-node's JSON library. */
const MAX_DEPTH = 128;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must escape control characters.
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS: readonly (readonly [string, JsonDocument])[] = [
  ["null", { kind: "Null" }],
  ["true", { kind: "Bool", value: true }],
  ["false", { kind: "Bool", value: false }],
];

/** Reads JSON text piece by piece; every method returns null on text that is no JSON. */
interface Reader {
  skipSpace(): void;
  /** Consumes `text` if it comes next. */
  take(text: string): boolean;
  match(pattern: RegExp): string | null;
  atEnd(): boolean;
}

function createReader(source: string): Reader {
  let position = 0;
  function match(pattern: RegExp): string | null {
    pattern.lastIndex = position;
    const found = pattern.exec(source)?.[0];
    if (found === undefined) return null;
    position += found.length;
    return found;
  }
  return {
    skipSpace: () => {
      match(SPACE);
    },
    take(text) {
      if (!source.startsWith(text, position)) return false;
      position += text.length;
      return true;
    },
    match,
    atEnd: () => position === source.length,
  };
}

/** Piece by piece: one pattern for all of a string would need a stack as long as the string. */
function readStringText(reader: Reader): string | null {
  if (!reader.take('"')) return null;
  let text = reader.match(PLAIN) ?? "";
  while (!reader.take('"')) {
    const escaped = reader.match(ESCAPE);
    if (escaped === null) return null;
    text += JSON.parse(`"${escaped}"`) as string;
    text += reader.match(PLAIN) ?? "";
  }
  return text;
}

/** Reads `item (, item)*` up to `close`. */
function readItems<T>(reader: Reader, close: string, readItem: () => T | null): T[] | null {
  const items: T[] = [];
  reader.skipSpace();
  if (reader.take(close)) return items;
  do {
    reader.skipSpace();
    const item = readItem();
    if (item === null) return null;
    items.push(item);
    reader.skipSpace();
  } while (reader.take(","));
  return reader.take(close) ? items : null;
}

function readMember(reader: Reader, depth: number): readonly [string, JsonDocument] | null {
  const key = readStringText(reader);
  reader.skipSpace();
  if (key === null || !reader.take(":")) return null;
  const value = readValue(reader, depth);
  return value === null ? null : [key, value];
}

function readValue(reader: Reader, depth: number): JsonDocument | null {
  if (depth > MAX_DEPTH) return null;
  reader.skipSpace();
  const literal = LITERALS.find(([text]) => reader.take(text));
  if (literal !== undefined) return literal[1];
  if (reader.take("[")) {
    const items = readItems(reader, "]", () => readValue(reader, depth + 1));
    return items === null ? null : { kind: "Array", value: items };
  }
  if (reader.take("{")) {
    const members = readItems(reader, "}", () => readMember(reader, depth + 1));
    return members === null ? null : { kind: "Object", value: [...new Map(members)] };
  }
  const number = reader.match(NUMBER);
  if (number !== null) return { kind: "Number", value: number };
  const text = readStringText(reader);
  return text === null ? null : { kind: "String", value: text };
}

/** Parses JSON without losing digits of numbers or the order of members; null when the text is no JSON. */
export function parseJson(source: string): JsonDocument | null {
  const reader = createReader(source);
  const value = readValue(reader, 0);
  reader.skipSpace();
  return reader.atEnd() ? value : null;
}
