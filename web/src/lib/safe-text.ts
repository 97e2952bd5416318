// Direction overrides, zero-width and control characters: they can make one name look like another.
const DECEIVING = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Text written by strangers, on one line and without characters that deceive the eye; at most `longest` characters. */
export function safeText(text: string, longest = 280): string {
  const line = text.replace(/\s+/g, " ").replace(DECEIVING, "").trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}…`;
}
