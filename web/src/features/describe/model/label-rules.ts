import { byteLength } from "../../../lib/byte-length.ts";
import type { Refusal } from "../../transact/explain-revert.ts";

/** Most bytes of a name. These bounds are the contracts' (`TextRules`). */
export const MOST_NAME_BYTES = 64;
/** Most bytes of a symbol. */
export const MOST_SYMBOL_BYTES = 16;

/**
 * Code points that the contracts refuse in names and symbols wherever they stand, as first and last of a range: controls,
 * direction marks, and what leaves no mark (Unicode's Default_Ignorable_Code_Point, white space but for the space, the blank
 * Braille pattern).
 */
const REFUSED: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0d],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** Joiners and style selectors: emoji and several scripts need them, behind ASCII they change nothing that is seen. */
const JOINERS: readonly number[] = [0x200c, 0x200d, 0xfe0e, 0xfe0f];
const SPACE = 0x20;
const DELETE = 0x7f;

/** Whether the contracts refuse a character behind `previous`; a space may only stand alone, between others. */
function isUnseen(codePoint: number, previous: number, last: boolean): boolean {
  if (codePoint === SPACE) return previous === SPACE || last;
  if (JOINERS.includes(codePoint)) return previous < DELETE;
  return REFUSED.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** The first character that the contracts refuse where it stands. */
function findUnseen(text: string): Refusal | undefined {
  const characters = [...text];
  let previous = SPACE;
  let position = 0;
  for (const [index, character] of characters.entries()) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isUnseen(codePoint, previous, index === characters.length - 1)) {
      return { error: "TextCharacterRefused", values: [BigInt(position), BigInt(codePoint)] };
    }
    position += byteLength(character);
    previous = codePoint;
  }
  return undefined;
}

/** A name or symbol as it is sent: without spaces around it or beside one another, accents composed. */
export function tidyLabel(text: string): string {
  return text.normalize("NFC").trim().replaceAll(/ {2,}/g, " ");
}

/** Why the contracts would refuse a name or symbol; undefined when they take it. */
export function refuseLabel(text: string, mostBytes: number): Refusal | undefined {
  const bytes = byteLength(text);
  if (bytes > mostBytes) return { error: "TextTooLong", values: [BigInt(bytes), BigInt(mostBytes)] };
  if (bytes === 0) return { error: "TextEmpty", values: [] };
  if (!text.isWellFormed()) return { error: "TextNotUtf8", values: [0n] };
  return findUnseen(text);
}
