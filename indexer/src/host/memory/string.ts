import { MappingError } from "../../errors/mapping-error.ts";
import { TYPE_INDEX } from "../type-index.ts";
import type { Memory, Pointer } from "./memory.ts";

/** Reads a string; U+0000 is left out, since PostgreSQL text cannot hold it. Invalid UTF-16 throws {@link MappingError}. */
export function readString(memory: Memory, pointer: Pointer): string {
  const text = memory.readUnits(pointer, memory.sizeOf(pointer) >>> 1);
  if (!text.isWellFormed()) throw new MappingError("The mapping passed a string that is not valid UTF-16.");
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

/** Writes a string. */
export function writeString(memory: Memory, text: string): Pointer {
  const pointer = memory.allocate(2 * text.length, TYPE_INDEX.string);
  memory.writeUnits(pointer, text);
  return pointer;
}
