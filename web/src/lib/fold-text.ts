/** Letters that Unicode does not decompose into a base and a mark, and what they are looked for as. */
const UNMARKED: Readonly<Record<string, string>> = {
  ...{ æ: "ae", œ: "oe", ĳ: "ij", ǆ: "dz", ǉ: "lj", ǌ: "nj", ǳ: "dz", ß: "ss", þ: "th", ð: "d", đ: "d", ħ: "h" },
  ...{ ı: "i", ĸ: "k", ŀ: "l", ł: "l", ŉ: "n", ŋ: "n", ø: "o", ſ: "s", ŧ: "t", ƀ: "b", ɓ: "b", ɗ: "d", ɖ: "d" },
  ...{ ƙ: "k", ƴ: "y", ƶ: "z", ɛ: "e", ɔ: "o", ς: "σ" },
};

const PLAIN = /^[\x20-\x7e]*$/;
/** Marks on letters, and what is not seen: controls, soft hyphens, joiners, direction marks and variation selectors. */
const UNSEEN = /\p{Cc}|\u00ad|[\u0300-\u036f]|[\u200b-\u200f]|[\u2028-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff/gu;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Latin, Greek, Cyrillic and Armenian letters. */
const LETTERS = /[A-Z\u00c0-\u02af\u0386\u0388-\u058f\u1e00-\u1eff]/g;
const MARKS = /[\u0300-\u036f]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** From a character in full width to the usual one. */
const TO_USUAL_WIDTH = 0xfee0;

/**
 * What a text is looked for as, so that “ilic” finds Ilić and “lodz” finds Łódź: Latin, Greek, Cyrillic and Armenian letters
 * small and without accents, ligatures as their letters, full width as usual width, every space as the usual one, nothing
 * that is not seen. All else stays. The subgraph folds names by the same rule.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const seen = text.replace(UNSEEN, "").replace(SPACES, " ").replace(FULL_WIDTH, toUsualWidth);
  return seen.replace(LETTERS, foldLetter);
}

function toUsualWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - TO_USUAL_WIDTH);
}

function foldLetter(letter: string): string {
  const plain = letter.normalize("NFD").replace(MARKS, "").toLowerCase();
  return UNMARKED[plain] ?? plain;
}
