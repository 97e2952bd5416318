/** Whole numbers in a typed array: two's complement, `width` words of 64 bits for each, lowest first. */
export type IntegerWords = BigUint64Array<ArrayBuffer>;

const WORD = 64n;

/** Halves of a word, and what each counts of the one below: all engines keep typed arrays with the lowest byte first. */
const [HALVES, HALF] = [2, 2 ** 32];

/** The number at an index from 0. */
export function readInteger(words: IntegerWords, width: number, index: number): bigint {
  const last = index * width + width - 1;
  let value = BigInt.asIntN(64, words[last] as bigint);
  for (let word = last - 1; word > last - width; word--) value = (value << WORD) | (words[word] as bigint);
  return value;
}

/** Stores a number of at most `64 · width − 1` bits besides the sign; who calls has checked that it fits. */
export function writeInteger(words: IntegerWords, width: number, index: number, value: bigint): void {
  let rest = value;
  for (let word = index * width; word < (index + 1) * width; word++) {
    words[word] = rest;
    rest >>= WORD;
  }
}

/** The same words as halves, which are read without making a bigint. */
export function halvesOf(words: IntegerWords): Uint32Array<ArrayBuffer> {
  return new Uint32Array(words.buffer, words.byteOffset, words.length * HALVES);
}

/** The number at an index from 0 as floating point: exact below 2⁵³, else off by a factor within 1 ± 2⁻⁴⁹. */
export function readNumber(halves: Uint32Array, width: number, index: number): number {
  const first = index * width * HALVES;
  let at = first + width * HALVES - 1;
  let value = (halves[at] as number) | 0;
  while (at > first) {
    at -= 1;
    value = value * HALF + (halves[at] as number);
  }
  return value;
}
