import { byteLength } from "../../../lib/byte-length.ts";
import { MOST_SYMBOL_BYTES } from "./label-rules.ts";

/** Letters of a suggestion; more are hard to remember. */
const MOST_LETTERS = 5;
/** A shorter first word is joined with the next one. */
const FEW_LETTERS = 3;

/**
 * A symbol for a name: `Kofi Mensah` → `KOFI`; letters of the next words are added while somebody has the symbol already.
 *
 * @param taken Symbols in use, in capital letters.
 */
export function suggestSymbol(name: string, taken: ReadonlySet<string>): string {
  const words = wordsOf(name);
  let symbol = "";
  for (const word of words) {
    symbol = fit(symbol + word, Math.max(MOST_LETTERS, symbol.length));
    if ([...symbol].length >= FEW_LETTERS) break;
  }
  const rest = words.slice(1).join("");
  for (const letter of rest) {
    if (!taken.has(symbol)) break;
    const longer = fit(symbol + letter, Number.POSITIVE_INFINITY);
    if (longer === symbol) break;
    symbol = longer;
  }
  return symbol;
}

function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toUpperCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** The beginning of a text that has at most so many letters, and the bytes of a symbol. */
function fit(text: string, letters: number): string {
  let fitted = "";
  let count = 0;
  for (const letter of text) {
    if (count >= letters || byteLength(fitted + letter) > MOST_SYMBOL_BYTES) break;
    fitted += letter;
    count += 1;
  }
  return fitted;
}
