import { withoutIsolates } from "../isolate.ts";

/** Scripts whose letters are told apart; all others count as one. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Georgian", /\p{Script=Georgian}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["Han", /\p{Script=Han}/u],
  ["Hiragana", /\p{Script=Hiragana}/u],
  ["Katakana", /\p{Script=Katakana}/u],
  ["Bopomofo", /\p{Script=Bopomofo}/u],
  ["Hangul", /\p{Script=Hangul}/u],
];

/** Scripts that are written together in one word. */
const TOGETHER: readonly ReadonlySet<string>[] = [
  new Set(["Latin", "Han", "Hiragana", "Katakana"]),
  new Set(["Latin", "Han", "Bopomofo"]),
  new Set(["Latin", "Han", "Hangul"]),
];

const NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Names of the scripts that a word mixes which are not written together (UTS #39, section 5.2, “highly restrictive”, word by
 * word: a name may well have a word of each); undefined where none does.
 */
export function mixedScripts(text: string): readonly string[] | undefined {
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const scripts = scriptsOf(word);
    if (scripts.length > 1 && !TOGETHER.some((set) => scripts.every((script) => set.has(script)))) return scripts;
  }
  return undefined;
}

function scriptsOf(word: string): readonly string[] {
  const found = new Set<string>();
  for (const letter of word) {
    if (NO_SCRIPT.test(letter)) continue;
    found.add(SCRIPTS.find(([, letters]) => letters.test(letter))?.[0] ?? "another script");
  }
  return [...found];
}

/** Pictures with what changes their looks: what can't be seen belongs into them. */
const PICTURES = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\p{Extended_Pictographic}|\ufe0f|\u200d|\u20e3)*/gu;
/** Joiners shape letters of these scripts. */
const SHAPED =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}]\p{M}*)[\u200c\u200d]/gu;

/** Whether a text has characters that leave no mark, and so make a second name of the same looks. */
export function hasHiddenCharacters(text: string): boolean {
  const rest = withoutIsolates(text).replace(PICTURES, "").replace(SHAPED, "");
  return /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u.test(rest);
}
