/** Words that Inflector changes as a whole; they match all-lower-case names only. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["ox", "oxen"],
  ["man", "men"],
  ["woman", "women"],
  ["die", "dice"],
  ["yes", "yeses"],
  ["foot", "feet"],
  ["eave", "eaves"],
  ["goose", "geese"],
  ["tooth", "teeth"],
  ["quiz", "quizzes"],
  ...["news", "series", "information", "equipment", "cash", "dust", "health"].map((word) => [word, word] as const),
]);

/** Endings in the order in which they are tried: what is kept (the first group) and what follows it. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(.*eaux)$/, ""],
  [/^(.*child)(?:ren)?$/, "ren"],
  [/^(.*pe(?:rson|ople))$/, "ople"],
  [/^(.*[ml](?:ice|ouse))$/, "ice"],
  [/^(.*(?:matr|cod|mur|sil|vert|ind|append))(?:ix|ex)$/, "ices"],
  [/^(.*(?:x|ch|ss|sh|zz))$/, "es"],
  [/^(.*(?:x|ch|ss|sh|zz)es)$/, ""],
  [/^(.*[^ch][ieo][ln])ey$/, "ies"],
  [/^(.*(?:[^aeiouy]|qu))y$/, "ies"],
  [/^(.*(?:ar|l|ea|eo|oa|hoo))f$/, "ves"],
  [/^(.*(?:kni|wi|li))fe$/, "ves"],
  [/^(.*)sis$/, "ses"],
  [/^(.*(?:apheli|hyperbat|periheli|asyndet|noumen|phenomen|criteri|organ|prolegomen|hedr|automat))(?:a|on)$/, "a"],
  [
    /^(.*(?:agend|addend|millenni|dat|extrem|bacteri|desiderat|strat|candelabr|errat|ov|symposi|curricul|automat|quor))(?:a|um)$/,
    "a",
  ],
  [/^(.*(?:her|at|gr))o$/, "oes"],
  [/^(.*(?:seraph|cherub))(?:im)?$/, "im"],
  [/^(.*(?:alumn|alg|vertebr))(?:a|ae)$/, "ae"],
  [/^(.*(?:alumn|syllab|octop|vir|radi|nucle|fung|cact|stimul|termin|bacill|foc|uter|loc|strat))(?:us|i)$/, "i"],
  [/^(.*(?:[^l]ias|[aeiou]las|[emjzr]as|[iu]am))$/, ""],
  [/^(.*e[mn]u)s?$/, "s"],
  [/^(.*(?:alias|[^aou]us|tlas|gas|ris))$/, "es"],
  [/^(.*(?:ax|test))is$/, "es"],
  [/^(.*[^aeiou]ese)$/, ""],
  [/^(.*)s$/, "s"],
];

/**
 * The plural that graph-node gives a name (Rust's `Inflector` 0.11, `to_plural`), oddities included: the API's root fields are named
 * by it, so English is not the measure.
 */
export function toPlural(name: string): string {
  const irregular = IRREGULAR.get(name);
  if (irregular !== undefined) return irregular;
  for (const [ending, replacement] of ENDINGS) {
    const kept = ending.exec(name)?.[1];
    if (kept !== undefined) return kept + replacement;
  }
  return `${name}s`;
}
