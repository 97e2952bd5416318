import { MappingError } from "../../errors/mapping-error.ts";
import { TYPE_INDEX } from "../type-index.ts";
import type { Memory, Pointer } from "./memory.ts";

/** Throws on unpaired surrogates and keeps a leading byte order mark. */
const UTF16 = new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true });

/** Reads a string; U+0000 is left out, since PostgreSQL text cannot hold it. Invalid UTF-16 throws {@link MappingError}. */
export function readString(memory: Memory, pointer: Pointer): string {
  const bytes = memory.readBytes(pointer, memory.sizeOf(pointer) & ~1);
  let text: string;
  try {
    text = UTF16.decode(bytes);
  } catch (cause) {
    throw new MappingError("The mapping passed a string that is not valid UTF-16.", { cause });
  }
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

/** Writes a string. */
export function writeString(memory: Memory, text: string): Pointer {
  const bytes = Buffer.from(text, "utf16le");
  const pointer = memory.allocate(bytes.length, TYPE_INDEX.string);
  memory.writeBytes(pointer, bytes);
  return pointer;
}
