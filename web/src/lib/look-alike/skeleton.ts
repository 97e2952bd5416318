import unhomoglyph from "unhomoglyph";

/**
 * What a text looks like: texts with the same skeleton can be taken for each other. By Unicode Technical Standard #39,
 * section 4: decompose, leave out what can't be seen, put the prototype of each confusable in its place, decompose again.
 */
export function skeleton(text: string): string {
  const visible = text.normalize("NFD").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return unhomoglyph(visible).normalize("NFD");
}

/** Keys of texts that were asked about: a key takes some 30 µs, and a page asks about the same names with every block. */
const known = new Map<string, readonly string[]>();

/**
 * Texts with a key in common can be taken for each other, also where case, spaces, accents or styled letters alone differ.
 * Case is folded before and after the skeleton, each for itself: an I looks like an l, but ALI not like ALL.
 */
export function lookAlikeKeys(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const keys = keysOf(text);
  known.set(text, keys);
  return keys;
}

function keysOf(text: string): readonly string[] {
  const plain = text.normalize("NFKC").replace(/[\s.·_-]+/gu, "");
  const keys = [bare(skeleton(plain)), bare(skeleton(plain.toLowerCase())).toLowerCase()];
  return [...new Set(keys)].filter((key) => key !== "");
}

/** Without the accents of Latin, Greek and Cyrillic letters; marks of other scripts are vowels and stay. */
function bare(text: string): string {
  return text.replace(/[\u0300-\u036f]/g, "");
}
