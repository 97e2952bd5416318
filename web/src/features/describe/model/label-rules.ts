import { byteLength } from "../../../lib/byte-length.ts";
import type { Refusal } from "../../transact/explain-revert.ts";

/** Most bytes of a name. These bounds are the contracts' (`TextRules`). */
export const MOST_NAME_BYTES = 64;
/** Most bytes of a symbol. */
export const MOST_SYMBOL_BYTES = 16;

/**
 * Characters that the contracts refuse in names and symbols: controls, separators, direction marks and invisible ones that make
 * two names look alike. The zero-width joiner stays: emoji need it.
 */
const REFUSED = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** A name or symbol as it is sent: without spaces around it, accents composed. */
export function tidyLabel(text: string): string {
  return text.normalize("NFC").trim();
}

/** Why the contracts would refuse a name or symbol; undefined when they take it. */
export function refuseLabel(text: string, mostBytes: number): Refusal | undefined {
  const bytes = byteLength(text);
  if (bytes > mostBytes) return { error: "TextTooLong", values: [BigInt(bytes), BigInt(mostBytes)] };
  if (bytes === 0) return { error: "TextEmpty", values: [] };
  if (!text.isWellFormed()) return { error: "TextNotUtf8", values: [0n] };
  const refused = REFUSED.exec(text);
  if (!refused) return undefined;
  const position = byteLength(text.slice(0, refused.index));
  return { error: "TextCharacterRefused", values: [BigInt(position), BigInt(refused[0].codePointAt(0) ?? 0)] };
}
