/** Letters and digits that run from right to left, or that turn what stands beside them: Hebrew, Arabic and all like them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** First strong isolate, and the pop that ends it: what a `bdi` element does, for texts that also stand in attributes. */
const [ISOLATE, POP] = ["\u2068", "\u2069"];
const MARKS = /[\u2068\u2069]/g;

/**
 * A text so that it can stand within a sentence: what runs from right to left keeps to itself, and turns neither a figure
 * nor a name beside it (Unicode Standard Annex #9, explicit directional isolates). Every other text stays as it is.
 */
export function isolate(text: string): string {
  const plain = withoutIsolates(text);
  return RIGHT_TO_LEFT.test(plain) ? `${ISOLATE}${plain}${POP}` : plain;
}

/** A text without the marks of `isolate`: for files, for comparing, and before it is cut. */
export function withoutIsolates(text: string): string {
  return text.replace(MARKS, "");
}

/** The first word of a name, for where there is no room for all of it. */
export function firstWord(name: string): string {
  return isolate(withoutIsolates(name).split(" ")[0] ?? "");
}
