import { MappingError } from "../../errors/mapping-error.ts";
import { readBytes } from "../memory/bytes.ts";
import type { Memory, Pointer } from "../memory/memory.ts";
import { writeStruct, writeWrappedBool } from "../memory/struct.ts";
import { TYPE_INDEX, type TypeIndex } from "../type-index.ts";

/** How much of a broken document the error shows. */
const SHOWN_CHARS = 1024;

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A kind of document, and how its values are written. */
export interface DocumentFormat<T> {
  readonly name: "JSON" | "YAML";
  /** Largest document that is parsed. */
  readonly maxBytes: number;
  /** Null when the text is no such document. */
  readonly parse: (source: string) => T | null;
  readonly write: (memory: Memory, value: T) => Pointer;
  readonly wrapped: TypeIndex;
  readonly result: TypeIndex;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

function parseAt<T>(format: DocumentFormat<T>, memory: Memory, pointer: Pointer) {
  const bytes = readBytes(memory, pointer);
  if (bytes.length > format.maxBytes) {
    throw new MappingError(
      `The ${format.name} document has ${bytes.length} bytes, more than the limit of ${format.maxBytes}.`,
    );
  }
  const source = decode(bytes);
  return { bytes, value: source === null ? null : format.parse(source) };
}

/** `fromBytes` of a format: the value. @throws MappingError when the bytes are no such document. */
export function parseOrFail<T>(format: DocumentFormat<T>, memory: Memory, pointer: Pointer): Pointer {
  const { bytes, value } = parseAt(format, memory, pointer);
  if (value !== null) return format.write(memory, value);
  const shown = Buffer.from(bytes).toString("utf8").slice(0, SHOWN_CHARS);
  throw new MappingError(
    `Failed to parse ${format.name} from byte array. Bytes (truncated to ${SHOWN_CHARS} chars): \`${shown}\``,
  );
}

/** `try_fromBytes` of a format: a result that holds the value or says that there is none. */
export function parseOrResult<T>(format: DocumentFormat<T>, memory: Memory, pointer: Pointer): Pointer {
  const { value } = parseAt(format, memory, pointer);
  const fields =
    value === null
      ? [0, writeWrappedBool(memory, TYPE_INDEX.wrappedBool, true)]
      : [writeStruct(memory, format.wrapped, [format.write(memory, value)]), 0];
  return writeStruct(memory, format.result, fields);
}
