import { isolate } from "./isolate.ts";

// Direction overrides, zero-width and control characters: they can make one name look like another.
const DECEIVING = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
// Joiners belong into emoji and several scripts; behind ASCII they only make a second name that looks the same.
const IDLE_JOINER = /(?<=^|\p{ASCII})(?:\u200c|\u200d)+/gu;

/**
 * Text written by strangers, on one line and without characters that deceive the eye; at most `longest` characters. Where it
 * runs from right to left it keeps to itself (`isolate`), so that it can stand in any sentence.
 */
export function safeText(text: string, longest = 280): string {
  const line = text.replace(/\s+/g, " ").replace(DECEIVING, "").replace(IDLE_JOINER, "").trim();
  const characters = [...line];
  return isolate(characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}…`);
}
