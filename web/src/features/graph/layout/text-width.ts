/** Width of a character in parts of the type size: what matters is not to be narrower than the fonts in use. */
const WIDE = /[mwMW@%—…]/;
const NARROW = /[iljtfrI.,:;'’|!()[\]\s]/;
const CAPITAL = /[A-Z0-9+−]/;

/** About how wide a text is when it is drawn, in pixels; needs no canvas, so it is the same everywhere. */
export function textWidth(text: string, size: number, mono = false): number {
  let width = 0;
  for (const character of text) width += mono ? 0.6 : characterWidth(character);
  return width * size;
}

function characterWidth(character: string): number {
  // Beyond Latin and punctuation, characters are up to as wide as high.
  if ((character.codePointAt(0) ?? 0) > 0x2fff) return 1.1;
  if (WIDE.test(character)) return 0.88;
  if (NARROW.test(character)) return 0.34;
  return CAPITAL.test(character) ? 0.66 : 0.57;
}
